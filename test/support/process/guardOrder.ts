/** What a guard runs, and what it leaves behind. */
export interface GuardOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Folders that are removed when everything has ended. */
  readonly remove: readonly string[];
}
