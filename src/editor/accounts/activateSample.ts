import { SAMPLE_PROFILE_ID } from '../../core/profiles/profile.ts';
import type { AccountParts } from './accountParts.ts';

/** Makes the sample the profile of this window, with Tasks that still move. */
export async function activateSample({ profiles, reviveSample }: AccountParts): Promise<void> {
  await reviveSample();
  await profiles.activate(SAMPLE_PROFILE_ID);
}
