import { changedIndexPaths } from '../json/jsonDiff.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import { presenter } from '../privacy/presenter.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import type { DetailsContext } from './detailsContext.ts';
import type { EmbeddedView } from './embeddedView.ts';
import { taskDetails, type TaskDetailsView } from './taskDetails.ts';

/** What is another than the fetch before had. */
export interface ViewChanges {
  /** Names of facts. */
  readonly facts: readonly string[];
  /** Places in the values, such as `2.0`. */
  readonly attributes: readonly string[];
  readonly addons: readonly string[];
  readonly otherFields: readonly string[];
}

export const noChanges: ViewChanges = { facts: [], attributes: [], addons: [], otherFields: [] };

/** Grows with every fetch, which is no news. */
const ALWAYS_CHANGING: readonly string[] = ['age'];

/**
 * What the page of a Task shows otherwise than it did before. Compared is what came, as masked values
 * are all alike; of a value it is only told where it is.
 */
export function viewChanges(
  before: FetchedTask,
  after: FetchedTask,
  context: DetailsContext,
): ViewChanges {
  const asItCame = { ...context, present: presenter(false) };
  const view = ({ text, fetchedAt, etag }: FetchedTask) =>
    taskDetails(text, fetchedAt, asItCame, etag);
  return changesBetween(view(before), view(after));
}

function changesBetween(before: TaskDetailsView, after: TaskDetailsView): ViewChanges {
  const known = new Map(before.facts.map(({ name, value }) => [name, JSON.stringify(value)]));
  const facts = after.facts
    .filter(({ name, value }) => known.get(name) !== JSON.stringify(value))
    .map(({ name }) => name)
    .filter((name) => !ALWAYS_CHANGING.includes(name));
  const places = (name: 'attributes' | 'addons') =>
    changedIndexPaths(valueOf(before[name]), valueOf(after[name]));
  return {
    facts,
    attributes: places('attributes'),
    addons: places('addons'),
    otherFields: changedIndexPaths(
      { kind: 'object', members: before.otherFields },
      { kind: 'object', members: after.otherFields },
    ),
  };
}

const NOTHING: JsonValue = { kind: 'object', members: [] };

function valueOf(view: EmbeddedView | undefined): JsonValue {
  return view?.kind === 'json' ? view.value : NOTHING;
}
