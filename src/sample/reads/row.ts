/** One resource as it stands in answers. */
export interface Row {
  readonly sid: string;
  /** The body to the letter: what is answered. */
  readonly text: string;
  /** The same parsed: what filters look at. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where lists put it, unless the caller orders them otherwise. */
  readonly order: number;
  /** How often it has changed; answers carry it as ETag. */
  readonly revision?: number;
}
