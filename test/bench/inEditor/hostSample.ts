/** What was measured in one extension host. */
export interface HostSample {
  /** By the id of the extension. */
  readonly times: Readonly<Record<string, ActivationTimes>>;
  /** In bytes. */
  readonly idleHeap?: number;
  /** After a Task was fetched and its page opened; in bytes. */
  readonly usedHeap?: number;
}

/** In ms. */
export interface ActivationTimes {
  /** The `require` of its main file. */
  readonly load: number;
  /** The call of `activate`. */
  readonly activate: number;
}
