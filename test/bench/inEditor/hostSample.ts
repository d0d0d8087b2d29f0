/** The measurements of one extension host. */
export interface HostSample {
  /** By extension id. */
  readonly times: Readonly<Record<string, ActivationTimes>>;
  /** In bytes. */
  readonly idleHeap?: number;
  /** After a Task was fetched and its page opened, in bytes. */
  readonly usedHeap?: number;
}

/** In ms. */
export interface ActivationTimes {
  /** The `require` of the main file. */
  readonly load: number;
  /** The call of `activate`. */
  readonly activate: number;
}
