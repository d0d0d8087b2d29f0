import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';
import { isWordCode } from '../scan/scanSids.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import { expectationOfName, isSidName } from './keyNames.ts';
import { prefixesOfCliFlag } from './pathContext.ts';
import { isTaskRouterSid, MAX_CHARS_AFTER_SID, type SidContext } from './sidContext.ts';

const MAX_CONTEXT_CHARS = 160;
/** Signs between a name and its value; `>` ends an XML tag. */
const SIGNS: ReadonlySet<string> = new Set([':', '=', '=>', ':=', '==', '===', '>']);

const isSign = characterSet('=:>');
/** Also the backslash that escapes a quote inside a string. */
const isQuote = characterSet('"\'`\\');
const inAccess = characterSet('"\'`\\[]._$');
const inType = characterSet(" \t'._$|&*?<>[]");
/** Characters before a field in JSON, code, YAML, a query or a command line. */
const beforeField = characterSet('{([,;?&-"\'`\\');

/** The name that a value is assigned to. */
export interface SidKey {
  readonly name: string;
  /** Index of its first letter, or of the first dash of an option. */
  readonly offset: number;
  /** The sign between name and value; empty for an option with a space. */
  readonly sign: string;
}

/**
 * The key, variable, parameter or option of the value at `offset`, in JSON, YAML, an env file, a query, a
 * command line and most programming languages. Returns `undefined` if there is none.
 */
export function keyBefore(text: string, offset: number): SidKey | undefined {
  const reader = new BackwardReader(text, offset, MAX_CONTEXT_CHARS);
  reader.take(isQuote);
  const space = reader.takeSpace();
  // A default value in a shell: `${WORKSPACE_SID:-WS…}`.
  reader.skip('-');
  const sign = reader.take(isSign);
  if (sign === '') return space === '' ? undefined : optionBefore(reader);
  if (!SIGNS.has(sign)) return undefined;
  reader.takeSpace();
  const nameEnd = reader.at;
  const name = nameBefore(reader);
  if (sign === '=' && !isSidName(name)) {
    const nameStart = reader.at;
    reader.at = nameEnd;
    const typed = typedNameBefore(reader);
    if (typed !== undefined) return { name: typed, offset: reader.at, sign };
    reader.at = nameStart;
  }
  if (name === '' || !isKeyBefore(reader, sign)) return undefined;
  return { name, offset: reader.at, sign };
}

/** The context at `offset` if a key precedes it whose name tells the kind of SID. */
export function keyContext(text: string, offset: number): SidContext | undefined {
  const key = keyBefore(text, offset);
  if (key === undefined) return undefined;
  const name = key.name.replace(/^-+/, '');
  const withPrefixes = (expected: readonly string[] | undefined) =>
    expected && ({ kind: 'key', name, expected } as const);
  if (key.name === '--sid') return withPrefixes(prefixesOfCliFlag(text, key.offset));
  const expectation = expectationOfName(key.name);
  if (expectation === undefined) {
    return isSidName(name) ? withPrefixes(prefixesOfTypedSid(text, offset, name)) : undefined;
  }
  const { prefixes, isOwn = false, isField = false } = expectation;
  if (isField && !isFieldAt(text, key.offset)) return undefined;
  return isOwn && !isTaskRouterSid(text, offset) ? undefined : withPrefixes(prefixes);
}

function nameBefore(reader: BackwardReader): string {
  // As in `env["WORKSPACE_SID"] = …`, and `char workspace_sid[] = …`.
  if (reader.skip(']')) reader.skip('[');
  reader.take(isQuote);
  return reader.takeName();
}

/** Whether the text before a name allows it to be a key, given the sign after it. */
function isKeyBefore(reader: BackwardReader, sign: string): boolean {
  switch (sign) {
    case '>':
      return reader.next === '<';
    case '=>':
      // A key is quoted or a symbol; `workspaceSid => 'WS…'` is an arrow function.
      return isQuote(reader.next.charCodeAt(0)) || reader.next === ':';
    case ':': {
      const { at } = reader;
      const isValue = isAlternative(reader);
      reader.at = at;
      return !isValue;
    }
    default:
      return true;
  }
}

