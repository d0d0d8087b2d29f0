/** The account commands, as an entry point of its own that is loaded with the first command. */
export { addProfile } from './addProfile.ts';
export { changeRegion } from './addProfile.ts';
export { exploreSample, useOwnProfile } from './exploreSample.ts';
export { firstProfile } from './firstProfile.ts';
export { importProfiles } from './importProfiles.ts';
export { removeProfile } from './removeProfile.ts';
export { replaceSecret } from './replaceSecret.ts';
export { switchProfile } from './switchProfile.ts';
export { migrateProfile } from './replaceSecret.ts';
