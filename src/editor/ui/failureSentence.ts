import { describeFailure } from '../../core/failures/describeFailure.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { present } from './present.ts';

/** The message of a failure, masked in privacy mode, or as another presenter shows it. */
export function failureSentence(failure: Failure, shown = present()): Message {
  return describeFailure(shown.failure(failure));
}
