import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';

/**
 * Whether attributes, a JSON document as text, match. Returns `false` for text that is not JSON.
 */
export type AttributesTest = (attributes: string) => boolean;

/** Returns a value as JSON text, or `undefined` if the member does not exist. */
type Operand = (attributes: string) => string | undefined;

/**
 * Parses the subset of TaskRouter's expressions that searches and queues use: `==`, `=`, `!=`,
 * `HAS`, `AND`, `OR`, parentheses, dotted names. See
 * https://www.twilio.com/docs/taskrouter/expression-syntax.
 *
 * @returns `undefined` if the expression is malformed or not supported
 */
export function parseExpression(text: string): AttributesTest | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[=!]=|[=()]|[^\s=!()'"]+|\S/g) ?? [];
  if (tokens.length > MAX_TOKENS) return undefined;
  const parser = new Parser(tokens);
  const test = parser.parseOr();
  return test && parser.done ? (attributes) => isJson(attributes) && test(attributes) : undefined;
}

/** Limits for the recursion of the parser, far above those of real expressions. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 2000;

class Parser {
  readonly #tokens: readonly string[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#next === this.#tokens.length;
  }

  parseOr(): AttributesTest | undefined {
    let test = this.#parseAnd();
    while (test && this.#skip('OR')) {
      const [one, other] = [test, this.#parseAnd()];
      test = other && ((attributes) => one(attributes) || other(attributes));
    }
    return test;
  }

  #parseAnd(): AttributesTest | undefined {
    let test = this.#parseComparison();
    while (test && this.#skip('AND')) {
      const [one, other] = [test, this.#parseComparison()];
      test = other && ((attributes) => one(attributes) && other(attributes));
    }
    return test;
  }

  #parseComparison(): AttributesTest | undefined {
    if (this.#skip('(')) {
      this.#depth += 1;
      const test = this.#depth > MAX_DEPTH ? undefined : this.parseOr();
      this.#depth -= 1;
      return this.#skip(')') ? test : undefined;
    }
    const [left, operator, right] = [this.#parseOperand(), this.#take(), this.#parseOperand()];
    if (!left || !right || operator === undefined) {
      return undefined;
    }
    switch (operator.toUpperCase()) {
      case '=':
      case '==':
        return (attributes) => isSameJson(left(attributes), right(attributes));
      case '!=':
        return (attributes) => !isSameJson(left(attributes), right(attributes));
      case 'HAS':
        return (attributes) =>
          [...rawJsonMembers(left(attributes) ?? '').values()].some((element) =>
            isSameJson(element, right(attributes)),
          );
      default:
        return undefined;
    }
  }

  #parseOperand(): Operand | undefined {
    const token = this.#take();
    if (token === undefined || /^([=!()]+|AND|OR|HAS)$/i.test(token)) {
      return undefined;
    }
    if (token.startsWith("'")) {
      return token.length > 1 ? () => JSON.stringify(token.slice(1, -1)) : undefined;
    }
    if (isJson(token)) {
      return () => token;
    }
    if (!/^[A-Za-z_][\w.-]*$/.test(token)) {
      return undefined;
    }
    return (attributes) =>
      token
        .split('.')
        .reduce<string | undefined>(
          (json, name) => rawJsonMembers(json ?? '').get(name),
          attributes,
        );
  }

  #skip(token: string): boolean {
    const found = this.#tokens[this.#next]?.toUpperCase() === token;
    this.#next += Number(found);
    return found;
  }

  #take(): string | undefined {
    const token = this.#tokens[this.#next];
    this.#next += Number(token !== undefined);
    return token;
  }
}

/** Integers are compared as text: as numbers, 9007199254740993 would equal 9007199254740992. */
function isSameJson(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) {
    return one === other;
  }
  const bothIntegers = [one, other].every((text) => /^-?\d+$/.test(text));
  return bothIntegers ? one === other : JSON.parse(one) === JSON.parse(other);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The members of a JSON object, or the elements of an array by index, each as its source text. The
 * last of duplicate keys counts, as with most parsers.
 *
 * @param text valid JSON; anything but an object or an array has no members
 */
function rawJsonMembers(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let start = 0;
  let key: string | undefined;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const [mark] = token;
    const opens = mark === '{' || mark === '[';
    const closes = mark === '}' || mark === ']';
    if (depth === 1 && (mark === ',' || closes)) {
      const value = text.slice(start, token.index).trim();
      if (value !== '') {
        members.set(key ?? String(members.size), value);
      }
      key = undefined;
    } else if (depth === 1 && mark === ':') {
      key = JSON.parse(text.slice(start, token.index)) as string;
    }
    const separates = depth === 1 && (mark === ',' || mark === ':');
    depth += Number(opens) - Number(closes);
    if (separates || (opens && depth === 1)) {
      start = token.index + 1;
    }
  }
  return members;
}

/** The Workers whose attributes match the expression, available or not. */
export function eligibleWorkers(
  { workers }: WorkspaceSnapshot,
  expression: string,
): readonly WorkerState[] {
  const matches = parseExpression(expression);
  return workers.filter(({ worker }) => matches?.(worker.attributes));
}
