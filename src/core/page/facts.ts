import { describeDuration } from '../messages/duration.ts';
import { message, type Localize } from '../messages/message.ts';
import { escapeInvisible } from '../json/escapeInvisible.ts';
import { shownText } from '../privacy/shownText.ts';
import { readTimestamp, type Timestamp } from '../resources/timestamp.ts';
import {
  taskFacts,
  taskReferences,
  type TaskFact,
  type TaskFields,
} from '../taskrouter/taskFields.ts';
import type { DetailsContext } from './detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from './resourceLink.ts';

export interface FactView {
  /** The field that it comes from, such as `priority`. */
  readonly name: string;
  readonly group: 'routing' | 'time';
  readonly label: string;
  readonly value: FactValueView;
}

type FactValueView =
  /** The field is null, empty or missing, where that says something. */
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'link'; readonly link: ResourceLink }
  /** `written` is the date as the API wrote it, `note` what is known besides. */
  | {
      readonly kind: 'moment';
      readonly timestamp: Timestamp;
      readonly written: string;
      readonly note?: string;
    }
  /** Age against timeout: "20 min 14 s of 1 h", of which `ratio` is from 0 to 1. */
  | { readonly kind: 'meter'; readonly words: string; readonly ratio: number };

/** A reason is a sentence or two. */
const MAX_REASON_LENGTH = 1000;

export function factViews(
  { facts, references, rest }: TaskFields,
  { task, masked, localize }: DetailsContext,
  version: string | undefined,
): readonly FactView[] {
  const none = (field: string): FactValueView | undefined =>
    rest.nothing(field) ? { kind: 'none' } : undefined;
  const routing = taskReferences.map(({ role, field, names }): FactView | undefined => {
    const reference = references.find((one) => one.field === field);
    if (names !== undefined) rest.nothing(names);
    const value: FactValueView | undefined =
      reference === undefined
        ? none(field)
        : {
            kind: 'link',
            link: resourceLinkOf(
              { sid: reference.sid, name: shownText(reference.name, masked) },
              task,
            ),
          };
    return value && { name: field, group: 'routing', label: localize(role), value };
  });
  const fact = (
    group: FactView['group'],
    name: TaskFact,
    show: (value: string) => FactValueView,
  ): FactView | undefined => {
    const { field, label } = taskFacts[name];
    const told = facts[name];
    const value = told === undefined ? none(field) : show(told);
    return value && { name: field, group, label: localize(label), value };
  };
  const words = (value: string): FactValueView => ({
    kind: 'words',
    // A number that is parted by what is not seen is found in one line only.
    words: masked ? shownText(value, masked, MAX_REASON_LENGTH) : escapeInvisible(value),
  });
  const meter = meterView(facts.age, facts.timeout, localize);
  const all = [
    ...routing,
    fact('routing', 'priority', words),
    fact('time', 'age', (age) => meter ?? durationView(age, localize)),
    meter === undefined
      ? fact('time', 'timeout', (seconds) => durationView(seconds, localize))
      : undefined,
    fact('time', 'entered', (written) => timestampView(written, localize)),
    fact('time', 'created', (written) => timestampView(written, localize)),
    fact('time', 'updated', (written) => timestampView(written, localize, version)),
    fact('time', 'reason', words),
  ];
  return all.filter((view) => view !== undefined);
}

/** Age against timeout, where there are both: TaskRouter cancels a Task that waits longer. */
function meterView(age = '', timeout = '', localize: Localize): FactValueView | undefined {
  const [seconds, most] = [age, timeout].map((text) => (text === '' ? NaN : Number(text)));
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
  if (most === undefined || !Number.isFinite(most) || most <= 0) return undefined;
  return {
    kind: 'meter',
    words: localize(message('{0} of {1}', describeDuration(seconds), describeDuration(most))),
    ratio: Math.min(1, Math.max(0, seconds / most)),
  };
}

function durationView(seconds: string, localize: Localize): FactValueView {
  const isNumber = Number.isFinite(Number(seconds));
  return {
    kind: 'words',
    words: isNumber ? localize(describeDuration(Number(seconds))) : escapeInvisible(seconds),
  };
}

function timestampView(written: string, localize: Localize, version?: string): FactValueView {
  const moment = readTimestamp(undefined, written);
  return moment === undefined
    ? { kind: 'words', words: escapeInvisible(written) }
    : {
        ...{ kind: 'moment', timestamp: moment, written: escapeInvisible(written) },
        ...(version !== undefined && { note: localize(message('version {0}', version)) }),
      };
}
