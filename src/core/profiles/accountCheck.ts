import { asRecord, parseJson } from '../json/jsonObject.ts';
import { isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from '../taskrouter/failure.ts';

/** What the first request with new credentials reveals about their account. */
export interface AccountCheck {
  /** `AC` and 32 hex digits; absent if the account has no Workspace, whose answer would contain it. */
  readonly accountSid?: string;
  /** `friendly_name` of its first Workspace, by which the user recognizes the account. */
  readonly workspaceName?: string;
}

/**
 * Reads the account from the answer to `GET /v1/Workspaces?PageSize=1`.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is not a page of Workspaces
 */
export function readAccountCheck(text: string, host: string): AccountCheck {
  const answer = parseJson(text);
  if (!answer.valid) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { workspaces } = asRecord(answer.value);
  if (!Array.isArray(workspaces)) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });

  const { account_sid: accountSid, friendly_name: workspaceName } = asRecord(workspaces[0]);
  return {
    ...(isAccountSid(accountSid) && { accountSid }),
    ...(typeof workspaceName === 'string' && workspaceName !== '' && { workspaceName }),
  };
}

function isAccountSid(value: unknown): value is string {
  return isSidOf(value, 'AC');
}
