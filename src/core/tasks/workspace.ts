/** A Workspace of the account, as far as choosing one needs it. */
export interface Workspace {
  /** `WS` and 32 hex digits. */
  readonly sid: string;
  /** What people call it; empty if the API gave none. */
  readonly friendlyName: string;
}
