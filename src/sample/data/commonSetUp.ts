import type { SampleWorkspace } from './sampleWorkspace.ts';

/** What Twilio puts into every new Workspace, and a break. */
export const commonSetUp = {
  activities: [
    { name: 'Offline', available: false },
    { name: 'Available', available: true },
    { name: 'Unavailable', available: false },
    { name: 'Break', available: false },
  ],
  timeoutActivity: 'Offline',
  channels: [
    { uniqueName: 'default', name: 'Default' },
    { uniqueName: 'voice', name: 'Voice' },
    { uniqueName: 'chat', name: 'Programmable Chat' },
    { uniqueName: 'sms', name: 'SMS' },
  ],
} as const satisfies Partial<SampleWorkspace>;
