import { message, type Message } from '../../messages/message.ts';
import { compareNumbers, isNumber } from './evaluation/decimal.ts';
import type { RoutingValues } from './evaluation/routingValues.ts';
import type { Path } from './syntax/expression.ts';
import { nearestName } from './syntax/nearestName.ts';
import { readPath } from './syntax/readOperand.ts';
import { spanOf, type Span, type TextFix } from './syntax/span.ts';
import { tokenize, type Token } from './syntax/token.ts';

/**
 * `order_by` of a target: which Workers come first. Integer attributes of Workers, parted by commas; Workers
 * without the attribute come last in either direction.
 * https://www.twilio.com/docs/taskrouter/order-workers
 */
export interface ParsedOrder {
  readonly clauses: readonly OrderClause[];
  /** In the order of the text. */
  readonly faults: readonly OrderFault[];
  /** Whether a part of it is a placeholder. */
  readonly holed: boolean;
}

export interface OrderClause extends Span {
  readonly path: Path;
  readonly direction: OrderDirection;
}

type OrderDirection = 'ASC' | 'DESC';

export interface OrderFault extends Span {
  readonly code:
    'missingPath' | 'notOfWorker' | 'missingDirection' | 'unknownWord' | 'danglingComma';
  readonly severity: 'certain' | 'doubtful';
  readonly text: string;
  readonly fix?: TextFix;
}

const DIRECTIONS = ['ASC', 'DESC'] as const;

/** Never throws. */
export function parseOrderBy(text: string): ParsedOrder {
  const tokens = tokenize(text);
  const faults: OrderFault[] = [];
  const clauses = partsOf(tokens).flatMap(({ comma, words }) => {
    const [first, ...others] = words;
    if (first === undefined) {
      const place = comma ?? { offset: 0, length: text.length, text: '' };
      const code = comma === undefined ? 'missingPath' : 'danglingComma';
      faults.push({ code, severity: 'certain', ...spanOf(place), text: place.text });
      return [];
    }
    return clauseOf(first, others, faults);
  });
  const holed = tokens.some((token) => token.kind === 'hole' || token.holed);
  const inOrder = faults.toSorted((one, other) => one.offset - other.offset);
  return { clauses, faults: inOrder, holed };
}

/** The words of each clause, with the comma before it. */
function partsOf(tokens: readonly Token[]) {
  const parts: { comma: Token | undefined; words: Token[] }[] = [{ comma: undefined, words: [] }];
  for (const token of tokens) {
    if (token.kind === 'comma') parts.push({ comma: token, words: [] });
    else parts.at(-1)?.words.push(token);
  }
  const [first] = parts;
  // Of `, worker.a ASC`, the comma is what is wrong.
  if (first?.words.length === 0 && parts[1]) first.comma = parts[1].comma;
  return parts;
}

function clauseOf(
  first: Token,
  others: readonly Token[],
  faults: OrderFault[],
): readonly OrderClause[] {
  const path = readPath(first);
  const isHole = first.kind === 'hole' || first.holed === true;
  const span = { text: first.text, ...spanOf(first) };
  if (path === undefined && !isHole) {
    faults.push({ code: 'missingPath', severity: 'certain', ...span });
  } else if (path !== undefined && !isHole && !/^worker\.[^-]+$/.test(path.text)) {
    const [root] = path.text.split('.');
    const isBare = root !== 'worker' && root !== 'task' && !path.text.includes('-');
    const fix = isBare ? { ...spanOf(first), text: `worker.${path.text}` } : undefined;
    faults.push({ code: 'notOfWorker', severity: 'certain', ...span, ...(fix && { fix }) });
  }
  const [word, ...rest] = others;
  const direction = word && DIRECTIONS.find((one) => one === word.text.toUpperCase());
  const wrong = direction === undefined ? others : rest;
  for (const token of wrong.filter(({ kind }) => kind !== 'hole')) {
    const meant = nearestName(token.text.toUpperCase(), DIRECTIONS);
    faults.push({
      ...{ code: 'unknownWord', severity: 'certain', text: token.text, ...spanOf(token) },
      ...(meant && { fix: { ...spanOf(token), text: meant } }),
    });
  }
  if (word === undefined && !isHole) {
    faults.push({ code: 'missingDirection', severity: 'doubtful', ...span });
  }
  if (path === undefined) return [];
  return [{ path, direction: direction ?? 'ASC', ...spanOf(first, word ?? first) }];
}

export function describeOrderFault({ code, text }: OrderFault): Message {
  switch (code) {
    case 'missingPath':
      return message('order_by needs an attribute such as `worker.level`.');
    case 'notOfWorker':
      return message(
        'order_by takes only attributes of Workers, such as `worker.level`: {0}',
        text,
      );
    case 'missingDirection':
      return message('Twilio documents order_by only with ASC or DESC.');
    case 'unknownWord':
      return message('ASC or DESC is expected instead of {0}', text);
    case 'danglingComma':
      return message('This comma separates nothing.');
  }
}

/** How two Workers follow one another. */
export interface WorkerOrder {
  /** Less than 0 if the first one comes first; 0 if `order_by` does not tell. */
  readonly order: number;
  /** Whether a value is no number, which is not documented. */
  readonly doubtful: boolean;
}

/** @param one of the scope 'target' */
export function compareWorkers(
  clauses: readonly OrderClause[],
  one: RoutingValues,
  other: RoutingValues,
): WorkerOrder {
  let doubtful = false;
  for (const { path, direction } of clauses) {
    const [a, b] = [rankOf(path, one), rankOf(path, other)];
    doubtful ||= a.doubtful || b.doubtful;
    if (a.number === undefined || b.number === undefined) {
      const order = Number(a.number === undefined) - Number(b.number === undefined);
      if (order !== 0) return { order, doubtful };
      continue;
    }
    const order = compareNumbers(a.number, b.number);
    if (order !== 0) return { order: direction === 'ASC' ? order : -order, doubtful };
  }
  return { order: 0, doubtful };
}

function rankOf(path: Path, values: RoutingValues) {
  const { value, doubt } = values.read(path);
  if (value.type === 'number') return { number: value.text, doubtful: false };
  const isNumeric = value.type === 'string' && isNumber(value.text);
  const isPlain = value.type === 'null' && doubt === undefined;
  return { number: isNumeric ? value.text : undefined, doubtful: !isPlain };
}
