import { decodeAttributes } from '../history/attributeChange.ts';
import type { TaskEvent } from '../history/taskEvent.ts';
import { lastStatus } from '../history/taskPhases.ts';
import { isJsonContainer } from '../json/jsonObject.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type Localize, type Message, type MessageArgument } from '../messages/message.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import type { Timestamp } from '../resources/timestamp.ts';
import { taskFacts, taskReferences } from '../taskrouter/taskFields.ts';
import type { DetailsContext } from './detailsContext.ts';
import { readEmbedded, type EmbeddedView } from './embeddedView.ts';
import type { FactView } from './facts.ts';
import { taskLifecycle, type LifecycleView } from './lifecycle.ts';
import type { TimedText } from './liveText.ts';
import { resourceLinkOf, type ResourceLink } from './resourceLink.ts';
import { timeline, type TimelineView } from './timeline.ts';

/** What the page shows of a deleted Task: all that its events say. */
export interface DeletedTaskView {
  readonly taskSid: string;
  readonly workspace: ResourceLink;
  /** What people call the profile. */
  readonly profile: string;
  /** "Completed {0}, deleted since". */
  readonly headline: TimedText;
  /** More about it, such as the reason, or why there are no events. */
  readonly sentences: readonly string[];
  /** The last known status, as it came. */
  readonly status?: string;
  readonly statusLabel: string;
  /** When it was completed or canceled. */
  readonly ended?: Timestamp;
  readonly lifecycle: LifecycleView;
  readonly facts: readonly FactView[];
  /** The last known ones; absent if no event has any. */
  readonly attributes?: EmbeddedView;
  /** As the attributes, and absent also if there are none. */
  readonly addons?: EmbeddedView;
  /** No rows if there are no events. */
  readonly timeline: TimelineView;
}

/** The page of a deleted Task, from its events. */
export function deletedTask(
  history: readonly TaskEvent[],
  context: DetailsContext,
): DeletedTaskView {
  const { task, workspaceName, profile, present, localize } = context;
  const workspace = { sid: task.workspaceSid, name: present.line(workspaceName) };
  const status = lastStatus(history);
  const end = endOf(history);
  const attributes = lastEmbedded(history, 'attributes', context);
  const addons = lastEmbedded(history, 'addons', context);
  return {
    taskSid: task.taskSid,
    workspace: resourceLinkOf(workspace, task),
    profile: profile.name,
    headline: headlineOf(history, end, localize),
    sentences: sentencesOf(history, end).map(localize),
    ...(status !== undefined && { status }),
    statusLabel: localize(describeStatus(status)),
    ...(end?.moment !== undefined && { ended: end.moment }),
    lifecycle: taskLifecycle({}, history, context),
    facts: factsOf(history, context),
    ...(attributes !== undefined && { attributes }),
    ...(addons !== undefined && !isEmpty(addons) && { addons }),
    timeline: timeline(history, context),
  };
}

/** The name of the Workspace in the last event that has it. Empty if none does. */
export function lastWorkspaceName(history: readonly TaskEvent[]): string {
  const named = history.findLast(({ data }) => (data['workspace_name'] ?? '') !== '');
  return named?.data['workspace_name'] ?? '';
}

function isEmpty(view: EmbeddedView): boolean {
  return view.kind === 'json' && 'members' in view.value && view.value.members.length === 0;
}

function endOf(history: readonly TaskEvent[]): TaskEvent | undefined {
  return history.findLast(({ type }) => type === 'task.completed' || type === 'task.canceled');
}

function deletionOf(history: readonly TaskEvent[]): TaskEvent | undefined {
  return history.findLast(({ kind }) => kind === 'deleted');
}

