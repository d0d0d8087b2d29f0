import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { shownText } from '../messages/plainText.ts';
import { maskJson, type PrivacyScope } from './maskJson.ts';
import { maskText } from './maskText.ts';

/**
 * The one door between what is known and what is shown: in privacy mode it masks what may be of a
 * person, otherwise it lets everything through. Views ask nothing about privacy mode; they show what
 * comes out of here. To mask twice does no harm.
 */
export interface Presenter {
  /** Whether it masks, for what is offered and explained. */
  readonly masks: boolean;
  /** A JSON text. What it holds as strings within strings stays so. */
  readonly json: (text: string) => string;
  /** The JSON text of an answer whose attributes are going to be decoded. */
  readonly answer: (text: string) => string;
  /** A text of any length. */
  readonly text: (text: string) => string;
  /** A text as a part of a line, cut off after `longest` characters. */
  readonly line: (text: string, longest?: number) => string;
  /** An expression over attributes as a part of a line: its names stay. */
  readonly expression: (expression: string) => string;
  /** A failure, in whose detail Twilio may repeat what it was sent. */
  readonly failure: <F extends object>(failure: F) => F;
}

const same = <T>(value: T): T => value;

const showing: Presenter = {
  masks: false,
  json: same,
  answer: same,
  text: same,
  line: (text, longest) => shownText(text, longest),
  expression: (expression) => shownText(expression),
  failure: same,
};

// Masked before cut: a part of a number may not look like one.
const masking = (scope: PrivacyScope): Presenter => ({
  masks: true,
  json: (text) => maskJson(text, scope),
  // A string of attributes is masked whole, so that its shape is only kept once it is decoded.
  answer: (text) => maskJson(decodeEmbeddedJson(text), scope),
  text: maskText,
  line: (text, longest) => shownText(maskText(text), longest),
  expression: (expression) => shownText(maskText(maskExpression(expression))),
  failure: (failure) =>
    'detail' in failure && typeof failure.detail === 'string'
      ? { ...failure, detail: maskText(failure.detail) }
      : failure,
});

const maskingAll = masking('all');
const maskingPersonal = masking('personal');

/**
 * @param masked as `taskrouter.privacyMode` asks
 * @param scope as `taskrouter.privacyScope` asks
 */
export function presenter(masked: boolean, scope: PrivacyScope = 'all'): Presenter {
  if (!masked) return showing;
  return scope === 'personal' ? maskingPersonal : maskingAll;
}

/** Strings, including an unclosed one, and numbers: the values of attributes in an expression. */
const VALUE =
  /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|(?<![\p{L}\p{N}_.])-?\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/**
 * What `taskrouter.privacyMode` shows of an expression over attributes: as in attributes themselves, the
 * names stay and the values are masked.
 */
export function maskExpression(expression: string): string {
  return expression.replace(VALUE, '•••');
}
