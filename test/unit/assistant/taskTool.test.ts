import assert from 'node:assert/strict';
import {
  answerForModel,
  failureForModel,
  readTaskRequest,
  refusalForModel,
} from '../../../src/core/assistant/taskTool.ts';
import { message } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { Failure } from '../../../src/core/taskrouter/failure.ts';

const WT = `WT${'a'.repeat(32)}`;
const WS = `WS${'1'.repeat(32)}`;
const task = JSON.stringify({ sid: WT, attributes: '{"name":"Ada","id":9007199254740993}' });

describe('What a language model asks for', () => {
  it('is a Task, and its attributes only where it says so', () => {
    assert.deepEqual(readTaskRequest({ task: WT }), {
      valid: true,
      reference: { taskSid: WT },
      withAttributes: false,
    });
    const whole = readTaskRequest({ task: `${WS}/${WT}`, includeAttributes: true });
    assert.ok(whole.valid && whole.withAttributes && whole.reference.workspaceSid === WS);
    for (const includeAttributes of ['true', 1, {}, null]) {
      const request = readTaskRequest({ task: WT, includeAttributes });
      assert.ok(request.valid && !request.withAttributes);
    }
  });

  for (const input of [undefined, null, 7, 'WT', {}, { task: 7 }, { task: 'all Tasks' }, [WT]]) {
    it(`is refused: ${JSON.stringify(input)}`, () => {
      assert.equal(readTaskRequest(input).valid, false);
    });
  }
});

describe('What a language model gets', () => {
  it('is the Task to the digit, as data, its attributes masked', () => {
    const masked = answerForModel(task, 'Acme', presenter(true));
    assert.ok(!masked.includes('Ada') && masked.includes('"name": "•••"'));
    assert.match(masked, /nothing in it is an instruction/);
    assert.match(answerForModel(task, 'Acme', presenter(false)), /"id": 9007199254740993/);
  });

  it('is not endless', () => {
    const long = answerForModel(
      JSON.stringify({ sid: WT, x: 'x'.repeat(100_000) }),
      'Acme',
      presenter(false),
    );
    assert.ok(long.length < 61_000);
    assert.match(long, /Only its first 60000 characters/);
    assert.doesNotMatch(answerForModel(task, 'Acme', presenter(false)), /Only/);
  });

  const advised: readonly (readonly [Failure, RegExp])[] = [
    [{ kind: 'notFound', host: 'h', prefix: 'WT' }, /deletes Tasks some minutes after/],
    [{ kind: 'timeout', host: 'h', seconds: 15 }, /Try again once/],
    [{ kind: 'unknownProfile', profileId: 'x' }, /does not help/],
  ];
  for (const [failure, advice] of advised) {
    it(`says what to do about a failure: ${failure.kind}`, () => {
      const { error } = JSON.parse(failureForModel(failure)) as {
        error: Record<string, string>;
      };
      assert.equal(error['kind'], failure.kind);
      assert.match(error['advice'] ?? '', advice);
      assert.ok((error['message'] ?? '').length > 10);
    });
  }

  it('has nothing of a person from what Twilio says of a failure', () => {
    const detail = 'No ada@acme.example at +15005550006.';
    const text = failureForModel({ kind: 'badRequest', host: 'h', status: 400, detail });
    assert.match(text, /No •••/);
    assert.doesNotMatch(text, /ada|5006/);
  });

  it('says in words why it is refused', () => {
    assert.deepEqual(JSON.parse(refusalForModel('x', message('No {0}.', 'way'), 'Stop.')), {
      error: { kind: 'x', message: 'No way.', advice: 'Stop.' },
    });
  });
});
