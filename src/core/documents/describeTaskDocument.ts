import { fieldsOf } from '../json/jsonObject.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import { resourceKind } from '../resources/resourceKind.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { summarizeTask } from '../taskrouter/taskSummary.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';

/** What stands in the line beside the facts of the answer itself. */
interface ShownAround {
  readonly profile: string;
  readonly workspace: string;
  readonly time: string;
  /** As `taskrouter.privacyMode` asks. */
  readonly masked: boolean;
}

/**
 * The facts of the line above a document, in order: status and age of a Task, kind and name of any
 * other resource; profile, Workspace, and when this was so. The age is that of the answer: it does not
 * go on while the document stands.
 */
export function describeTaskDocument(
  resource: ResourceReference,
  fetched: FetchedTask,
  shown: ShownAround,
): readonly MessageArgument[] {
  const { prefix } = resourceKind(resource);
  return [
    ...(prefix === 'WT' ? describeTask(fetched, shown) : [describeOther(resource, fetched, shown)]),
    message('profile {0}', shown.profile),
    ...(prefix === 'WS' ? [] : [shown.workspace]),
    message('fetched {0}', shown.time),
  ];
}

function describeTask({ text }: FetchedTask, { masked }: ShownAround): readonly MessageArgument[] {
  const { status, ageSeconds } = summarizeTask(text);
  return [
    describeStatus(status && shownText(status, masked)),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
  ];
}

/** Names are chosen by people, and may be those of people. */
function describeOther(
  resource: ResourceReference,
  { text }: FetchedTask,
  { masked }: ShownAround,
): MessageArgument {
  const { name: kind } = resourceKind(resource);
  const { friendly_name: name } = fieldsOf(JSON.parse(text));
  if (typeof name !== 'string' || name === '') return kind;
  return message('{0} “{1}”', kind, shownText(name, masked));
}
