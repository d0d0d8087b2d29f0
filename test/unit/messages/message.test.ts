import assert from 'node:assert/strict';
import { formatMessage, message, plainEnglish } from '../../../src/core/messages/message.ts';

describe('formatMessage', () => {
  it('fills in arguments at any position and any number of times', () => {
    const said = message('{1}, {0} and {1} of {10}', 'a', 7, ...Array<string>(8).fill('-'), 'k');
    assert.equal(formatMessage(said, plainEnglish), '7, a and 7 of k');
  });

  it('leaves placeholders without an argument, and placeholders in arguments', () => {
    assert.equal(formatMessage(message('{0} {1}', '{1}'), plainEnglish), '{1} {1}');
  });

  it('translates a message and the messages in its arguments', () => {
    const shout = (text: string, ...args: (string | number)[]) =>
      plainEnglish(text.toUpperCase(), ...args);
    const said = message('a {0} b {1}', message('in {0}', 'x'), 'y');
    assert.equal(formatMessage(said, shout), 'A IN x B y');
  });
});
