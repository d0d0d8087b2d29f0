import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { RoutingProblem } from '../check/routingProblem.ts';
import type { TextFix } from '../expression/syntax/span.ts';

const MAX_TITLE_CHARS = 80;

/** What a fix does, for a menu. */
export function describeFix(
  { kind, args: [found = ''] }: Pick<RoutingProblem, 'kind' | 'args'>,
  { length, text }: TextFix,
): Message {
  const written = shownText(text, MAX_TITLE_CHARS);
  if (kind === 'mixedAndOr') return message('Add parentheses so that AND binds closer');
  if (kind === 'quotedKey') return message('Remove the quotes');
  if (kind === 'missingPrefix' && text.endsWith(`.${found}`)) {
    return message('Add {0}', text.slice(0, -found.length));
  }
  if (length === 0) return message('Insert {0}', written);
  return text === '' ? message('Remove {0}', found) : message('Change to {0}', written);
}
