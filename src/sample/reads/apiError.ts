import type { ApiAnswer } from './apiAnswer.ts';

/**
 * An error as Twilio writes it, see
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions.
 *
 * @param code Twilio's, such as 20404
 */
export function apiError(status: number, code: number, message: string): ApiAnswer {
  const moreInfo = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: JSON.stringify({ code, message, more_info: moreInfo, status }) };
}
