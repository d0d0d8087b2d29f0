import type { SampleWorkspace } from './sampleWorkspace.ts';
import { commonSetUp, workflowConfiguration } from './workspaceSetUp.ts';

const name = 'Acme Back Office';

/** A second Workspace with work other than calls, so that there is a Workspace to choose. */
export const acmeBackOffice: SampleWorkspace = {
  name,
  ...commonSetUp,
  queues: [
    { name: 'Claims', targetWorkers: 'skills HAS "claims"', maxReservedWorkers: 1 },
    { name: 'Everyone', targetWorkers: '1==1', maxReservedWorkers: 1 },
  ],
  workflows: [
    {
      name: 'Documents',
      reservationTimeout: 3600,
      configuration: workflowConfiguration(
        { name },
        [{ name: 'Claims', expression: 'kind == "claim"', targets: [{ queue: 'Claims' }] }],
        'Everyone',
      ),
    },
  ],
  workers: [
    {
      name: 'Ingrid Solheim',
      attributes: '{"full_name":"Ingrid Solheim","skills":["claims"],"limit":25000}',
      shifts: [
        { at: -18_000, activity: 'Available' },
        { at: -2_700, activity: 'Break' },
      ],
    },
    {
      name: 'Samuel Okafor',
      attributes: '{"full_name":"Samuel Okafor","skills":["addresses"]}',
      shifts: [{ at: -18_000, activity: 'Available' }],
    },
  ],
  tasks: [
    {
      key: 'water-damage',
      channel: 'default',
      workflow: 'Documents',
      priority: 0,
      timeout: 1_209_600,
      attributes: '{"kind":"claim","claim_number":900719925474099301,"pages":14,"amount":18250.00}',
      lifecycle: [{ at: -2600, step: 'create', queue: 'Claims' }],
    },
    {
      key: 'address-change',
      channel: 'default',
      workflow: 'Documents',
      priority: 0,
      timeout: 86_400,
      attributes: '{"kind":"address","customer":"C-11820"}',
      lifecycle: [
        { at: -400, step: 'create', queue: 'Everyone' },
        { at: -390, step: 'reserve', workers: ['Samuel Okafor'] },
        { at: -200, step: 'accept', worker: 'Samuel Okafor' },
        { at: 240, step: 'complete', reason: 'filed' },
      ],
    },
  ],
};
