import type { AccountCheck } from '../../core/profiles/accountCheck.ts';
import type { CredentialDraft } from '../../core/profiles/credentials.ts';
import type { ImportSource } from '../../core/profiles/importSource.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { Profiles } from './profiles.ts';

export interface AccountParts {
  /** Why no credentials can be used here, if that is so; said instead of asking for some. */
  readonly refusal?: Failure;
  readonly profiles: Profiles;
  /** Where credentials can be imported from; loaded when somebody wants to. */
  readonly loadImports: () => Promise<ImportSource>;
  /** Lets the Tasks of the sample begin again if all that come to an end are over. */
  readonly reviveSample: () => Promise<void>;
  readonly runner: CommandRunner;
  /**
   * Tries credentials with one request to the host of their place.
   *
   * @throws TaskRouterFailure if they do not work, `signal.reason` when cancelled
   */
  readonly check: (draft: CredentialDraft, signal: AbortSignal) => Promise<AccountCheck>;
}
