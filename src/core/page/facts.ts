import { describeDuration } from '../messages/duration.ts';
import { message, type Localize } from '../messages/message.ts';
import { escapeInvisible } from '../json/escapeInvisible.ts';
import { isTime, readTimestamp, type Timestamp } from '../resources/timestamp.ts';
import {
  taskFacts,
  taskReferences,
  type TaskFact,
  type TaskFields,
} from '../taskrouter/taskFields.ts';
import type { DetailsContext } from './detailsContext.ts';
import type { GrowingText } from './liveText.ts';
import { resourceLinkOf, type ResourceLink } from './resourceLink.ts';

export interface FactView {
  /** The field that it comes from, such as `priority`. */
  readonly name: string;
  readonly group: 'routing' | 'time';
  readonly label: string;
  readonly value: FactValueView;
}

type FactValueView =
  /** The field is null, empty or missing, and that is worth showing. */
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly words: string; readonly growing?: GrowingText }
  | { readonly kind: 'link'; readonly link: ResourceLink }
  /** `written` is the date as the API wrote it, and `note` more about it. */
  | {
      readonly kind: 'moment';
      readonly timestamp: Timestamp;
      readonly written: string;
      readonly note?: string;
    }
  /** Age against timeout: "20 min 14 s of 1 h", of which `ratio` is from 0 to 1. */
  | {
      readonly kind: 'meter';
      readonly words: string;
      readonly ratio: number;
      /** In seconds. */
      readonly timeout: number;
      readonly growing?: GrowingText;
    };

/** @param answeredAt when the answer had the Task's age, by the server's clock; absent if it is over */
export function factViews(
  { facts, references, rest }: TaskFields,
  { task, present, localize }: DetailsContext,
  version: string | undefined,
  answeredAt?: number,
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
            link: resourceLinkOf({ sid: reference.sid, name: present.line(reference.name) }, task),
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
    words: escapeInvisible(present.text(value)),
  });
  const seconds = Number(facts.age);
  const began =
    answeredAt === undefined || facts.age === undefined ? NaN : answeredAt - seconds * 1000;
  const since = isTime(began) ? beginning(began, facts.created) : undefined;
  const meter = meterView(facts.age, facts.timeout, localize, since);
  const all = [
    ...routing,
    fact('routing', 'priority', words),
    fact('time', 'age', (age) => meter ?? durationView(age, localize, since)),
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

/** How far the date of creation and the age in whole seconds can be apart, with the time of the request. */
const AGE_TOLERANCE_MS = 3000;

/** When the age began: the date of creation if it fits, so that the two count alike. */
function beginning(since: number, created: string | undefined): number {
  const date = readTimestamp(undefined, created)?.at ?? NaN;
  return Math.abs(date - since) <= AGE_TOLERANCE_MS ? date : since;
}

/** Age and timeout as a meter, if the Task has both: TaskRouter cancels a Task that waits longer. */
function meterView(
  age = '',
  timeout = '',
  localize: Localize,
  since: number | undefined,
): FactValueView | undefined {
  const [seconds, most] = [age, timeout].map((text) => (text === '' ? NaN : Number(text)));
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
  if (most === undefined || !Number.isFinite(most) || most <= 0) return undefined;
  return {
    kind: 'meter',
    words: localize(message('{0} of {1}', describeDuration(seconds), describeDuration(most))),
    ratio: Math.min(1, Math.max(0, seconds / most)),
    timeout: most,
    ...(since !== undefined && {
      growing: { text: localize(message('{0} of {1}', '{0}', describeDuration(most))), since },
    }),
  };
}

function durationView(seconds: string, localize: Localize, since?: number): FactValueView {
  const isNumber = Number.isFinite(Number(seconds));
  return {
    kind: 'words',
    words: isNumber ? localize(describeDuration(Number(seconds))) : escapeInvisible(seconds),
    ...(since !== undefined && { growing: { text: '{0}', since } }),
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
