import { message, type Message, type MessageArgument } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { isTime } from '../resources/timestamp.ts';
import { isSidOf, shortenSid } from '../sids/sid.ts';
import type { WorkflowConfiguration } from '../routing/configuration/workflowConfiguration.ts';
import type { RoutedQueue } from '../routing/simulate/routingResources.ts';
import type { NamedResource, ExplainedStep } from './routingExplanation.ts';

/** The names of TaskQueues, filters and steps as an explanation shows them. */
export class ShownRouting {
  readonly present: Presenter;
  /** A time, in ms since the epoch, as the reader writes it. */
  readonly clock: (time: number) => string;
  readonly #queues: readonly RoutedQueue[];
  readonly #configuration: WorkflowConfiguration | undefined;

  constructor(
    present: Presenter,
    clock: (time: number) => string,
    queues: readonly RoutedQueue[],
    configuration: WorkflowConfiguration | undefined,
  ) {
    this.present = present;
    // Timeouts of a configuration can be any number.
    this.clock = (time) => (isTime(time) ? clock(time) : '?');
    this.#queues = queues;
    this.#configuration = configuration;
  }

  /** @param name its SID, or its friendly name where no SID is known */
  queue(name: string | undefined): NamedResource | undefined {
    if (name === undefined || name === '') return undefined;
    const found =
      this.#queues.find(({ sid }) => sid === name) ??
      this.#queues.find((queue) => queue.name === name);
    const isSid = isSidOf(name, 'WQ');
    const sid = found?.sid ?? (isSid ? name : undefined);
    const shown = found?.name ?? (isSid ? shortenSid(name) : name);
    return { ...(sid !== undefined && { sid }), name: this.present.line(shown) };
  }

  filter(index: ExplainedStep['filter']): MessageArgument {
    if (index === 'default') return message('default filter');
    if (index === 'routingTarget') return message('routing target');
    const { name = '' } = this.#filterAt(index) ?? {};
    if (name !== '') return this.present.line(name);
    return index === null ? '' : message('filter {0}', index + 1);
  }

  /** After the word "filter": its name in quotes, or its number. */
  filterLabel(index: number): string {
    const { name = '' } = this.#filterAt(index) ?? {};
    return name === '' ? String(index + 1) : `"${this.present.line(name)}"`;
  }

  #filterAt(index: ExplainedStep['filter']) {
    return this.#configuration?.filters.find((one) => one.index === index);
  }

  /** "Billing (Spanish), priority 10". */
  step(filter: ExplainedStep['filter'], queue: NamedResource | undefined, priority: number | null) {
    const where = this.#place(filter, queue);
    return priority === null ? where : message('{0}, priority {1}', where, priority);
  }

  #place(filter: ExplainedStep['filter'], queue: NamedResource | undefined): Message {
    const via = this.filter(filter);
    if (queue === undefined) {
      return via === '' ? message('No TaskQueue') : message('No TaskQueue ({0})', via);
    }
    return via === ''
      ? message('TaskQueue {0}', queue.name)
      : message('{0} ({1})', queue.name, via);
  }
}

/** "Alice, Ben and Cy", or "Alice, Ben, Cy and 3 more". */
export function listed(items: readonly MessageArgument[], longest = 3): MessageArgument {
  const rest = items.length - longest;
  if (rest > 0) return message('{0} and {1} more', enumerated(items.slice(0, longest)), rest);
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : message('{0} and {1}', enumerated(items.slice(0, -1)), last);
}

function enumerated([first = '', ...others]: readonly MessageArgument[]): MessageArgument {
  return others.reduce((before, next) => message('{0}, {1}', before, next), first);
}
