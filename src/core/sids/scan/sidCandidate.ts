import { SID_DIGITS, sidPattern } from '../../resources/sidPattern.ts';
import type { SidFault } from '../sidFault.ts';
import { knownPrefixes } from './knownPrefixes.ts';

/** Something in a text that is, or was meant to be, a SID. */
export interface SidMatch {
  /**
   * `sid`: a prefix that Twilio uses and 32 hex digits. `placeholder`: such a prefix and nothing but
   * `X`. `malformed`: nearly a SID.
   */
  readonly kind: 'sid' | 'placeholder' | 'malformed';
  /**
   * As it stands there: letters and digits of ASCII, at most 64 of them, and what is not seen between
   * them; anything at all where it is said to be no SID.
   */
  readonly text: string;
  /** Index of its first letter, in UTF-16 code units. */
  readonly offset: number;
  /** Its first two letters, in capitals; empty for what is no SID. */
  readonly prefix: string;
  /** From the left; empty unless it is malformed. */
  readonly faults: readonly SidFault[];
}

/** A prefix before a whole SID. */
const PREFIXED_SID = new RegExp(`^..${sidPattern()}$`);

/** A near-miss has this many characters more or less, and this many wrong ones, at most. */
const TOLERANCE = 2;

/** Where something says that a SID is meant, it may have this many characters more or less. */
const TOLERANCE_IN_CONTEXT = 3;

/** So many X are meant as a placeholder; fewer may be anything. */
const MIN_PLACEHOLDER_LENGTH = 8;

/** The shortest run of letters and digits that {@link readCandidate} makes something of. */
export const MIN_RUN_LENGTH = 2 + MIN_PLACEHOLDER_LENGTH;

/**
 * What is no prefix in small letters: Doxygen puts `ga` before an MD5 to name a place on a page
 * (`group__API.html#ga1b89…`), and `ff` begins any number of bytes.
 */
const NEVER_LOWER_CASE: ReadonlySet<string> = new Set(['ga', 'ff']);

/** How far an escape sequence can reach that ends in letters or digits, such as `ESC[38;5;196m`. */
const MAX_ESCAPE_LENGTH = 32;

/** The longest run that can hold a SID: one behind the rest of an escape sequence, or a placeholder. */
export const MAX_RUN_LENGTH = 64;

/** A finding before it is judged by what stands around it. */
export interface SidCandidate extends SidMatch {
  /**
   * What has to stand around a near-miss for it to count, as otherwise it is most likely something else.
   * `context`: an assignment, a flag, a query, an address, or a place where a SID belongs. `sidContext`: only
   * such a place. A SID and a placeholder need nothing.
   */
  readonly requires: 'nothing' | 'context' | 'sidContext';
}

/**
 * What a run of letters and digits, from `start` up to `end`, is: a SID, what nearly is one, a
 * placeholder, or nothing of that kind, as most are.
 *
 * A near-miss has two capital letters and 30 to 34 characters of which at most two are not hex; small
 * letters count only as a known prefix of exactly 32 hex digits, so that an MD5 that begins with "ac"
 * is none. Where a place says that a SID belongs, more is one.
 */
export function readCandidate(text: string, start: number, end: number): SidCandidate | undefined {
  if (end - start < MIN_RUN_LENGTH || end - start > MAX_RUN_LENGTH) return undefined;
  const whole = readRun(text, start, end, false);
  // "%AC…" may be either; a SID that is there to the last digit is none by chance.
  if (whole?.kind === 'sid') return whole;
  const behindEscape = skipEscape(text, start, end);
  return behindEscape === start ? whole : readRun(text, behindEscape, end, true);
}

function readRun(
  text: string,
  offset: number,
  end: number,
  isBehindEscape: boolean,
): SidCandidate | undefined {
  // Almost every run is something else, which the first characters tell.
  if (!isLetter(text.charCodeAt(offset)) || !isLetter(text.charCodeAt(offset + 1)))
    return undefined;
  const wrong = wrongDigits(text, offset + 2, end);
  if (wrong.length > TOLERANCE && !isX(text.charCodeAt(offset + 2))) return undefined;

  const run = text.slice(offset, end);
  const letters = run.slice(0, 2);
  const prefix = letters.toUpperCase();
  const inCapitals = letters === prefix;
  const isKnown = knownPrefixes.has(prefix);
  const count = run.length - 2;
  const isWhole = wrong.length === 0 && count === SID_DIGITS;
  if (isWhole && isKnown && inCapitals) {
    return { kind: 'sid', text: run, offset, prefix, faults: [], requires: 'nothing' };
  }
  if (inCapitals && isKnown && isPlaceholder(run)) {
    return { kind: 'placeholder', text: run, offset, prefix, faults: [], requires: 'nothing' };
  }
  if (wrong.length > TOLERANCE || Math.abs(count - SID_DIGITS) > TOLERANCE_IN_CONTEXT)
    return undefined;
  const isTouched = () => isEmbedded(text, isBehindEscape ? undefined : offset, end);
  const needs = inCapitals
    ? isKnown
      ? requiredByKnown(run, isTouched)
      : requiredByUnknown(run, isWhole, isTouched)
    : requiredByLowerCase(run, isKnown, isWhole, isTouched);
  if (needs === undefined) return undefined;
  const faults: SidFault[] = [
    ...(inCapitals ? [] : [{ kind: 'lowerCasePrefix', expected: prefix } as const]),
    ...(isKnown ? [] : [{ kind: 'unknownPrefix', prefix } as const]),
    ...(count === SID_DIGITS ? [] : [{ kind: 'digitCount', count } as const]),
    ...wrong.map((position) => {
      return { kind: 'notHex', position, character: run.charAt(position - 1) } as const;
    }),
  ];
  return { kind: 'malformed', text: run, offset, prefix, faults, requires: needs };
}

