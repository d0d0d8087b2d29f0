import { SID_DIGITS, sidPattern } from '../../resources/sidPattern.ts';
import type { SidFault } from '../sidFault.ts';
import { knownPrefixes } from './knownPrefixes.ts';

/** A part of a text that is a SID or looks like an attempt at one. */
export interface SidMatch {
  /**
   * `sid`: a prefix that Twilio uses and 32 hex digits. `placeholder`: such a prefix followed by only
   * `X`. `malformed`: nearly a SID.
   */
  readonly kind: 'sid' | 'placeholder' | 'malformed';
  /**
   * As in the text: up to 64 ASCII letters and digits, possibly with invisible characters between them. Any
   * text if the fault is `noSid`.
   */
  readonly text: string;
  /** Index of its first character, in UTF-16 code units. */
  readonly offset: number;
  /** Its first two letters in uppercase; empty if the fault is `noSid`. */
  readonly prefix: string;
  /** From left to right; empty unless it is malformed. */
  readonly faults: readonly SidFault[];
}

/** A complete SID with two more letters before it. */
const PREFIXED_SID = new RegExp(`^..${sidPattern()}$`);

/** A near miss has at most this many characters too many or too few, and at most this many wrong ones. */
const TOLERANCE = 2;

/** As above for the length, where the text around it expects a SID. */
const TOLERANCE_IN_CONTEXT = 3;

/** Fewer X are not necessarily a placeholder. */
const MIN_PLACEHOLDER_LENGTH = 8;

/** The shortest run of letters and digits that {@link readCandidate} accepts. */
export const MIN_RUN_LENGTH = 2 + MIN_PLACEHOLDER_LENGTH;

/**
 * Not prefixes in lowercase: Doxygen writes `ga` before the MD5 of an anchor (`group__API.html#ga1b89…`),
 * and many hex dumps start with `ff`.
 */
const NEVER_LOWER_CASE: ReadonlySet<string> = new Set(['ga', 'ff']);

/** The maximum length of an escape sequence that ends in letters or digits, such as `ESC[38;5;196m`. */
const MAX_ESCAPE_LENGTH = 32;

/** The longest run that can be a placeholder, or a SID after the end of an escape sequence. */
export const MAX_RUN_LENGTH = 64;

/** A match before the text around it has been examined. */
export interface SidCandidate extends SidMatch {
  /**
   * What a near miss needs around it to count, as it is probably something else without it. `context`: an
   * assignment, flag, query or URL, or a `SidContext`. `sidContext`: a `SidContext`. Always `nothing`
   * for a SID or a placeholder.
   */
  readonly requires: 'nothing' | 'context' | 'sidContext';
}

/**
 * Classifies the run of letters and digits from `start` to `end` as a SID, a near miss or a placeholder.
 * Returns `undefined` for any other run, as most are.
 *
 * A near miss has two uppercase letters and 30 to 34 characters, of which at most two are not hex digits. A
 * lowercase prefix must be a known one before exactly 32 hex digits, so that an MD5 starting with "ac" does
 * not match. Where the context expects a SID, more counts as a near miss.
 */
export function readCandidate(text: string, start: number, end: number): SidCandidate | undefined {
  if (end - start < MIN_RUN_LENGTH || end - start > MAX_RUN_LENGTH) return undefined;
  const whole = readRun(text, start, end, false);
  // "%AC…" is ambiguous, but a complete SID is not there by chance.
  if (whole?.kind === 'sid') return whole;
  const afterEscape = skipEscape(text, start, end);
  return afterEscape === start ? whole : readRun(text, afterEscape, end, true);
}

