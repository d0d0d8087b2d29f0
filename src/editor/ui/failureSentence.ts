import { describeFailure, maskFailure } from '../../core/failures/describeFailure.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { settings } from '../settings.ts';

/** The message of a failure, masked in privacy mode. */
export function failureSentence(failure: Failure): Message {
  return describeFailure(settings.privacyMode() ? maskFailure(failure) : failure);
}
