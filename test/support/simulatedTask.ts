import type { TaskReference } from '../../src/core/resources/resourceReference.ts';
import { acmeContactCentre } from '../../src/sample/data/acmeContactCentre.ts';
import { sampleSid, sidIn } from '../../src/sample/sampleSid.ts';

/** A Task of the simulation by its key, or one that is still to be put there. */
export function simulatedTask(key: string): TaskReference {
  return {
    workspaceSid: sampleSid('WS', acmeContactCentre.name),
    taskSid: sidIn(acmeContactCentre, 'WT', key),
  };
}
