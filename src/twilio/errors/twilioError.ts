import { asRecord, isJsonObject, parseJson } from '../../core/json/jsonObject.ts';

const MAX_DETAIL_LENGTH = 200;

/** The usable parts of an error's body. */
export interface TwilioError {
  /** One of https://www.twilio.com/docs/api/errors. */
  readonly code?: number;
  /** Twilio's message, as one line of at most 200 characters. */
  readonly detail?: string;
}

/**
 * Reads the body of an error in either of Twilio's formats: `code, message, more_info, status`
 * (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions), or RFC 9457's
 * `type, title, status, detail` with a `code`. Returns `undefined` for anything but a JSON object,
 * such as a gateway's HTML, as that does not come from Twilio.
 */
export function readTwilioError(body: string | undefined): TwilioError | undefined {
  const parsed = parseJson(body ?? '');
  if (!parsed.valid || !isJsonObject(parsed.value)) return undefined;
  const { code: rawCode, message, detail: rawDetail, title } = asRecord(parsed.value);
  const code = readCode(rawCode);
  const detail = [message, rawDetail, title].map(cleanText).find((text) => text !== '');
  return { ...(code !== undefined && { code }), ...(detail !== undefined && { detail }) };
}

/** A positive number of at most nine digits, or a string with one. */
function readCode(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Text from the server as one short line that is safe in a notification. */
function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    // VS Code makes [text](command:…) in a notification a link that runs the command.
    .replaceAll('](', '] (');
  // By code points, so that no surrogate pair is cut in half.
  const characters = Array.from(line);
  return characters.length > MAX_DETAIL_LENGTH
    ? `${characters.slice(0, MAX_DETAIL_LENGTH - 1).join('')}…`
    : line;
}
