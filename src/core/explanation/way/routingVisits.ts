import type { Party, TaskEvent } from '../../history/taskEvent.ts';
import { asRecord, parseJson } from '../../json/jsonObject.ts';
import { countIn, type ConfigurationNode } from '../../routing/configuration/configurationNode.ts';
import type { WorkflowConfiguration } from '../../routing/configuration/workflowConfiguration.ts';

/** A stay of a Task at a target of its Workflow, by its events. */
export interface RoutingVisit {
  /** Null if the events do not fit the Workflow as it is now. */
  readonly filter: number | 'default' | null;
  readonly target: number | null;
  readonly queue?: Party;
  readonly priority?: number;
  /** In ms since the epoch. */
  readonly from?: number;
  readonly to?: number;
  /**
   * Why it was routed anew while it was there, such as `reservation_canceled`; oldest first, and empty
   * where no reason is given.
   */
  readonly evaluations: readonly string[];
  /** Why it went on. */
  readonly leftBy?: 'timeout' | 'skipped' | 'attributes' | 'moved';
  /** Whether nothing else in the Workflow fits its events. */
  readonly isCertain: boolean;
}

/** The fields of an event that say where a Task is routed. Texts are as they came. */
interface RoutingSign {
  readonly type: string;
  readonly at?: number;
  readonly queue?: Party;
  readonly queueSid: string;
  readonly queueName: string;
  readonly filterName?: string;
  readonly filterExpression?: string;
  readonly targetExpression?: string;
  readonly priority?: number;
  readonly reason?: string;
}

/** A target, or the default, as an event may name it. */
interface Place {
  readonly filter: number | 'default';
  readonly target: number | null;
  readonly queue?: string;
  readonly filterName?: string;
  readonly filterExpression?: string;
  readonly targetExpression?: string;
  readonly priority?: number;
}

const ENTERING: readonly string[] = [
  'workflow.target-matched',
  'task-queue.entered',
  'task-queue.moved',
];

/** In recordings, the events of one transaction are some milliseconds apart. */
const ACT_MS = 50;

/**
 * Where a Task was on its way through its Workflow, oldest first. TaskRouter names the filter and the
 * target by their expressions only, and not in all events, so several targets may fit.
 *
 * @param history in its order
 * @param isOut whether the Task does not match a filter, which decides if its events fit several
 */
export function routingVisits(
  history: readonly TaskEvent[],
  configuration: WorkflowConfiguration | undefined,
  isOut: (filter: number) => boolean = () => false,
): readonly RoutingVisit[] {
  const places = configuration === undefined ? [] : placesOf(configuration);
  const visits: RoutingVisit[] = [];
  for (const sign of joinedSigns(history.flatMap(signOf))) {
    const last = visits.at(-1);
    if (!ENTERING.includes(sign.type)) {
      if (last?.leftBy !== undefined || last === undefined) continue;
      const leftBy = sign.type === 'workflow.skipped' ? 'skipped' : 'timeout';
      visits[visits.length - 1] = {
        ...last,
        leftBy,
        ...(sign.at !== undefined && { to: sign.at }),
      };
      continue;
    }
    const { place, isCertain } = placeOf(sign, places, last, isOut);
    const isSame =
      last !== undefined &&
      last.leftBy === undefined &&
      (place === undefined
        ? last.filter === null && last.queue?.sid === sign.queue?.sid
        : place.filter === last.filter && place.target === last.target);
    if (isSame) {
      if (sign.type !== 'workflow.target-matched') continue;
      const evaluations = [...last.evaluations, sign.reason ?? ''];
      visits[visits.length - 1] = { ...last, evaluations };
      continue;
    }
    if (last !== undefined) visits[visits.length - 1] = leave(last, sign);
    visits.push({
      ...{ filter: place?.filter ?? null, target: place?.target ?? null },
      ...(sign.queue && { queue: sign.queue }),
      ...(sign.priority !== undefined && { priority: sign.priority }),
      ...(sign.at !== undefined && { from: sign.at }),
      ...{ evaluations: [], isCertain },
    });
  }
  return visits;
}

function leave(visit: RoutingVisit, { at, reason, type }: RoutingSign): RoutingVisit {
  const cause =
    reason === 'attribute_update'
      ? 'attributes'
      : type === 'task-queue.moved'
        ? 'moved'
        : undefined;
  const leftBy = visit.leftBy ?? cause;
  const to = visit.to ?? at;
  return { ...visit, ...(leftBy && { leftBy }), ...(to !== undefined && { to }) };
}

function signOf(event: TaskEvent): readonly RoutingSign[] {
  const { type, moment, parties } = event;
  const isEnd = ['workflow.skipped', 'workflow.timeout', 'task-queue.timeout'].includes(type);
  if (!isEnd && !ENTERING.includes(type)) return [];
  const data = dataOf(event.text);
  const text = (name: string) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const filterExpression = text('workflow_filter_expression');
  const targetExpression = text('workflow_filter_target_expression');
  const filterName = text('workflow_filter_name');
  const reason = text('task_re_evaluated_reason') ?? text('target_changed_reason');
  const priority = Number(data['task_priority'] ?? NaN);
  return [
    {
      ...{ type, queueSid: text('task_queue_sid') ?? '', queueName: text('task_queue_name') ?? '' },
      ...(moment && { at: moment.at }),
      ...(parties.queue && { queue: parties.queue }),
      ...(filterName !== undefined && { filterName }),
      ...(filterExpression !== undefined && {
        filterExpression: plainExpression(filterExpression),
      }),
      ...(targetExpression !== undefined && {
        targetExpression: plainExpression(targetExpression),
      }),
      ...(Number.isFinite(priority) && { priority }),
      ...(reason !== undefined && { reason }),
    },
  ];
}

