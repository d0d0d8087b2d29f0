import { changedIndexPaths } from '../json/jsonDiff.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import type { EmbeddedView } from './embeddedView.ts';
import type { TaskDetailsView } from './taskDetails.ts';

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

/** What a Task's page shows otherwise than it did before. */
export function viewChanges(before: TaskDetailsView, after: TaskDetailsView): ViewChanges {
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
