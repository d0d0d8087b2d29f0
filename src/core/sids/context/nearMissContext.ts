import { SID_DIGITS } from '../../resources/sidPattern.ts';
import { isWordCode } from '../scan/scanSids.ts';
import type { SidMatch } from '../scan/sidCandidate.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import { keyBefore } from './keyContext.ts';
import { isSidName } from './keyNames.ts';
import { MAX_CHARS_AFTER_SID } from './sidContext.ts';

/** An address up to a SID in it. */
const MAX_ADDRESS_CHARS = 200;

const MAX_NAME_LENGTH = 64;
/** Beyond that, only what says that it is a SID lets it be one. */
const TOLERANCE = 2;

const inSegment = characterSet('-_.~%:@$!*{}');

/** A word of an address: `Workspaces`, `task-queues`, `us1`; base64 mixes its letters. */
const WORD = /^[A-Z]?[a-z]{2,}(?:[A-Z][a-z]+|[-_.~][A-Za-z]?[a-z]+)*\d*$/;
const VERSION = /^(?:v\d+|\d{4}-\d{2}-\d{2})$/;
const SID_LIKE = /^[A-Z]{2}[0-9a-f]{28,36}$/i;
const VARIABLE = /[{}]|^[$:]\w|^(?:undefined|null)$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i;

/**
 * Whether an assignment, a flag, a query or an address stands around a near-miss, where a SID can be
 * meant; not base64, whose characters they share, and no identifier or hash.
 */
export function isPlausibleNearMiss(text: string, { offset, text: run }: SidMatch): boolean {
  const context = contextBefore(text, offset);
  if (context === 'other') return false;
  const end = offset + run.length;
  if (!isFreeBehind(text.slice(end, end + MAX_CHARS_AFTER_SID), context)) return false;
  const isFar = Math.abs(run.length - 2 - SID_DIGITS) > TOLERANCE;
  return !isFar || context === 'address' || isUnderSidName(text, offset);
}

function contextBefore(text: string, offset: number): 'free' | 'name' | 'address' | 'other' {
  switch (text.charAt(offset - 1)) {
    case '=':
      return isBehindName(text, offset) ? 'name' : 'other';
    case '/':
      return isInAddress(text, offset) ? 'address' : 'other';
    case '_':
    case '+':
      return 'other';
    default:
      return isOtherLetter(text, offset) ? 'other' : 'free';
  }
}

/** Letters of ASCII stand before a run only where they end an escape sequence. */
function isOtherLetter(text: string, offset: number): boolean {
  if (isWordCode(text.charCodeAt(offset - 1))) return false;
  return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset));
}

/** As in `ACTIVITY_BREAK_SID=`, `--sid=`, `?PhoneNumberSid=`; base64 can end in `=`, too. */
function isBehindName(text: string, offset: number): boolean {
  const key = keyBefore(text, offset);
  if (key === undefined || key.sign === '==' || key.sign === '===') return false;
  // The name stands there, not at the end of the line before.
  if (/\s/.test(text.charAt(offset - key.sign.length - 1))) return false;
  return key.name.length <= MAX_NAME_LENGTH && !/[+/=]/.test(text.charAt(key.offset - 1));
}

function isUnderSidName(text: string, offset: number): boolean {
  const key = keyBefore(text, offset);
  return key !== undefined && isSidName(key.name);
}

/** Whether a path of words, SIDs and variables leads up to `offset`, or one with a host. */
function isInAddress(text: string, offset: number): boolean {
  const reader = new BackwardReader(text, offset, MAX_ADDRESS_CHARS);
  let areWords = true;
  let first = '';
  while (reader.skip('/')) {
    reader.skip('\\');
    const segment = reader.take((code) => isWordCode(code) || inSegment(code));
    // Behind the two slashes of a scheme the host has been read, and before the first slash is nothing.
    if (segment === '')
      return reader.skip('/') ? isScheme(reader) : areWords && first !== '' && isFreeBefore(reader);
    first = segment;
    areWords &&= isPartOfPath(segment);
  }
  return (areWords || HOST.test(first) || first.includes('{')) && isFreeBefore(reader);
}

function isScheme(reader: BackwardReader): boolean {
  reader.skip('\\');
  return reader.skip(':') && isWordCode(reader.next.charCodeAt(0));
}

function isPartOfPath(segment: string): boolean {
  return [WORD, VERSION, SID_LIKE, VARIABLE, HOST].some((part) => part.test(segment));
}

/** Whether what stands before a path is none of base64, nor of a data URI. */
function isFreeBefore(reader: BackwardReader): boolean {
  if (reader.next === '+') return false;
  return !(reader.skip(',') && reader.skip('base64'));
}

/**
 * Whether what touches the end is none of base64 and identifiers: a slash with what goes on with the
 * path, or nothing.
 *
 * @param behind of the same line is enough
 */
function isFreeBehind(behind: string, context: 'free' | 'name' | 'address'): boolean {
  if (!/^[\p{L}\p{M}\p{N}_+/=]/u.test(behind)) return true;
  const [, path = ''] = /^\\?\/([\w\-.~%:@$!*{}/+=]*)/.exec(behind) ?? [undefined, '+'];
  if (/\+|=$/.test(path)) return false;
  if (context === 'address') return true;
  const [next = ''] = path.split('/', 1);
  return isPartOfPath(next);
}
