import { message, type MessageArgument } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { ConfigurationNode } from '../configuration/configurationNode.ts';
import type {
  WorkflowConfiguration,
  WorkflowFilter,
  WorkflowTarget,
} from '../configuration/workflowConfiguration.ts';
import { spanOf, type Span } from '../expression/syntax/span.ts';

/** A filter or a target of a configuration, in an outline. */
export interface RoutingSymbol {
  readonly kind: 'filter' | 'target';
  /** Never empty. */
  readonly name: MessageArgument;
  readonly details: readonly MessageArgument[];
  readonly span: Span;
  readonly children: readonly RoutingSymbol[];
}

export interface OutlineOptions {
  readonly present: Presenter;
  /** The name of a TaskQueue, as it is to be shown, if it is known. */
  readonly queueName: (sid: string) => string | undefined;
}

/** Filters with their targets, and the default filter. */
export function configurationOutline(
  { filters, defaultFilter }: WorkflowConfiguration,
  options: OutlineOptions,
): readonly RoutingSymbol[] {
  const symbols = filters.map((filter) => filterSymbol(filter, options));
  if (defaultFilter === undefined) return symbols;
  const { node, queue } = defaultFilter;
  const details = queue === undefined ? [] : [queueLabel(queue, options)];
  const symbol: RoutingSymbol = {
    ...{ kind: 'filter', name: message('Default filter'), details, span: spanOf(node) },
    children: [],
  };
  return [...symbols, symbol];
}

function filterSymbol(
  { index, name = '', node, expression, targets }: WorkflowFilter,
  options: OutlineOptions,
): RoutingSymbol {
  const shown = options.present.line(name);
  return {
    kind: 'filter',
    name: shown === '' ? message('Filter {0}', index + 1) : shown,
    details: expressionDetails(expression, options),
    span: spanOf(node),
    children: targets.map((target) => targetSymbol(target, options)),
  };
}

function targetSymbol(target: WorkflowTarget, options: OutlineOptions): RoutingSymbol {
  const { index, node, queue, expression } = target;
  const [priority, timeout] = [scalarText(target.priority), scalarText(target.timeout)];
  return {
    kind: 'target',
    name: queue === undefined ? message('Target {0}', index + 1) : queueLabel(queue, options),
    details: [
      ...(priority === undefined ? [] : [message('priority {0}', priority)]),
      ...(timeout === undefined ? [] : [message('timeout {0} s', timeout)]),
      ...expressionDetails(expression, options),
    ],
    span: spanOf(node),
    children: [],
  };
}

function expressionDetails(
  node: ConfigurationNode | undefined,
  { present }: OutlineOptions,
): readonly string[] {
  if (node?.kind !== 'string') return [];
  const text = present.expression(node.value);
  return text === '' ? [] : [text];
}

function queueLabel(node: ConfigurationNode, { queueName }: OutlineOptions): MessageArgument {
  const sid = node.kind === 'string' ? node.value : '';
  return queueName(sid) ?? (shownText(sid) || message('TaskQueue'));
}

/** A whole number, which may stand in quotes. */
function scalarText(node: ConfigurationNode | undefined): string | undefined {
  const text =
    node?.kind === 'number' ? node.token : node?.kind === 'string' ? node.value : undefined;
  return text !== undefined && /^\d{1,10}$/.test(text) ? text : undefined;
}