/** `event_data` is an object, or a string that holds one. */
function dataOf(text: string): Readonly<Record<string, unknown>> {
  const answer = parseJson(text);
  const { event_data: data } = asRecord(answer.valid ? answer.value : undefined);
  if (typeof data !== 'string') return asRecord(data);
  const inner = parseJson(data);
  return asRecord(inner.valid ? inner.value : undefined);
}

/** Recorded in 2018 as a JSON array with the text, since 2023 as the text. */
function plainExpression(text: string): string {
  const list = /^\s*\[\s*"/.test(text) ? parseJson(text) : undefined;
  const [first] =
    list?.valid === true && Array.isArray(list.value) ? (list.value as unknown[]) : [];
  return normalized(typeof first === 'string' ? first : text);
}

function normalized(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Without the `task-queue.…` events beside a `workflow.target-matched`, which says more. */
function joinedSigns(signs: readonly RoutingSign[]): readonly RoutingSign[] {
  return signs.filter((sign) => {
    if (sign.type !== 'task-queue.entered' && sign.type !== 'task-queue.moved') return true;
    return !signs.some(
      (other) =>
        other.type === 'workflow.target-matched' &&
        other.queueSid === sign.queueSid &&
        Math.abs((other.at ?? 0) - (sign.at ?? Infinity)) <= ACT_MS,
    );
  });
}

function placesOf({ filters, defaultFilter }: WorkflowConfiguration): readonly Place[] {
  const places = filters.flatMap(({ index, name, expression, targets }) =>
    targets.map((target): Place => {
      const filterExpression = textIn(expression);
      const targetExpression = textIn(target.expression);
      const queue = textIn(target.queue);
      const priority = countIn(target.priority);
      return {
        ...{ filter: index, target: target.index },
        ...(queue !== undefined && { queue }),
        ...(name !== undefined && { filterName: name }),
        ...(filterExpression !== undefined && { filterExpression: normalized(filterExpression) }),
        ...(targetExpression !== undefined && { targetExpression: normalized(targetExpression) }),
        ...(priority !== undefined && { priority }),
      };
    }),
  );
  const queue = textIn(defaultFilter?.queue);
  if (defaultFilter === undefined) return places;
  return [...places, { filter: 'default', target: null, ...(queue !== undefined && { queue }) }];
}

function textIn(node: ConfigurationNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

function placeOf(
  sign: RoutingSign,
  places: readonly Place[],
  last: RoutingVisit | undefined,
  isOut: (filter: number) => boolean,
): { readonly place?: Place; readonly isCertain: boolean } {
  const all = places.filter((place) => fits(sign, place));
  if (all.length === 1) return { ...(all[0] && { place: all[0] }), isCertain: true };
  const likely = all.filter(({ filter }) => filter === 'default' || !isOut(filter));
  const fitting = likely.length > 0 ? likely : all;
  const [only] = fitting;
  if (only === undefined) return { isCertain: false };
  const [known, index] = [last?.filter ?? null, last ? places.findIndex(isAt(last)) : -1];
  const same = fitting.find((place) => last !== undefined && isAt(last)(place));
  // A Task that is routed again stays where it was if that still fits. Otherwise it only moves forward.
  const isAnew = sign.reason !== undefined || sign.type !== 'workflow.target-matched';
  if (same !== undefined && isAnew && last?.leftBy === undefined) {
    return { place: same, isCertain: false };
  }
  const next = known === null ? only : fitting.find((place) => places.indexOf(place) > index);
  return { place: next ?? only, isCertain: false };
}

function isAt({ filter, target }: RoutingVisit) {
  return (place: Place) => place.filter === filter && place.target === target;
}

function fits(sign: RoutingSign, place: Place): boolean {
  const isQueue = place.queue === sign.queueSid || place.queue === sign.queueName;
  if (!isQueue) return false;
  if (place.priority !== undefined && sign.priority !== undefined) {
    if (place.priority !== sign.priority) return false;
  }
  if (sign.type !== 'workflow.target-matched') return true;
  const { filterName, filterExpression, targetExpression } = sign;
  if (place.filter === 'default') return filterName === undefined && filterExpression === undefined;
  if (filterExpression !== undefined && filterExpression !== place.filterExpression) return false;
  if (filterName !== undefined && place.filterName !== undefined) {
    if (filterName !== place.filterName) return false;
  }
  // In recordings, it is absent if the target has none. As it is not documented, an event may lack all names.
  const isNamed = filterName !== undefined || filterExpression !== undefined;
  return !isNamed || targetExpression === place.targetExpression;
}
