import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { twilioDate } from './twilioDate.ts';

/** What tells one event from another. */
export interface EventFacts {
  /** Tells it from all other events of its Workspace. */
  readonly key: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly description: string;
  readonly actor: EventParty;
  readonly resource: EventParty;
  /** Values are strings, numbers too: so TaskRouter writes them. */
  readonly data: Readonly<Record<string, string>>;
}

export interface EventParty {
  readonly type: 'workspace' | 'worker' | 'task' | 'reservation';
  readonly sid: string;
  readonly url: string;
}

/** An event as the API answers it. */
export function eventBody(moment: WorkspaceMoment, facts: EventFacts) {
  const { workspace, workspaceSid } = moment;
  const sid = sidIn(workspace, 'EV', facts.key);
  return {
    account_sid: moment.accountSid,
    actor_sid: facts.actor.sid,
    actor_type: facts.actor.type,
    actor_url: facts.actor.url,
    description: facts.description,
    event_data: {
      ...facts.data,
      workspace_name: workspace.name,
      workspace_sid: workspaceSid,
    },
    event_date: twilioDate(facts.at),
    event_date_ms: facts.at,
    event_type: facts.type,
    resource_sid: facts.resource.sid,
    resource_type: facts.resource.type,
    resource_url: facts.resource.url,
    sid,
    source: facts.actor.type === 'worker' ? 'api' : 'twilio',
    source_ip_address: facts.actor.type === 'worker' ? '203.0.113.24' : null,
    url: `${moment.url}/Events/${sid}`,
    workspace_sid: workspaceSid,
  };
}
