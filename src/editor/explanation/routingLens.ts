import type { Command, Uri } from 'vscode';
import { waitingPlace } from '../../core/explanation/waitingPlace.ts';
import { message } from '../../core/messages/message.ts';
import { shownText } from '../../core/messages/plainText.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { formatTime } from '../ui/formatTime.ts';
import { localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import type { RoutingExplanations } from './routingExplanations.ts';

/** So that the actions beside it stay in sight. */
const MAX_TITLE_LENGTH = 70;

/**
 * The CodeLens of a waiting Task's document: why it waits, once that is known. Before that it offers to find
 * out, as a CodeLens is shown without an act of the user and must not ask TaskRouter.
 */
export function routingLens(
  task: ProfiledTask,
  record: TaskRecord | undefined,
  uri: Uri,
  explanations: Pick<RoutingExplanations, 'known' | 'isPending'>,
): Command[] {
  const text = record?.fetched?.text;
  // Nothing is asked of another host than the one that the text came from.
  if (text === undefined || record?.formerProfile !== undefined || record?.fetching === true) {
    return [];
  }
  if (waitingPlace(task, text) === undefined) return [];
  if (explanations.isPending(task)) {
    return [{ title: localize(message('Finding the reason…')), command: '' }];
  }
  const known = explanations.known(task, text);
  if (known === undefined) {
    return [toCommand(localize(message('Why Is It Waiting?')), commandIds.readRouting, uri)];
  }
  const summary = plainText(localize(known.summary));
  const title = shownText(summary, MAX_TITLE_LENGTH);
  const tooltip = message('As of {0}. Click to see how the Task is routed.', formatTime(known.at));
  return [
    {
      ...toCommand(title, commandIds.explainRouting, uri),
      tooltip: title === summary ? localize(tooltip) : `${summary}\n${localize(tooltip)}`,
    },
  ];
}
