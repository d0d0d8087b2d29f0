import assert from 'node:assert/strict';
import fc from 'fast-check';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { anyCharacter, anyText } from '../../support/json/jsonTexts.ts';

const PHONE = '+1 500 555 0006';
const task = JSON.stringify({ sid: 'WT1', reason: `call ${PHONE}`, attributes: '{"name":"Ada"}' });

describe('What is shown without privacy mode', () => {
  const shown = presenter(false);

  it('is what came', () => {
    assert.equal(shown.masks, false);
    for (const text of [task, PHONE]) {
      for (const show of [shown.json, shown.answer, shown.text]) assert.equal(show(text), text);
    }
    assert.equal(shown.line(` ${PHONE}\n`), PHONE);
    assert.equal(shown.line(PHONE, 4), '+1 5…');
    assert.equal(shown.expression("to == '7'"), "to == '7'");
    const failure = { kind: 'badRequest', detail: PHONE };
    assert.equal(shown.failure(failure), failure);
  });
});

describe('What is shown in privacy mode', () => {
  const shown = presenter(true);

  it('has the shape of attributes where they are going to be decoded, and else not', () => {
    assert.equal(shown.masks, true);
    assert.equal(
      shown.answer(task),
      '{"sid":"WT1","reason":"call •••","attributes":{"name":"•••"}}',
    );
    assert.equal(shown.json(task), '{"sid":"WT1","reason":"call •••","attributes":"•••"}');
  });

  for (const [text, line] of [
    ['call +1 500 555 0006', 'call •••'],
    ['+1500\u200b5550006', '•••'],
    ['ada@exam\u00adple.com', '•••'],
    ['Billing (Spanish)', 'Billing (Spanish)'],
    ['', ''],
  ] as const) {
    it(`is ${JSON.stringify(line)} of ${JSON.stringify(text)}, in a line`, () => {
      assert.equal(shown.line(text), line);
    });
  }

  it('is one line of no more than a hundred characters, and whole, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (text) => {
        const line = shown.line(text);
        assert.ok(Array.from(line).length <= 101);
        assert.doesNotMatch(line, /\p{Surrogate}/u);
        assert.doesNotMatch(line, /[\n\r\t]/);
      }),
    );
  });

  it('is masked before it is cut, so that no beginning of a number is left', () => {
    assert.equal(shown.line(`call ${PHONE}`, 8), 'call •••');
    assert.equal(shown.text(`call\n${PHONE}`), 'call\n•••');
  });

  it('is the names of an expression', () => {
    assert.equal(
      shown.expression(`name == "Ada" AND to == '${PHONE}'`),
      'name == ••• AND to == •••',
    );
  });

  it('is a failure without what Twilio repeats', () => {
    assert.deepEqual(shown.failure({ kind: 'badRequest', host: 'h', detail: `no ${PHONE}` }), {
      ...{ kind: 'badRequest', host: 'h', detail: 'no •••' },
    });
    const timeout = { kind: 'timeout', host: 'h', seconds: 15 };
    assert.equal(shown.failure(timeout), timeout);
  });

  it('is the same when it passes the door again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = JSON.stringify({ attributes: text, reason: text });
        for (const [show, given] of [
          [shown.text, text],
          [shown.json, json],
          [shown.answer, json],
        ] as const) {
          const once = show(given);
          assert.equal(show(once), once);
        }
      }),
    );
  });
});
