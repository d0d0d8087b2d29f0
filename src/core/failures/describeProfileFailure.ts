import { message, type Message } from '../messages/message.ts';
import type { Failure } from '../taskrouter/failure.ts';

export function describeMissingSecret({
  reason,
  profileName,
}: Extract<Failure, { kind: 'secretUnavailable' }>): Message {
  switch (reason) {
    case 'missing':
      return message(
        'The secret of the profile “{0}” is no longer stored here. Enter it again.',
        profileName,
      );
    case 'unreadable':
      return message(
        'Could not read the secret of the profile “{0}”. The system’s keyring may be locked or missing. Unlock it, or enter the secret again.',
        profileName,
      );
    case 'foreign':
      return message(
        'The secret stored for the profile “{0}” belongs to another account, key or host. It was not used. Enter the secret again.',
        profileName,
      );
    case 'unverified':
      return message(
        'The profile “{0}” is from an earlier version and has no host for its secret. Verify the secret to continue.',
        profileName,
      );
  }
}
