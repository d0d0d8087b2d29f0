/** What a first request with new credentials tells about the account that they belong to. */
export interface AccountCheck {
  /** `AC` and 32 hex digits; absent where the account has no Workspace to tell it. */
  readonly accountSid?: string;
  /** `friendly_name` of its first Workspace, by which people recognize the account. */
  readonly workspaceName?: string;
}
