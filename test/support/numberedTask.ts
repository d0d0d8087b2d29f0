import type { ProfiledTask } from '../../src/core/resources/resourceReference.ts';

/** A Task that differs from those of other numbers. */
export function numberedTask(number: number, profileId = 'env'): ProfiledTask {
  const digits = (value: number) => String(value).padStart(32, '0');
  return { profileId, workspaceSid: `WS${digits(0)}`, taskSid: `WT${digits(number)}` };
}
