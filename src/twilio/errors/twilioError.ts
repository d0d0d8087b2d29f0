import { asRecord, isJsonObject, parseJson } from '../../core/json/jsonObject.ts';

const DETAIL_LENGTH = 200;

/** What the body of an error says, as far as it says it in a way that can be used. */
export interface TwilioError {
  /** One of https://www.twilio.com/docs/api/errors. */
  readonly code?: number;
  /** Twilio's own words: one line of at most 200 characters. */
  readonly detail?: string;
}

/**
 * Reads the body of an error in either of Twilio's shapes: `code, message, more_info, status`, or RFC
 * 9457's `type, title, status, detail` with a `code`. Nothing for what is no JSON object, such as the
 * HTML of a gateway: that is not Twilio speaking.
 */
export function readTwilioError(body: string | undefined): TwilioError | undefined {
  const parsed = parseJson(body ?? '');
  if (!parsed.valid || !isJsonObject(parsed.value)) return undefined;
  const { code: rawCode, message, detail: rawDetail, title } = asRecord(parsed.value);
  const code = readCode(rawCode);
  const detail = [message, rawDetail, title].map(cleanText).find((text) => text !== '');
  return { ...(code !== undefined && { code }), ...(detail !== undefined && { detail }) };
}

/** A positive number of at most nine digits, which may stand in a string. */
function readCode(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Text from elsewhere as one short line that a notification can show. */
function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    // Notifications make a link of [text](command:…), and run it when it is clicked.
    .replaceAll('](', '] (');
  // By code points, so that no character is cut in half.
  const characters = Array.from(line);
  return characters.length > DETAIL_LENGTH
    ? `${characters.slice(0, DETAIL_LENGTH - 1).join('')}…`
    : line;
}