function headlineOf(
  history: readonly TaskEvent[],
  end: TaskEvent | undefined,
  localize: Localize,
): TimedText {
  const at = (moment: Timestamp | undefined, withTime: Message, without: Message): TimedText =>
    moment === undefined
      ? { text: localize(without) }
      : { text: localize(withTime), at: moment.at };

  if (end?.kind === 'canceled') {
    return at(
      end.moment,
      message('Canceled {0}, deleted since', '{0}'),
      message('Canceled, deleted since'),
    );
  }
  if (end !== undefined) {
    return at(
      end.moment,
      message('Completed {0}, deleted since', '{0}'),
      message('Completed, deleted since'),
    );
  }
  const status = describeStatus(lastStatus(history));
  const deletion = deletionOf(history);
  if (deletion !== undefined) {
    return at(
      deletion.moment,
      message('Deleted {0}, last seen as {1}', '{0}', status),
      message('Deleted, last seen as {0}', status),
    );
  }
  if (history.length === 0)
    return { text: localize(message('Nothing is known of this Task any more')) };
  const seen = history.findLast(({ moment }) => moment !== undefined);
  return at(
    seen?.moment,
    message('No longer found, last seen {0} as {1}', '{0}', status),
    message('No longer found, last seen as {0}', status),
  );
}

function sentencesOf(
  history: readonly TaskEvent[],
  end: TaskEvent | undefined,
): readonly Message[] {
  if (history.length === 0) {
    return [
      message(
        'TaskRouter has no events of this Task. It ended more than 30 days ago, or was never in this Workspace.',
      ),
    ];
  }
  const reason = end?.data[`task_${end.kind}_reason`] ?? '';
  const deletion = deletionOf(history);
  return [
    ...(reason === '' ? [] : [message('Reason: {0}', reason)]),
    ...(deletion?.type === 'task.system-deleted'
      ? [message('TaskRouter deleted the Task, as it reached the maximum age of a Task.')]
      : []),
    message(
      'TaskRouter deletes Tasks some minutes after they end, and keeps their events for 30 days.',
    ),
  ];
}

/** Each fact by the last event that has it. */
function factsOf(
  history: readonly TaskEvent[],
  { task, localize }: DetailsContext,
): readonly FactView[] {
  const last = (field: string) =>
    history.findLast(({ data }) => (data[field] ?? '') !== '')?.data[field];
  const references = taskReferences.flatMap(({ role, field }): FactView[] => {
    const [sidField, nameField] = IN_EVENTS[field];
    const named = history.findLast(({ data }) => (data[sidField] ?? '') !== '');
    const sid = named?.data[sidField];
    if (sid === undefined) return [];
    const link = resourceLinkOf({ sid, name: named?.data[nameField] ?? '' }, task);
    return [
      { name: field, group: 'routing', label: localize(role), value: { kind: 'link', link } },
    ];
  });
  const fact = (
    group: FactView['group'],
    { field, label }: { readonly field: string; readonly label: Message },
    words: MessageArgument | undefined,
  ): FactView[] => {
    if (words === undefined) return [];
    return [
      {
        name: field,
        group,
        label: localize(label),
        value: { kind: 'words', words: localize(words) },
      },
    ];
  };
  const age = last('task_age');
  const seconds = Number(age);
  const created = history.find(({ type }) => type === 'task.created')?.moment;
  return [
    ...references,
    ...fact('routing', taskFacts.priority, last('task_priority')),
    ...fact(
      'time',
      { field: 'age', label: message('Last known age') },
      age !== undefined && Number.isFinite(seconds) ? describeDuration(seconds) : age,
    ),
    ...(created === undefined ? [] : [createdFact(created, localize)]),
  ];
}

function createdFact(moment: Timestamp, localize: Localize): FactView {
  const { field, label } = taskFacts.created;
  const written = new Date(moment.at).toISOString();
  return {
    name: field,
    group: 'time',
    label: localize(label),
    value: { kind: 'moment', timestamp: moment, written },
  };
}

/** What events call the fields of a Task that refer to something. */
const IN_EVENTS = {
  task_queue_sid: ['task_queue_sid', 'task_queue_name'],
  workflow_sid: ['workflow_sid', 'workflow_name'],
  task_channel_sid: ['task_channel_sid', 'task_channel_unique_name'],
  routing_target: ['task_routing_target', ''],
} as const;

/**
 * The last known attributes or add-ons of a Task. TaskRouter redacts those of older events in a way that is not
 * documented, so the last ones that are JSON are preferred.
 */
function lastEmbedded(
  history: readonly TaskEvent[],
  name: 'attributes' | 'addons',
  context: DetailsContext,
): EmbeddedView | undefined {
  const texts = history.flatMap((event) => event[name] ?? []);
  const text = texts.findLast(isJsonContainer) ?? texts.at(-1);
  return text === undefined
    ? undefined
    : readEmbedded(decodeAttributes(text, context.present), text, context);
}
