/** One page of a list. */
export interface ResourcePage {
  /** In the order of the API. */
  readonly rows: readonly ListedResource[];
  /**
   * `meta.next_page_url` as it came; its place is checked when it is followed. Absent at the end, and
   * by Twilio's pages on Tasks and Events it may be absent although more exist.
   */
  readonly next?: string;
}

/** A resource as a list has it, which can be less than a read of it alone answers. */
export interface ListedResource {
  /** Well formed, with the prefix of what the list is of. */
  readonly sid: string;
  /** The row to the letter: a JSON object, with numbers and duplicate keys as they came. */
  readonly text: string;
}
