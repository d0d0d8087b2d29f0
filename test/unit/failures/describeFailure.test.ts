import assert from 'node:assert/strict';
import { describeFailure } from '../../../src/core/failures/describeFailure.ts';
import { summarizeFailure } from '../../../src/core/failures/summarizeFailure.ts';
import { isWorthRetrying } from '../../../src/core/failures/isWorthRetrying.ts';
import type { Failure } from '../../../src/core/failures/taskRouterFailure.ts';
import { formatMessage, plainEnglish } from '../../../src/core/messages/formatMessage.ts';

const host = 'taskrouter.twilio.com';
const failures: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  missingCredentials: { kind: 'missingCredentials', variables: ['A', 'B'] },
  invalidEnvironment: { kind: 'invalidEnvironment', variable: 'TWILIO_EDGE' },
  unknownProfile: { kind: 'unknownProfile', profileId: 'acme' },
  missingEdge: { kind: 'missingEdge', region: 'au1' },
  baseUrlNotAllowed: { kind: 'baseUrlNotAllowed' },
  unauthorized: { kind: 'unauthorized', host, code: 20003 },
  forbidden: { kind: 'forbidden', host },
  notFound: { kind: 'notFound', host },
  rateLimited: { kind: 'rateLimited', host, retryAfterSeconds: 7 },
  server: { kind: 'server', host, status: 503 },
  redirected: { kind: 'redirected', host, status: 302 },
  unexpectedStatus: { kind: 'unexpectedStatus', host, status: 405 },
  timeout: { kind: 'timeout', host, seconds: 15 },
  network: { kind: 'network', host, code: 'ENOTFOUND' },
  tooLarge: { kind: 'tooLarge', host, limitMegabytes: 10 },
  notJson: { kind: 'notJson', host },
  unexpectedAnswer: { kind: 'unexpectedAnswer', host },
};

describe('describeFailure', () => {
  for (const failure of Object.values(failures)) {
    it(`makes one whole sentence of ${failure.kind}, with all its facts`, () => {
      const sentence = formatMessage(describeFailure(failure), plainEnglish);
      assert.match(sentence, /^[A-Z\w][^\n]*\.$/);
      assert.doesNotMatch(sentence, /\{\d|undefined|\[object/);
      const { kind, ...facts } = failure;
      if (kind === 'notFound') return;
      for (const fact of Object.values(facts).flat()) {
        assert.ok(sentence.includes(String(fact)), `"${fact}" is not in: ${sentence}`);
      }
    });
  }

  it('says that a Task may be gone only where the Task was not found', () => {
    for (const failure of Object.values(failures)) {
      const sentence = formatMessage(describeFailure(failure), plainEnglish);
      assert.equal(sentence.includes('deletes'), failure.kind === 'notFound');
    }
  });
});

describe('isWorthRetrying', () => {
  it('offers no second try where the same request must fail again', () => {
    const worth = Object.values(failures).filter(isWorthRetrying);
    assert.deepEqual(
      worth.map(({ kind }) => kind),
      ['rateLimited', 'server', 'redirected', 'timeout', 'network', 'notJson'],
    );
  });
});

describe('summarizeFailure', () => {
  it('needs few words for each failure', () => {
    for (const failure of Object.values(failures)) {
      const words = formatMessage(summarizeFailure(failure), plainEnglish);
      assert.match(words, /^[\w ]{6,24}$/);
    }
  });
});
