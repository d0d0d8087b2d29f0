const twoWeeks = 14 * 24 * 60 * 60;

/** What the Tasks of one kind have in common. */
export const taskKinds = {
  call: { channel: 'voice', workflow: 'Incoming Calls', priority: 0, timeout: 3600 },
  callback: { channel: 'default', workflow: 'Incoming Calls', priority: 0, timeout: 3600 },
  chat: { channel: 'chat', workflow: 'Messages', priority: 0, timeout: 86_400 },
  sms: { channel: 'sms', workflow: 'Messages', priority: 0, timeout: 86_400 },
  video: { channel: 'video', workflow: 'Appointments', priority: 0, timeout: twoWeeks },
  paper: { channel: 'default', workflow: 'Appointments', priority: 0, timeout: twoWeeks },
} as const;
