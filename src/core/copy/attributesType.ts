import type { JsonValue } from '../json/jsonValue.ts';
import { escapeInvisible } from '../json/escapeInvisible.ts';
import { maskText } from '../privacy/maskText.ts';

/** What values at one place are like, all of them together. */
interface Shape {
  /** Types without anything below them, in the order in which they were met. */
  readonly plain: Set<string>;
  /** Whether a number was met that `JSON.parse` does not keep to the digit. */
  inexact: boolean;
  /** How many objects there were, and of their keys in how many each stood. */
  objects: number;
  readonly keys: Map<string, { shape: Shape; count: number }>;
  /** What the elements of arrays are like. */
  elements?: Shape;
}

/**
 * The TypeScript type of decoded attributes, for code that reads them: a key that not every object
 * of a list has is optional. It has no values in it.
 *
 * @param masked whether phone numbers and e-mail addresses among the keys are hidden
 */
export function attributesType(attributes: JsonValue, masked: boolean): string {
  const shape = emptyShape();
  add(shape, attributes, masked);
  return `type TaskAttributes = ${print(shape, '')};\n`;
}

function emptyShape(): Shape {
  return { plain: new Set(), inexact: false, objects: 0, keys: new Map() };
}

function add(shape: Shape, value: JsonValue, masked: boolean): void {
  switch (value.kind) {
    case 'string':
      shape.plain.add('string');
      return;
    case 'scalar':
      shape.plain.add(scalarType(value.token));
      shape.inexact ||= isInexact(value.token);
      return;
    case 'array':
      shape.elements ??= emptyShape();
      for (const member of value.members) add(shape.elements, member.value, masked);
      return;
    case 'object': {
      shape.objects++;
      const seen = new Set<string>();
      for (const { key = '', value: inner } of value.members) {
        const name = masked ? maskText(key) : key;
        const known = shape.keys.get(name) ?? { shape: emptyShape(), count: 0 };
        shape.keys.set(name, known);
        if (!seen.has(name)) known.count++;
        seen.add(name);
        add(known.shape, inner, masked);
      }
    }
  }
}

function scalarType(token: string): string {
  if (token === 'null') return 'null';
  if (token === 'true' || token === 'false') return 'boolean';
  // What is nested too deeply to be told apart is one token.
  return /^[-\d]/.test(token) ? 'number' : 'unknown';
}

function isInexact(token: string): boolean {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}

function print(shape: Shape, indent: string): string {
  return typesOf(shape, indent).join(' | ');
}

function typesOf(shape: Shape, indent: string): readonly string[] {
  const types = [...shape.plain].filter((type) => type !== 'null');
  if (shape.objects > 0) types.push(printObject(shape, indent));
  if (shape.elements !== undefined) {
    const elements = typesOf(shape.elements, indent);
    const union = elements.join(' | ');
    types.push(elements.length > 1 ? `(${union})[]` : `${union}[]`);
  }
  if (shape.plain.has('null')) types.push('null');
  return types.length === 0 ? ['unknown'] : types;
}

function printObject({ keys, objects }: Shape, indent: string): string {
  if (keys.size === 0) return 'Record<string, never>';
  const inner = `${indent}  `;
  const lines = [...keys].map(([key, { shape, count }]) => {
    const note = shape.inexact ? `${inner}/** Beyond what JSON.parse keeps to the digit. */\n` : '';
    const optional = count < objects ? '?' : '';
    return `${note}${inner}${printKey(key)}${optional}: ${print(shape, inner)};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function printKey(key: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  return escapeInvisible(JSON.stringify(key));
}
