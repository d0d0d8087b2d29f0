import { maskText } from '../privacy/maskText.ts';
import type { Failure } from '../taskrouter/failure.ts';

/** What `taskrouter.privacyMode` shows of a failure: Twilio's words can repeat what it was sent. */
export function maskFailure(failure: Failure): Failure {
  return 'detail' in failure ? { ...failure, detail: maskText(failure.detail) } : failure;
}
