import assert from 'node:assert/strict';
import {
  errorPage,
  failureActions,
  type FailureAction,
} from '../../../src/core/failures/failureActions.ts';
import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import { everyFailure } from '../../support/everyFailure.ts';

const host = 'h';

describe('failureActions', () => {
  const expected: [failure: Failure, actions: FailureAction[]][] = [
    [{ kind: 'browser' }, ['exploreSample']],
    [{ kind: 'missingCredentials', variables: ['A'] }, ['addCredentials']],
    [
      { kind: 'secretUnavailable', profileId: 'a', profileName: 'A', reason: 'missing' },
      ['enterSecret'],
    ],
    [
      { kind: 'secretUnavailable', profileId: 'a', profileName: 'A', reason: 'unverified' },
      ['verifySecret'],
    ],
    [{ kind: 'profileNotUsable', profileName: 'Acme' }, ['addCredentials']],
    [{ kind: 'baseUrlNotAllowed' }, ['openBaseUrlSetting']],
    [{ kind: 'unauthorized', host }, ['changeCredentials', 'showLog']],
    [
      { kind: 'unauthorizedInRegion', host, region: 'ie1', code: 20003 },
      ['changeCredentials', 'openErrorPage', 'showLog'],
    ],
    [
      { kind: 'restrictedKey', host, code: 70051 },
      ['changeCredentials', 'openErrorPage', 'showLog'],
    ],
    [{ kind: 'badRequest', host, status: 400 }, ['showLog']],
    [{ kind: 'conflict', host, status: 409 }, ['tryAgain', 'showLog']],
    [{ kind: 'server', host, status: 503 }, ['tryAgain', 'showLog']],
    [{ kind: 'server', host, status: 500, code: 20500 }, ['tryAgain', 'openErrorPage', 'showLog']],
    [{ kind: 'rateLimited', host, code: 20429 }, ['tryAgain', 'openErrorPage', 'showLog']],
    [{ kind: 'notFound', host, prefix: 'WT', code: 20404 }, ['openErrorPage', 'showLog']],
    [{ kind: 'notServed', host, code: 20404 }, ['changeRegion', 'openErrorPage', 'showLog']],
    [{ kind: 'notServed', host, detail: 'No' }, ['changeRegion', 'showLog']],
    [{ kind: 'proxy', host, status: 407 }, ['tryAgain', 'showLog']],
    [{ kind: 'notTask', host, prefix: 'WT' }, ['showLog']],
  ];
  for (const [failure, actions] of expected) {
    it(`of ${JSON.stringify(failure)} are ${actions.join(', ')}`, () => {
      assert.deepEqual(failureActions(failure), actions);
    });
  }

  it('offers to try again only if the same request can succeed', () => {
    const kinds = everyFailure
      .filter((failure) => failureActions(failure).includes('tryAgain'))
      .map(({ kind }) => kind);
    assert.deepEqual(
      new Set(kinds),
      new Set<Failure['kind']>([
        ...(['conflict', 'rateLimited', 'server', 'redirected', 'timeout', 'notJson'] as const),
        'internal',
        ...(['dns', 'refused', 'reset', 'tls', 'proxy', 'network'] as const),
      ]),
    );
  });

  it('are one to three for each failure, none of them twice', () => {
    for (const failure of everyFailure) {
      const actions = failureActions(failure);
      assert.ok(actions.length >= 1 && actions.length <= 3, failure.kind);
      assert.equal(new Set(actions).size, actions.length);
    }
  });

  it('include the page of an error if there is one', () => {
    for (const failure of everyFailure) {
      const offered = failureActions(failure).includes('openErrorPage');
      assert.equal(offered, errorPage(failure) !== undefined, failure.kind);
    }
  });
});

describe('errorPage', () => {
  it('is built from Twilio’s code', () => {
    assert.equal(
      errorPage({ kind: 'unauthorized', host, code: 20003 }),
      'https://www.twilio.com/docs/errors/20003',
    );
  });

  it('is absent without a code, or with one of the operating system', () => {
    assert.equal(errorPage({ kind: 'unauthorized', host }), undefined);
    assert.equal(errorPage({ kind: 'refused', host, code: 'ECONNREFUSED' }), undefined);
    assert.equal(errorPage({ kind: 'notFound', host, prefix: 'WT' }), undefined);
  });
});
