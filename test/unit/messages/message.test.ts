import assert from 'node:assert/strict';
import { formatMessage, message, plainEnglish } from '../../../src/core/messages/message.ts';

describe('formatMessage', () => {
  it('fills arguments in, wherever and however often they stand', () => {
    const said = message('{1}, {0} and {1} of {10}', 'a', 7, ...Array<string>(8).fill('-'), 'k');
    assert.equal(formatMessage(said, plainEnglish), '7, a and 7 of k');
  });

  it('leaves a place as it is that nothing was given for, and what an argument says', () => {
    assert.equal(formatMessage(message('{0} {1}', '{1}'), plainEnglish), '{1} {1}');
  });

  it('translates each message by itself, those within it too', () => {
    const shout = (text: string, ...args: (string | number)[]) =>
      plainEnglish(text.toUpperCase(), ...args);
    const said = message('a {0} b {1}', message('in {0}', 'x'), 'y');
    assert.equal(formatMessage(said, shout), 'A IN x B y');
  });
});
