import { message, type Message } from '../messages/message.ts';
import type { Failure } from '../taskrouter/failure.ts';

export function describeMissingSecret({
  reason,
  profileName,
}: Extract<Failure, { kind: 'secretUnavailable' }>): Message {
  switch (reason) {
    case 'missing':
      return message(
        'The secret of the profile “{0}” is not stored here any more, as on another machine or in a browser that forgot it: enter it again.',
        profileName,
      );
    case 'unreadable':
      return message(
        'VS Code could not read the secret of the profile “{0}”, perhaps because the keyring of this system is locked or missing: unlock it, or enter the secret again.',
        profileName,
      );
    case 'foreign':
      return message(
        'The secret stored for the profile “{0}” belongs to another account, key or host and was not used. Enter the secret again.',
        profileName,
      );
    case 'unverified':
      return message(
        'An earlier version stored the profile “{0}” without the host that its secret belongs to. Verify the secret to go on.',
        profileName,
      );
  }
}
