import { asRecord } from '../json/jsonObject.ts';
import { decodeEmbeddedJson, printJson } from '../json/jsonText.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { resourceKind } from '../resources/resourceKind.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import type { Failure } from '../taskrouter/failure.ts';
import { summarizeTask } from '../taskrouter/taskSummary.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import type { TaskRecord } from '../tasks/taskStore.ts';

/** How a document shows its resource. */
export interface DocumentView {
  /** Shows `attributes`, `addons` and `configuration` as JSON instead of strings. */
  readonly decoded: boolean;
  readonly present: Presenter;
}

/**
 * The text of a document: the last successful answer, even if a later fetch failed. Without an answer, the
 * failure as JSON. Empty until the first attempt has ended.
 */
export function renderTaskDocument(
  record: TaskRecord | undefined,
  { decoded, present }: DocumentView,
  describe: (failure: Failure) => string,
): string {
  if (record?.fetched !== undefined) {
    const { text } = record.fetched;
    return printJson(present.json(decoded ? decodeEmbeddedJson(text) : text));
  }
  if (record?.failure === undefined) return '';
  return printError(record.failure.kind, describe(record.failure));
}

/** The text of a document without an answer: JSON, as that is the document's language. */
export function printError(kind: string, sentence: string): string {
  return JSON.stringify({ error: { kind, message: sentence } }, null, 2) + '\n';
}

/** The text of a document whose resource is not in memory: how to fetch it. */
export function printNotFetched(sentence: string): string {
  return JSON.stringify({ notFetched: { message: sentence } }, null, 2) + '\n';
}

/** The parts of the line above a document that are not from the answer. */
interface DocumentContext {
  readonly profile: string;
  readonly workspace: string;
  readonly time: string;
  readonly present: Presenter;
}

/**
 * The facts in the line above a document: status and age of a Task, or kind and name of another resource,
 * then profile, Workspace and time of the fetch. The age is from the answer and is not updated.
 */
export function describeTaskDocument(
  resource: ResourceReference,
  fetched: FetchedTask,
  shown: DocumentContext,
): readonly MessageArgument[] {
  const { prefix } = resourceKind(resource);
  return [
    ...(prefix === 'WT' ? describeTask(fetched, shown) : [describeOther(resource, fetched, shown)]),
    message('profile {0}', shown.profile),
    ...(prefix === 'WS' ? [] : [shown.workspace]),
    message('fetched {0}', shown.time),
  ];
}

function describeTask(
  { text }: FetchedTask,
  { present }: DocumentContext,
): readonly MessageArgument[] {
  const { status, ageSeconds } = summarizeTask(text);
  return [
    describeStatus(status && present.line(status)),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
  ];
}

/** Masks the name as well: a Worker's is often that of a person. */
function describeOther(
  resource: ResourceReference,
  { text }: FetchedTask,
  { present }: DocumentContext,
): MessageArgument {
  const { name: kind } = resourceKind(resource);
  const { friendly_name: name } = asRecord(JSON.parse(text));
  if (typeof name !== 'string' || name === '') return kind;
  return message('{0} “{1}”', kind, present.line(name));
}
