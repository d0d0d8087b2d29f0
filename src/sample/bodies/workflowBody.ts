import type { SampleWorkflow } from '../data/sampleWorkspace.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';

/** A Workflow as the API answers it. */
export function workflowBody(moment: WorkspaceMoment, workflow: SampleWorkflow) {
  const sid = sidIn(moment.workspace, 'WW', workflow.name);
  const url = `${moment.url}/Workflows/${sid}`;
  return {
    account_sid: moment.accountSid,
    assignment_callback_url: 'https://acme.example.com/taskrouter/assignment',
    configuration: workflow.configuration,
    ...setUpDates(moment),
    document_content_type: 'application/json',
    fallback_assignment_callback_url: null,
    friendly_name: workflow.name,
    sid,
    task_reservation_timeout: workflow.reservationTimeout,
    url,
    links: {
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
    },
    workspace_sid: moment.workspaceSid,
  };
}
