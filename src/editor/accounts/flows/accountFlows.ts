/** What the account commands do, in a file of its own that is loaded when one of them is used. */
export { addProfile } from './addProfile.ts';
export { changeRegion } from './addProfile.ts';
export { exploreSample } from './exploreSample.ts';
export { importProfiles } from './importProfiles.ts';
export { removeProfile } from './removeProfile.ts';
export { replaceSecret } from './replaceSecret.ts';
export { switchProfile } from './switchProfile.ts';
export { migrateProfile } from './replaceSecret.ts';
