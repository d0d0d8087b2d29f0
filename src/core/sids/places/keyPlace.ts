import { isWordCode } from '../isWordCode.ts';
import { Backwards } from './backwards.ts';
import { characterSet } from './characterSet.ts';
import { expectedUnder } from './expectedUnder.ts';
import type { SidPlace } from './sidPlace.ts';

const REACH = 160;
/** Between a name and its value; `>` ends a tag of XML. */
const SIGNS: ReadonlySet<string> = new Set([':', '=', '=>', ':=', '==', '===', '>']);

const isSign = characterSet('=:>');
/** With the backslash that they have inside a string. */
const isQuote = characterSet('"\'`\\');
const inAccess = characterSet('"\'`\\[]._$');
const inType = characterSet(" \t'._$|&*?<>[]");

/**
 * The place at `offset` if a key, variable, parameter or option stands before it whose name says the
 * kind of SID: in JSON, YAML, an env file, a query, a command line, and code of most languages.
 */
export function keyPlace(text: string, offset: number): SidPlace | undefined {
  const reader = new Backwards(text, offset, REACH);
  reader.take(isQuote);
  const space = reader.takeSpace();
  // A default in a shell: `${WORKSPACE_SID:-WS…}`.
  reader.skip('-');
  const sign = reader.take(isSign);
  if (sign === '') return space === '' ? undefined : optionPlace(reader);
  if (!SIGNS.has(sign)) return undefined;
  reader.takeSpace();
  const behindName = reader.at;
  const place = namedPlace(reader);
  if (place === undefined && sign === '=') {
    reader.at = behindName;
    return typedPlace(reader);
  }
  switch (sign) {
    case '>':
      return reader.next === '<' ? place : undefined;
    case '=>':
      // A key is quoted or a symbol; `workspaceSid => 'WS…'` is a function.
      return isQuote(reader.next.charCodeAt(0)) || reader.next === ':' ? place : undefined;
    case ':':
      return isAlternative(reader) ? undefined : place;
    default:
      return place;
  }
}

function namedPlace(reader: Backwards): SidPlace | undefined {
  // As in `env["WORKSPACE_SID"] = …`, and `char workspace_sid[] = …`.
  if (reader.skip(']')) reader.skip('[');
  reader.take(isQuote);
  return placeOf(reader.takeName());
}

/** Whether the name before a colon is one of two values: `isTest ? workspaceSid : 'WS…'`. */
function isAlternative(reader: Backwards): boolean {
  reader.take((code) => isWordCode(code) || inAccess(code));
  reader.takeSpace();
  return '?|&'.includes(reader.next || ' ');
}

/** With its type between: `const workspaceSid: string = …`, in Go `var workspaceSid string = …`. */
function typedPlace(reader: Backwards): SidPlace | undefined {
  const type = reader.take((code) => isWordCode(code) || inType(code));
  if (!/str(?:ing)?\b/i.test(type)) return undefined;
  return reader.skip(':')
    ? namedPlace(reader)
    : placeOf(/([\w$]+)[ \t]+string$/.exec(type)?.[1] ?? '');
}

/** `--workspace-sid WS…` */
function optionPlace(reader: Backwards): SidPlace | undefined {
  const name = reader.takeName();
  return name.startsWith('-') ? placeOf(name) : undefined;
}

function placeOf(name: string): SidPlace | undefined {
  const expected = expectedUnder(name);
  return expected && { kind: 'key', name: name.replace(/^-+/, ''), expected };
}
