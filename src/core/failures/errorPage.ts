import type { Failure } from '../taskrouter/failure.ts';

/**
 * Twilio's page about the error code of a failure, if it has one. Built from the code alone:
 * `more_info` of an answer could lead anywhere.
 */
export function errorPage(failure: Failure): string | undefined {
  return 'code' in failure && typeof failure.code === 'number'
    ? `https://www.twilio.com/docs/errors/${failure.code}`
    : undefined;
}
