import type { TaskReference } from '../../../src/core/resources/resourceReference.ts';
import { acmeContactCentre } from '../../../src/sample/data/acmeContactCentre.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import type { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';

export interface DemoTask extends TaskReference {
  /** A short English description for a list. */
  readonly what: string;
}

const worthShowing = {
  'waiting-invoice': 'Pending: nobody who speaks Spanish is there; has a 64-bit customer id',
  'call-in-progress': 'Assigned: a voice call with its conference',
  'chat-wrapping': 'Wrapping: a chat whose agent is writing the notes',
};

/** Tasks worth showing to a new user, which stay the same for weeks. Empty for other data. */
export function demoTasks({ workspaces }: SimulatedTaskRouter): readonly DemoTask[] {
  return workspaces
    .filter((workspace) => workspace.name === acmeContactCentre.name)
    .flatMap((workspace) =>
      Object.entries(worthShowing).map(([key, what]) => ({
        workspaceSid: sampleSid('WS', workspace.name),
        taskSid: sidIn(workspace, 'WT', key),
        what,
      })),
    );
}
