import type { SampleChannel } from '../data/sampleWorkspace.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';

/** A task channel as the API answers it. */
export function channelBody(moment: WorkspaceMoment, channel: SampleChannel) {
  const sid = sidIn(moment.workspace, 'TC', channel.uniqueName);
  return {
    account_sid: moment.accountSid,
    ...setUpDates(moment),
    friendly_name: channel.name,
    sid,
    unique_name: channel.uniqueName,
    url: `${moment.url}/TaskChannels/${sid}`,
    workspace_sid: moment.workspaceSid,
    channel_optimized_routing: channel.uniqueName === 'chat',
    links: { workspace: moment.url },
  };
}
