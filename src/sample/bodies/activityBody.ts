import type { SampleActivity } from '../data/sampleWorkspace.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';

/** An activity as the API answers it. */
export function activityBody(moment: WorkspaceMoment, activity: SampleActivity) {
  const sid = sidIn(moment.workspace, 'WA', activity.name);
  return {
    account_sid: moment.accountSid,
    available: activity.available,
    ...setUpDates(moment),
    friendly_name: activity.name,
    sid,
    url: `${moment.url}/Activities/${sid}`,
    workspace_sid: moment.workspaceSid,
    links: { workspace: moment.url },
  };
}
