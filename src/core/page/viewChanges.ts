import { changedMemberView } from '../history/attributeChange.ts';
import { jsonChanges } from '../json/jsonDiff.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import { presenter } from '../privacy/presenter.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import type { DetailsContext } from './detailsContext.ts';
import type { EmbeddedView } from './embeddedView.ts';
import type { FactView } from './facts.ts';
import { taskDetails, type TaskDetailsView } from './taskDetails.ts';

/** What differs from earlier fetches, with the values before. */
export interface ViewChanges {
  /** The label of the status before. */
  readonly status?: string;
  readonly facts: readonly ChangedFact[];
  readonly attributes: ChangedValues;
  readonly addons: ChangedValues;
  readonly otherFields: ChangedValues;
}

interface ChangedFact {
  readonly name: string;
  /** Absent if the Task did not have it. */
  readonly before?: FactView['value'];
}

export interface ChangedValues {
  readonly changed: readonly ChangedValue[];
  /** Values that were removed. */
  readonly removed: readonly RemovedValue[];
}

interface ChangedValue {
  /** The index path of the value, such as `2.0`. */
  readonly at: string;
  /** Absent for what was added. Of a long value, the part that differs. */
  readonly before?: string;
}

interface RemovedValue {
  /** Such as `customer.name`. */
  readonly path: string;
  readonly before: string;
}

const noValues: ChangedValues = { changed: [], removed: [] };

export const noChanges: ViewChanges = {
  facts: [],
  attributes: noValues,
  addons: noValues,
  otherFields: noValues,
};

/** The age grows with every fetch. The date of the last change, with its version, differs with anything else. */
const ALWAYS_CHANGING: readonly string[] = ['age', 'date_updated'];

/**
 * What the latest fetch of a Task shows that earlier ones did not. A value that has changed back is marked
 * as well, with what it was in between.
 *
 * Compared is what was answered, as masked values are all alike. Shown is what the presenter returns.
 *
 * @param earlier the oldest first
 */
export function viewChanges(
  earlier: readonly FetchedTask[],
  latest: FetchedTask,
  context: DetailsContext,
): ViewChanges {
  const now = comparedViews(latest, context);
  return earlier
    .map((fetched) => changesBetween(comparedViews(fetched, context), now))
    .reduce(merge, noChanges);
}

interface ComparedViews {
  readonly answered: TaskDetailsView;
  readonly shown: TaskDetailsView;
}

function comparedViews(
  { text, fetchedAt, etag }: FetchedTask,
  context: DetailsContext,
): ComparedViews {
  const shown = taskDetails(text, fetchedAt, context, etag);
  if (!context.present.masks) return { answered: shown, shown };
  const plain = { ...context, present: presenter(false) };
  return { answered: taskDetails(text, fetchedAt, plain, etag), shown };
}

function changesBetween(before: ComparedViews, after: ComparedViews): ViewChanges {
  const { header } = before.answered;
  const values = (of: (view: TaskDetailsView) => JsonValue) =>
    changedValues(of(before.answered), of(after.answered), of(before.shown), of(after.shown));
  const otherFields = ({ otherFields: members }: TaskDetailsView): JsonValue => ({
    kind: 'object',
    members,
  });
  return {
    ...(header.status !== after.answered.header.status && {
      status: before.shown.header.statusLabel,
    }),
    facts: changedFacts(before, after),
    attributes: values((view) => valueOf(view.attributes)),
    addons: values((view) => valueOf(view.addons)),
    otherFields: values(otherFields),
  };
}

function changedFacts(before: ComparedViews, after: ComparedViews): readonly ChangedFact[] {
  const known = new Map(
    before.answered.facts.map(({ name, value }) => [name, JSON.stringify(value)]),
  );
  const shown = new Map(before.shown.facts.map(({ name, value }) => [name, value]));
  return after.answered.facts
    .filter(({ name }) => !ALWAYS_CHANGING.includes(name))
    .filter(({ name, value }) => known.get(name) !== JSON.stringify(value))
    .map(({ name }) => {
      const old = shown.get(name);
      return { name, ...(old !== undefined && { before: old }) };
    });
}

const NOTHING: JsonValue = { kind: 'object', members: [] };

function valueOf(view: EmbeddedView | undefined): JsonValue {
  return view?.kind === 'json' ? view.value : NOTHING;
}

/** @param shownBefore what is shown of `before`; masking changes no positions */
function changedValues(
  before: JsonValue,
  after: JsonValue,
  shownBefore: JsonValue,
  shownAfter: JsonValue,
): ChangedValues {
  const shown = { before: shownBefore, after: shownAfter };
  const changed: ChangedValue[] = [];
  const removed: RemovedValue[] = [];
  for (const change of jsonChanges(before, after)) {
    const { path, before: old } = changedMemberView(change, shown);
    const text = old?.shown;
    if (change.after === '') changed.push(...eachMember(after));
    else if (change.after !== undefined) {
      changed.push({ at: change.after, ...(text !== undefined && { before: text }) });
    } else if (text !== undefined) removed.push({ path, before: text });
  }
  return { changed, removed };
}

/** If an array replaces an object, all of its members are new. */
function eachMember(value: JsonValue): readonly ChangedValue[] {
  return 'members' in value ? value.members.map((_, index) => ({ at: String(index) })) : [];
}

/** Of two changes of one value the earlier counts, as it has the value that the user saw. */
function merge(earlier: ViewChanges, later: ViewChanges): ViewChanges {
  const status = earlier.status ?? later.status;
  const values = (one: ChangedValues, other: ChangedValues): ChangedValues => ({
    changed: firstOfEach(({ at }) => at, one.changed, other.changed),
    removed: firstOfEach(({ path }) => path, one.removed, other.removed),
  });
  return {
    ...(status !== undefined && { status }),
    facts: firstOfEach(({ name }) => name, earlier.facts, later.facts),
    attributes: values(earlier.attributes, later.attributes),
    addons: values(earlier.addons, later.addons),
    otherFields: values(earlier.otherFields, later.otherFields),
  };
}

function firstOfEach<T>(
  key: (item: T) => string,
  one: readonly T[],
  other: readonly T[],
): readonly T[] {
  const known = new Set(one.map(key));
  return [...one, ...other.filter((item) => !known.has(key(item)))];
}

/** Whether anything is marked. */
export function hasChanges({ status, facts, ...values }: ViewChanges): boolean {
  const parts: readonly ChangedValues[] = Object.values(values);
  return (
    status !== undefined ||
    facts.length > 0 ||
    parts.some(({ changed, removed }) => changed.length + removed.length > 0)
  );
}
