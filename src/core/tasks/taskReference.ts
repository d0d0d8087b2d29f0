/** Which Task of which Workspace: all that its URL needs. Both SIDs are well formed. */
export interface TaskReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid: string;
}