function readRun(
  text: string,
  offset: number,
  end: number,
  isAfterEscape: boolean,
): SidCandidate | undefined {
  // The first characters rule out almost every run.
  if (!isLetter(text.charCodeAt(offset)) || !isLetter(text.charCodeAt(offset + 1)))
    return undefined;
  const wrong = wrongDigits(text, offset + 2, end);
  if (wrong.length > TOLERANCE && !isX(text.charCodeAt(offset + 2))) return undefined;

  const run = text.slice(offset, end);
  const letters = run.slice(0, 2);
  const prefix = letters.toUpperCase();
  const isUpperCase = letters === prefix;
  const isKnown = knownPrefixes.has(prefix);
  const count = run.length - 2;
  const isWhole = wrong.length === 0 && count === SID_DIGITS;
  if (isWhole && isKnown && isUpperCase) {
    return { kind: 'sid', text: run, offset, prefix, faults: [], requires: 'nothing' };
  }
  if (isUpperCase && isKnown && isPlaceholder(run)) {
    return { kind: 'placeholder', text: run, offset, prefix, faults: [], requires: 'nothing' };
  }
  if (wrong.length > TOLERANCE || Math.abs(count - SID_DIGITS) > TOLERANCE_IN_CONTEXT)
    return undefined;
  const isInWord = () => isEmbedded(text, isAfterEscape ? undefined : offset, end);
  const requires = isUpperCase
    ? isKnown
      ? requiredByKnown(run, isInWord)
      : requiredByUnknown(run, isWhole, isInWord)
    : requiredByLowerCase(run, isKnown, isWhole, isInWord);
  if (requires === undefined) return undefined;
  const faults: SidFault[] = [
    ...(isUpperCase ? [] : [{ kind: 'lowerCasePrefix', expected: prefix } as const]),
    ...(isKnown ? [] : [{ kind: 'unknownPrefix', prefix } as const]),
    ...(count === SID_DIGITS ? [] : [{ kind: 'digitCount', count } as const]),
    ...wrong.map((position) => {
      return { kind: 'notHex', position, character: run.charAt(position - 1) } as const;
    }),
  ];
  return { kind: 'malformed', text: run, offset, prefix, faults, requires };
}

/** The positions of the first characters that are not hex digits, counted from 1 at the prefix. */
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
  // "FXXXXXXXXXX" can be an F and many X; for the prefix FX, the length must be that of a SID.
  return run.charAt(1) !== 'X' || digits.startsWith('x') || digits.length === SID_DIGITS;
}

type Requirement = SidCandidate['requires'];

function requiredByKnown(run: string, isInWord: () => boolean): Requirement {
  // An uppercase hash can start with AC, too.
  if (isUpperCaseHex(run)) return 'sidContext';
  const isNear = Math.abs(run.length - 2 - SID_DIGITS) <= TOLERANCE;
  if (isNear && !isInWord()) return 'nothing';
  // Voice Insights identifies a participant by a prefix before a complete SID: `/Participants/PACA…`.
  return PREFIXED_SID.test(run) ? 'sidContext' : 'context';
}

/** An unknown prefix alone is not a fault, as Twilio publishes no complete list of prefixes. */
function requiredByUnknown(run: string, isWhole: boolean, isInWord: () => boolean): Requirement {
  if (!isWhole || isUpperCaseHex(run)) return 'sidContext';
  return isInWord() ? 'context' : 'nothing';
}

function requiredByLowerCase(
  run: string,
  isKnown: boolean,
  isWhole: boolean,
  isInWord: () => boolean,
): Requirement | undefined {
  if (!isKnown || NEVER_LOWER_CASE.has(run.slice(0, 2))) return undefined;
  if (isWhole) return isInWord() ? 'context' : 'nothing';
  // Any hex number of about that length can start with these two letters.
  return /^[0-9a-f]+$/i.test(run) ? undefined : 'sidContext';
}

function isUpperCaseHex(run: string): boolean {
  return /^[0-9A-F]+$/.test(run);
}

/**
 * Skips the end of an escape sequence at the start of a run: percent-encoding (possibly repeated), an
 * escape in a string of source code or JSON, or a terminal color (raw or as an escape in a string).
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
      const isColor = /(?:\u001b|\\(?:u001b|x1b|033|e))\[(?:\d+;)*$/i.test(before);
      return start + (isColor ? (/^\d*m/.exec(run)?.[0].length ?? 0) : 0);
    }
    default:
      return start;
  }
}

/** The characters of base64 and identifiers, and letters outside ASCII. */
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_+/=]/u;

/** @param start absent after an escape sequence, whose letters do not belong to the word */
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
