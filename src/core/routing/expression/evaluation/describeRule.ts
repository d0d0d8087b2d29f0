import { message, type Message } from '../../../messages/message.ts';
import type { RuleCode } from './rule.ts';

/** A rule in one sentence, with what it rests on. */
export function describeRule(rule: RuleCode, operator: string): Message {
  switch (rule) {
    case 'nullIsNull':
      return message('NULL, such as a missing key, equals null: production Workflows rely on it.');
    case 'nullIsNoValue':
      return message('NULL, such as a missing key, equals no value (documented).');
    case 'nullDiffers':
      return message('NULL differs from every value: production Workflows rely on it.');
    case 'nullInNoList':
      return message('NULL is in no list and has no elements (recorded).');
    case 'nullNotIn':
      return message('Twilio does not document NOT IN with NULL.');
    case 'nullCompared':
      return message('Twilio does not document {0} with NULL.', operator);
    case 'nullBoth':
      return message('Twilio does not document comparing NULL with NULL.');
    case 'scalarOnArray':
      return message('{0} with an array is false (documented).', operator);
    case 'arrayOnScalars':
      return message('{0} with two scalar values is false (documented).', operator);
    case 'arrayNotNull':
      return message(
        'Sources conflict: an official example expects `!= null` to be true for an array, but the syntax page says that it is false.',
      );
    case 'textAsNumber':
      return message('Text is compared with a number as a number (documented).');
    case 'mixedTypes':
      return message('Twilio does not document how values of different types compare.');
    case 'numberSpelling':
      return message('Twilio does not document whether 1 equals 1.0.');
    case 'letterCase':
      return message('Twilio does not document whether case matters in text.');
    case 'textOrder':
      return message('Twilio does not document how text is ordered.');
    case 'objectCompared':
      return message('Twilio does not document {0} with an object.', operator);
    case 'arraySide':
      return message('Twilio does not document {0} with an array on this side.', operator);
    case 'quotedKey':
      return message(
        'Sources conflict: the API reference puts a key in quotes, but by the syntax page quotes make a constant.',
      );
    case 'hyphenInValue':
      return message(
        'Sources conflict: the Worker page says that values do not support hyphens, but production use has them.',
      );
    case 'capacityExample':
      return message(
        'Sources conflict: by its arithmetic {0} picks busy Workers, but the multitasking page says the opposite.',
        operator,
      );
    case 'mixedPrecedence':
      return message(
        'Twilio does not document whether AND binds closer than OR. Parentheses make it certain.',
      );
    case 'emptyMatchesNobody':
      return message('An empty expression matches no Worker (documented).');
  }
}
