import { TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import { hasSameOwner } from './boundSecret.ts';
import type { Profile } from './profile.ts';
import type { ListedProfile } from './profileDirectory.ts';

/** What to say of what was read, or was to be read, with a profile as it was. */
export function movedFailure({ name, apiBaseUrl }: Profile): Failure {
  return { kind: 'profileMoved', profileName: name, host: new URL(apiBaseUrl).host };
}

/**
 * Refuses to go on with a profile that has another account or host than when something was begun with it.
 *
 * @param current the profile of the same id by now
 * @throws TaskRouterFailure `profileMoved`
 */
export function refuseMoved(profile: Profile, current: ListedProfile | undefined): void {
  if (current === undefined || 'fault' in current || hasSameOwner(profile, current)) return;
  throw new TaskRouterFailure(movedFailure(profile));
}