/** Whether the name before a colon is a value of a conditional: `isTest ? workspaceSid : 'WS…'`. */
function isAlternative(reader: BackwardReader): boolean {
  reader.take((code) => isWordCode(code) || inAccess(code));
  reader.takeSpace();
  return '?|&'.includes(reader.next || ' ');
}

/** A name with its type: `const workspaceSid: string = …`, in Go `var workspaceSid string = …`. */
function typedNameBefore(reader: BackwardReader): string | undefined {
  const type = reader.take((code) => isWordCode(code) || inType(code));
  if (!/str(?:ing)?\b/i.test(type)) return undefined;
  const name = reader.skip(':')
    ? nameBefore(reader)
    : (/([\w$]+)[ \t]+string$/.exec(type)?.[1] ?? '');
  return expectationOfName(name) === undefined ? undefined : name;
}

/** `--workspace-sid WS…` */
function optionBefore(reader: BackwardReader): SidKey | undefined {
  const name = reader.takeName();
  return name.startsWith('-') ? { name, offset: reader.at, sign: '' } : undefined;
}

/** Whether a name is in the position of a field; in prose, a word precedes it. */
function isFieldAt(text: string, offset: number): boolean {
  const reader = new BackwardReader(text, offset, MAX_CONTEXT_CHARS);
  const isIndented = reader.takeSpace().includes('\n');
  return isIndented || reader.next === '' || beforeField(reader.next.charCodeAt(0));
}

/**
 * TaskRouter's Events have `resource_type` and `actor_type` beside `resource_sid` and `actor_sid`:
 * https://www.twilio.com/docs/taskrouter/api/event.
 */
const KEY = /(resource|actor)[_-]?sid$/i;
const KEY_BEFORE = /(?:resource|actor)[_-]?sid["'\\]*\s*[:=]>?\s*["'\\]*$/i;
const TYPE =
  /(resource|actor)[_-]?type["'\\]*\s*[:=]>?\s*["'\\]*(workspace|task(?:[ _-]?(?:queue|channel))?|reservation|worker|activity|workflow)\b/gi;

/** By the type in lowercase and without separators. */
const prefixes: ReadonlyMap<string, string> = new Map(
  taskRouterPrefixes.map((prefix) => [
    resourceKinds[prefix].name.replace(' ', '').toLowerCase(),
    prefix,
  ]),
);

/** Whether a text ends before the SID of an Event's resource or actor. */
export function isTypedSid(before: string): boolean {
  return KEY_BEFORE.test(before.slice(-MAX_CONTEXT_CHARS));
}

/**
 * The prefix expected in `ResourceSid` or `actor_sid`, by `ResourceType` or `actor_type`. Returns
 * `undefined` for other names, or if there is no type beside it.
 */
function prefixesOfTypedSid(
  text: string,
  offset: number,
  name: string,
): readonly string[] | undefined {
  const [, role] = KEY.exec(name) ?? [];
  if (role === undefined) return undefined;
  // Only within the same object, as another Event can follow.
  const before = text
    .slice(Math.max(0, offset - MAX_CONTEXT_CHARS), offset)
    .replace(/^[^]*[{}]/, '');
  const [value = ''] = /^\w*/.exec(text.slice(offset, offset + MAX_CHARS_AFTER_SID)) ?? [];
  const end = offset + value.length;
  const after = text.slice(end, end + MAX_CHARS_AFTER_SID).replace(/[{}][^]*$/, '');
  const types = [...before.matchAll(TYPE)].reverse().concat([...after.matchAll(TYPE)]);
  const type = types.find(([, other = '']) => other.toLowerCase() === role.toLowerCase())?.[2];
  const prefix = prefixes.get(type?.replace(/[ _-]/g, '').toLowerCase() ?? '');
  return prefix === undefined ? undefined : [prefix];
}
