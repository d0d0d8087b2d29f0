import { successorOf, waitsForUser } from '../../core/profiles/profileDirectory.ts';
import type { AccountParts } from './accountParts.ts';

/**
 * The id of the profile to read with, for something that the user does; asks for one where there is
 * none, or no choice was made, and takes over one of an earlier version.
 *
 * @param named the id of a profile that is named already
 */
export async function chooseProfile(
  parts: AccountParts,
  named?: string,
): Promise<string | undefined> {
  const { profiles } = parts;
  const chosen = named ?? profiles.active()?.id ?? (await ask(parts));
  if (chosen === undefined || !waitsForUser(chosen, profiles)) return chosen;
  const successor = successorOf(chosen, profiles);
  const former = profiles.stored().find(({ id }) => id === chosen);
  if (successor !== undefined || former === undefined) return successor?.id ?? chosen;
  const { takeOverProfile } = await loadFlows();
  return takeOverProfile(parts, former);
}

async function ask(parts: AccountParts): Promise<string | undefined> {
  const { addProfile, switchProfile } = await loadFlows();
  return parts.profiles.list().length === 0
    ? addProfile(parts, 'use')
    : switchProfile(parts, 'use');
}

// Most windows never ask for credentials: what asks is loaded when it does.
function loadFlows() {
  return import('./accountFlows.ts');
}
