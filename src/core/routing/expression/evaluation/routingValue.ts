import type { JsonValue } from '../../../json/jsonValue.ts';
import { parseStringToken } from '../../../json/jsonValue.ts';
import type { Operand } from '../syntax/expression.ts';

/** What a condition compares. */
export type RoutingValue =
  | { readonly type: 'null' }
  | { readonly type: 'string'; readonly text: string }
  /** With every digit. */
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'boolean'; readonly text: 'true' | 'false' }
  | { readonly type: 'array'; readonly items: readonly RoutingValue[] }
  | { readonly type: 'object' }
  /** What is not known, such as the value of a placeholder. */
  | { readonly type: 'unknown' };

export const NULL_VALUE: RoutingValue = { type: 'null' };
export const UNKNOWN_VALUE: RoutingValue = { type: 'unknown' };

/** Arrays and objects in an array are not looked into: nothing compares them. */
export function valueOfJson(value: JsonValue, inArray = false): RoutingValue {
  switch (value.kind) {
    case 'object':
      return { type: 'object' };
    case 'array':
      return {
        type: 'array',
        items: inArray ? [] : value.members.map((member) => valueOfJson(member.value, true)),
      };
    case 'string':
      return { type: 'string', text: parseStringToken(value.token) };
    case 'scalar':
      return valueOfScalar(value.token);
  }
}

function valueOfScalar(token: string): RoutingValue {
  if (token === 'true' || token === 'false') return { type: 'boolean', text: token };
  return token === 'null' ? NULL_VALUE : { type: 'number', text: token };
}

/** The value of what is no key; undefined for a key. */
export function valueOfConstant(operand: Operand): RoutingValue | undefined {
  switch (operand.kind) {
    case 'path':
      return undefined;
    case 'string':
      return operand.holed ? UNKNOWN_VALUE : { type: 'string', text: operand.value };
    case 'number':
      return { type: 'number', text: operand.text };
    case 'boolean':
      return { type: 'boolean', text: operand.value ? 'true' : 'false' };
    case 'null':
      return NULL_VALUE;
    case 'list':
      return {
        type: 'array',
        items: operand.items.map((item) => valueOfConstant(item) ?? UNKNOWN_VALUE),
      };
    case 'hole':
    case 'missing':
      return UNKNOWN_VALUE;
  }
}

/** A value as expressions write it. */
export function printValue(value: RoutingValue): string {
  switch (value.type) {
    case 'null':
      return 'NULL';
    case 'string':
      return JSON.stringify(value.text);
    case 'number':
    case 'boolean':
      return value.text;
    case 'array':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'object':
      return '{…}';
    case 'unknown':
      return '…';
  }
}