/** Positions of the characters that are not hex, counted from 1 and the prefix; of so many, the first. */
function wrongDigits(text: string, start: number, end: number): number[] {
  const wrong: number[] = [];
  for (let at = start; at < end && wrong.length <= TOLERANCE; at++) {
    const code = text.charCodeAt(at);
    const isHex = code <= 57 || (code | 32) <= 102;
    if (!isHex) wrong.push(at - start + 3);
  }
  return wrong;
}

function isLetter(code: number): boolean {
  return code > 57;
}

function isX(code: number): boolean {
  return (code | 32) === 120;
}

function isPlaceholder(run: string): boolean {
  const digits = run.slice(2);
  if (digits.length < MIN_PLACEHOLDER_LENGTH || !/^(?:X+|x+)$/.test(digits)) return false;
  // "FXXXXXXXXXX" may be one letter and many X; where FX is meant, there are as many as in a SID.
  return run.charAt(1) !== 'X' || digits.startsWith('x') || digits.length === SID_DIGITS;
}

type Requirement = SidCandidate['requires'];

function requiredByKnown(run: string, isTouched: () => boolean): Requirement {
  // A hash in capitals can begin with AC, too.
  if (isInCapitalHex(run)) return 'sidContext';
  const isNear = Math.abs(run.length - 2 - SID_DIGITS) <= TOLERANCE;
  if (isNear && !isTouched()) return 'nothing';
  // Voice Insights names a participant by a prefix before a whole SID: `/Participants/PACA…`.
  return PREFIXED_SID.test(run) ? 'sidContext' : 'context';
}

/** Two capitals that no list of prefixes has are no fault by themselves: Twilio publishes no such list. */
function requiredByUnknown(run: string, isWhole: boolean, isTouched: () => boolean): Requirement {
  if (!isWhole || isInCapitalHex(run)) return 'sidContext';
  return isTouched() ? 'context' : 'nothing';
}

function requiredByLowerCase(
  run: string,
  isKnown: boolean,
  isWhole: boolean,
  isTouched: () => boolean,
): Requirement | undefined {
  if (!isKnown || NEVER_LOWER_CASE.has(run.slice(0, 2))) return undefined;
  if (isWhole) return isTouched() ? 'context' : 'nothing';
  // A number in hex digits of about that length begins with any two of them.
  return /^[0-9a-f]+$/i.test(run) ? undefined : 'sidContext';
}

function isInCapitalHex(run: string): boolean {
  return /^[0-9A-F]+$/.test(run);
}

/**
 * A run can begin with the end of an escape sequence, which is not part of what stands behind it: of
 * a percent-encoded address (encoded once or more), of a string in source code or JSON, or of a
 * terminal's colours (as they are, or as source code and JSON write them).
 */
function skipEscape(text: string, start: number, end: number): number {
  const run = text.slice(start, Math.min(end, start + 16));
  switch (text.charAt(start - 1)) {
    case '%':
      return start + (/^(?:25)*[0-9a-f]{2}/i.exec(run)?.[0].length ?? 0);
    case '\\':
      return (
        start + (/^(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[abefnrtv0])/.exec(run)?.[0].length ?? 0)
      );
    case '[':
    case ';': {
      const before = text.slice(Math.max(0, start - MAX_ESCAPE_LENGTH), start);
      const isColour = /(?:\u001b|\\(?:u001b|x1b|033|e))\[(?:\d+;)*$/i.test(before);
      return start + (isColour ? (/^\d*m/.exec(run)?.[0].length ?? 0) : 0);
    }
    default:
      return start;
  }
}

/** What base64 and identifiers are made of, and letters that are not of ASCII. */
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_+/=]/u;

/** @param start absent behind an escape sequence, whose letters are none of the text's */
function isEmbedded(text: string, start: number | undefined, end: number): boolean {
  const before =
    start === undefined ? '' : lastCharacter(text.slice(Math.max(0, start - 2), start));
  return (
    WORD_CHARACTER.test(before) ||
    WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(end) ?? 32))
  );
}

function lastCharacter(text: string): string {
  return /[\ud800-\udbff][\udc00-\udfff]$/.exec(text)?.[0] ?? text.slice(-1);
}
