/**
 * Which resource of TaskRouter: all that its URL needs. Every SID is well formed. With
 *
 * - `workspaceSid` alone, it is the Workspace itself,
 * - `taskSid`, it is that Task of the Workspace,
 * - `sid`, it is another resource of the Workspace, whose prefix says of which kind,
 * - `taskSid` and `sid`, it is that reservation of that Task.
 */
export interface ResourceReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid?: string;
  /** `WQ`, `WW`, `WK`, `WA`, `TC` or `EV`, below a Task `WR`, and 32 hex digits. */
  readonly sid?: string;
}
