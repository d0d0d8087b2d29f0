import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';
import { isWordCode } from '../scan/scanSids.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import { expectationOfName, isSidName } from './keyNames.ts';
import { prefixesOfCliFlag } from './pathContext.ts';
import { isTaskRouterSid, MAX_CHARS_AFTER_SID, type SidContext } from './sidContext.ts';

const MAX_CONTEXT_CHARS = 160;
/** Between a name and its value; `>` ends a tag of XML. */
const SIGNS: ReadonlySet<string> = new Set([':', '=', '=>', ':=', '==', '===', '>']);

const isSign = characterSet('=:>');
/** With the backslash that they have inside a string. */
const isQuote = characterSet('"\'`\\');
const inAccess = characterSet('"\'`\\[]._$');
const inType = characterSet(" \t'._$|&*?<>[]");
/** What a field can follow: in JSON, code, YAML, a query, a command line. */
const beforeField = characterSet('{([,;?&-"\'`\\');

/** The name that a value stands under. */
export interface SidKey {
  readonly name: string;
  /** Index of its first letter, or of the dashes of an option. */
  readonly offset: number;
  /** What parts it from the value; empty for an option that a space parts from it. */
  readonly sign: string;
}

/**
 * The key, variable, parameter or option before the value at `offset`: in JSON, YAML, an env file, a
 * query, a command line, and code of most languages. Nothing if there is none.
 */
export function keyBefore(text: string, offset: number): SidKey | undefined {
  const reader = new BackwardReader(text, offset, MAX_CONTEXT_CHARS);
  reader.take(isQuote);
  const space = reader.takeSpace();
  // A default in a shell: `${WORKSPACE_SID:-WS…}`.
  reader.skip('-');
  const sign = reader.take(isSign);
  if (sign === '') return space === '' ? undefined : optionBefore(reader);
  if (!SIGNS.has(sign)) return undefined;
  reader.takeSpace();
  const behindName = reader.at;
  const name = nameBefore(reader);
  if (sign === '=' && !isSidName(name)) {
    const behind = reader.at;
    reader.at = behindName;
    const typed = typedNameBefore(reader);
    if (typed !== undefined) return { name: typed, offset: reader.at, sign };
    reader.at = behind;
  }
  if (name === '' || !isKeyBefore(reader, sign)) return undefined;
  return { name, offset: reader.at, sign };
}

/** The place at `offset` if a key stands before it whose name says the kind of SID. */
export function keyContext(text: string, offset: number): SidContext | undefined {
  const key = keyBefore(text, offset);
  if (key === undefined) return undefined;
  const name = key.name.replace(/^-+/, '');
  const placed = (expected: readonly string[] | undefined) =>
    expected && ({ kind: 'key', name, expected } as const);
  if (key.name === '--sid') return placed(prefixesOfCliFlag(text, key.offset));
  const expectation = expectationOfName(key.name);
  if (expectation === undefined) {
    return isSidName(name) ? placed(prefixesOfTypedSid(text, offset, name)) : undefined;
  }
  const { prefixes, isOwn = false, isField = false } = expectation;
  if (isField && !isFieldAt(text, key.offset)) return undefined;
  return isOwn && !isTaskRouterSid(text, offset) ? undefined : placed(prefixes);
}

function nameBefore(reader: BackwardReader): string {
  // As in `env["WORKSPACE_SID"] = …`, and `char workspace_sid[] = …`.
  if (reader.skip(']')) reader.skip('[');
  reader.take(isQuote);
  return reader.takeName();
}

/** Whether what stands before the name lets it be a key with that sign. */
function isKeyBefore(reader: BackwardReader, sign: string): boolean {
  switch (sign) {
    case '>':
      return reader.next === '<';
    case '=>':
      // A key is quoted or a symbol; `workspaceSid => 'WS…'` is a function.
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

/** Whether the name before a colon is one of two values: `isTest ? workspaceSid : 'WS…'`. */
function isAlternative(reader: BackwardReader): boolean {
  reader.take((code) => isWordCode(code) || inAccess(code));
  reader.takeSpace();
  return '?|&'.includes(reader.next || ' ');
}

/** With its type between: `const workspaceSid: string = …`, in Go `var workspaceSid string = …`. */
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

/** Whether a name stands where fields do; in prose, a word stands before it. */
function isFieldAt(text: string, offset: number): boolean {
  const reader = new BackwardReader(text, offset, MAX_CONTEXT_CHARS);
  const isIndented = reader.takeSpace().includes('\n');
  return isIndented || reader.next === '' || beforeField(reader.next.charCodeAt(0));
}

/** TaskRouter's events say the type of what they are about, and of who acted, beside its SID. */
const KEY = /(resource|actor)[_-]?sid$/i;
const KEY_BEFORE = /(?:resource|actor)[_-]?sid["'\\]*\s*[:=]>?\s*["'\\]*$/i;
const TYPE =
  /(resource|actor)[_-]?type["'\\]*\s*[:=]>?\s*["'\\]*(workspace|task(?:[ _-]?(?:queue|channel))?|reservation|worker|activity|workflow)\b/gi;

/** By the name of the type in small letters, without what parts its words. */
const prefixes: ReadonlyMap<string, string> = new Map(
  taskRouterPrefixes.map((prefix) => [
    resourceKinds[prefix].name.replace(' ', '').toLowerCase(),
    prefix,
  ]),
);

/** Whether a text ends before a SID whose type stands beside it. */
export function isTypedSid(before: string): boolean {
  return KEY_BEFORE.test(before.slice(-MAX_CONTEXT_CHARS));
}

/**
 * What belongs under `ResourceSid` and `actor_sid`, as `ResourceType` and `actor_type` say; nothing under
 * other names, or if no type stands beside it.
 */
function prefixesOfTypedSid(
  text: string,
  offset: number,
  name: string,
): readonly string[] | undefined {
  const [, who] = KEY.exec(name) ?? [];
  if (who === undefined) return undefined;
  // Of the same object only: another event can follow.
  const before = text
    .slice(Math.max(0, offset - MAX_CONTEXT_CHARS), offset)
    .replace(/^[^]*[{}]/, '');
  const [value = ''] = /^\w*/.exec(text.slice(offset, offset + MAX_CHARS_AFTER_SID)) ?? [];
  const end = offset + value.length;
  const after = text.slice(end, end + MAX_CHARS_AFTER_SID).replace(/[{}][^]*$/, '');
  const types = [...before.matchAll(TYPE)].reverse().concat([...after.matchAll(TYPE)]);
  const type = types.find(([, whose = '']) => whose.toLowerCase() === who.toLowerCase())?.[2];
  const prefix = prefixes.get(type?.replace(/[ _-]/g, '').toLowerCase() ?? '');
  return prefix === undefined ? undefined : [prefix];
}
