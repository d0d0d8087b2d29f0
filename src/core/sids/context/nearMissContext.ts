import { SID_DIGITS } from '../../resources/sidPattern.ts';
import { isWordCode } from '../scan/scanSids.ts';
import type { SidMatch } from '../scan/sidCandidate.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import { keyBefore } from './keyContext.ts';
import { isSidName } from './keyNames.ts';
import { MAX_CHARS_AFTER_SID } from './sidContext.ts';

/** The maximum length of a URL before a SID in it. */
const MAX_ADDRESS_CHARS = 200;

const MAX_NAME_LENGTH = 64;
/** If the length differs by more, only a URL or a key ending in "sid" makes it a near miss. */
const TOLERANCE = 2;

const inSegment = characterSet('-_.~%:@$!*{}');

/** A word in a URL, such as `Workspaces`, `task-queues` or `us1`, and not base64, which mixes cases. */
const WORD = /^[A-Z]?[a-z]{2,}(?:[A-Z][a-z]+|[-_.~][A-Za-z]?[a-z]+)*\d*$/;
const VERSION = /^(?:v\d+|\d{4}-\d{2}-\d{2})$/;
const SID_LIKE = /^[A-Z]{2}[0-9a-f]{28,36}$/i;
const VARIABLE = /[{}]|^[$:]\w|^(?:undefined|null)$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i;

/**
 * Whether a near miss is in an assignment, flag, query or URL, where a SID is plausible, and not part of
 * base64, an identifier or a hash.
 */
export function isPlausibleNearMiss(text: string, { offset, text: run }: SidMatch): boolean {
  const context = contextBefore(text, offset);
  if (context === 'other') return false;
  const end = offset + run.length;
  if (!isFreeAfter(text.slice(end, end + MAX_CHARS_AFTER_SID), context)) return false;
  const isFar = Math.abs(run.length - 2 - SID_DIGITS) > TOLERANCE;
  return !isFar || context === 'address' || isUnderSidName(text, offset);
}

function contextBefore(text: string, offset: number): 'free' | 'name' | 'address' | 'other' {
  switch (text.charAt(offset - 1)) {
    case '=':
      return isAfterName(text, offset) ? 'name' : 'other';
    case '/':
      return isInAddress(text, offset) ? 'address' : 'other';
    case '_':
    case '+':
      return 'other';
    default:
      return isOtherLetter(text, offset) ? 'other' : 'free';
  }
}

/** An ASCII letter directly before a run is always the end of an escape sequence. */
function isOtherLetter(text: string, offset: number): boolean {
  if (isWordCode(text.charCodeAt(offset - 1))) return false;
  return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset));
}

/** As in `ACTIVITY_BREAK_SID=`, `--sid=` and `?PhoneNumberSid=`, and not the `=` at the end of base64. */
function isAfterName(text: string, offset: number): boolean {
  const key = keyBefore(text, offset);
  if (key === undefined || key.sign === '==' || key.sign === '===') return false;
  // The name must be directly before the sign, not in the previous line.
  if (/\s/.test(text.charAt(offset - key.sign.length - 1))) return false;
  return key.name.length <= MAX_NAME_LENGTH && !/[+/=]/.test(text.charAt(key.offset - 1));
}

function isUnderSidName(text: string, offset: number): boolean {
  const key = keyBefore(text, offset);
  return key !== undefined && isSidName(key.name);
}

/** Whether `offset` is in a path of words, SIDs and variables, or in a URL with a host. */
function isInAddress(text: string, offset: number): boolean {
  const reader = new BackwardReader(text, offset, MAX_ADDRESS_CHARS);
  let areWords = true;
  let first = '';
  while (reader.skip('/')) {
    reader.skip('\\');
    const segment = reader.take((code) => isWordCode(code) || inSegment(code));
    // An empty segment is either between the slashes of a scheme or before the first slash of a path.
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

/** Whether the text before a path is not base64 or a data URI. */
function isFreeBefore(reader: BackwardReader): boolean {
  if (reader.next === '+') return false;
  return !(reader.skip(',') && reader.skip('base64'));
}

/**
 * Whether the end of a run touches neither base64 nor an identifier: at most a slash and the rest of the
 * path follow.
 *
 * @param after the text after the run
 */
function isFreeAfter(after: string, context: 'free' | 'name' | 'address'): boolean {
  if (!/^[\p{L}\p{M}\p{N}_+/=]/u.test(after)) return true;
  const [, path = ''] = /^\\?\/([\w\-.~%:@$!*{}/+=]*)/.exec(after) ?? [undefined, '+'];
  if (/\+|=$/.test(path)) return false;
  if (context === 'address') return true;
  const [next = ''] = path.split('/', 1);
  return isPartOfPath(next);
}
