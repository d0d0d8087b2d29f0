import assert from 'node:assert/strict';
import { describeFailure } from '../../../src/core/failures/describeFailure.ts';
import { summarizeFailure } from '../../../src/core/failures/summarizeFailure.ts';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import type { ResourcePrefix } from '../../../src/core/resources/resourceKind.ts';
import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import { everyFailure } from '../../support/everyFailure.ts';

const sentenceOf = (failure: Failure) => formatMessage(describeFailure(failure), plainEnglish);

const host = 'h';
const names: Readonly<Record<ResourcePrefix, string>> = {
  WS: 'Workspace',
  WT: 'Task',
  WR: 'Reservation',
  WQ: 'TaskQueue',
  WW: 'Workflow',
  WK: 'Worker',
  WA: 'Activity',
  TC: 'Task Channel',
  EV: 'Event',
};

/** Facts that a message states in other words, or does not need. */
const SAID_OTHERWISE = new Set([
  'kind',
  'prefix',
  'profileId',
  'reason',
  'problem',
  'retryAfterSeconds',
]);

describe('describeFailure', () => {
  for (const failure of everyFailure) {
    it(`describes ${JSON.stringify(failure)} in whole sentences with all its facts`, () => {
      const sentence = sentenceOf(failure);
      assert.match(sentence, /^[A-Z\w][^\n]*[.?”]$/);
      assert.doesNotMatch(sentence, /\{\d|undefined|\[object/);
      if (failure.kind === 'notFound') return;
      for (const [name, fact] of Object.entries(failure)) {
        if (SAID_OTHERWISE.has(name)) continue;
        for (const part of [fact].flat()) {
          assert.ok(sentence.includes(String(part)), `"${part}" is not in: ${sentence}`);
        }
      }
    });
  }

  it('has a different message for each failure', () => {
    const sentences = new Set(everyFailure.map(sentenceOf));
    assert.equal(sentences.size, everyFailure.length);
  });

  it('mentions deletion only if a Task was not found', () => {
    for (const failure of everyFailure) {
      const isTask = failure.kind === 'notFound' && failure.prefix === 'WT';
      assert.equal(sentenceOf(failure).includes('deletes'), isTask);
    }
  });

  for (const [prefix, name] of Object.entries(names)) {
    it(`names a missing or wrong ${name}`, () => {
      const kinds = ['notFound', 'notTask', 'anotherTask'] as const;
      for (const kind of kinds) {
        const sentence = sentenceOf({ kind, host, prefix: prefix as ResourcePrefix });
        assert.match(sentence, new RegExp(`\\b${name}\\b`));
        if (prefix !== 'WT') assert.doesNotMatch(sentence, /deletes|completed|canceled/);
      }
    });
  }

  const unreadable = { profileId: 'a', profileName: 'A', reason: 'unreadable' } as const;
  const saying: [failure: Failure, said: RegExp][] = [
    [{ kind: 'missingCredentials', variables: ['A', 'B'] }, /not set .* \(A, B\)/],
    [
      { kind: 'profileNotUsable', profileName: 'A' },
      /must not be sent to the address of the profile “A”/,
    ],
    [{ kind: 'secretUnavailable', ...unreadable }, /keyring/],
    [{ kind: 'secretUnavailable', ...unreadable, reason: 'missing' }, /no longer stored here/],
    [{ kind: 'secretUnavailable', ...unreadable, reason: 'foreign' }, /host\. It was not used\./],
    [{ kind: 'secretUnavailable', ...unreadable, reason: 'unverified' }, /Verify the secret/],
    [{ kind: 'unknownProfile', profileId: 'acme' }, /“acme”/],
    [{ kind: 'unknownProfile', profileId: `p-${'0'.repeat(32)}` }, /another VS Code profile/],
    [{ kind: 'profileMoved', profileName: 'env', host }, /“env” no longer reads from h/],
    [{ kind: 'redirected', host, status: 302 }, /redirect \(302\)/],
    [{ kind: 'dns', host, code: 'ENOTFOUND' }, /was not found/],
    [{ kind: 'refused', host, code: 'ECONNREFUSED' }, /was refused \(ECONNREFUSED\)/],
    [{ kind: 'rateLimited', host }, /\(429\)\. Try again in a moment\.$/],
    [{ kind: 'rateLimited', host, retryAfterSeconds: 187 }, /\(429\)\. Try again in 3 min 7 s\.$/],
    [{ kind: 'rateLimited', host, retryAfterSeconds: 0 }, /\(429\)\. Try again in a moment\.$/],
    [{ kind: 'server', host, status: 503, retryAfterSeconds: 7 }, / 503\. Try again in 7 s\.$/],
    [{ kind: 'unauthorized', host }, /\(401\).*the secret, the region and the account/],
    [
      { kind: 'unauthorizedInRegion', host, region: 'ie1' },
      /belong to ie1, as each region has its own/,
    ],
    [{ kind: 'restrictedKey', host, code: 70051 }, /\(70051\).*TaskRouter permission/],
    [
      { kind: 'badRequest', host, status: 400, code: 20001, detail: 'Bad.' },
      /did not accept .* \(400, 20001\).* Twilio says: “Bad\.”$/,
    ],
    [
      { kind: 'conflict', host, status: 412, detail: 'Changed' },
      /\(412\).* Twilio says: “Changed”$/,
    ],
    [
      { kind: 'notServed', host, region: 'au1', code: 20404, detail: 'No endpoint' },
      /in region au1 \(404, 20404\)\. Check the region .* Twilio says: “No endpoint”$/,
    ],
    [
      { kind: 'server', host, status: 500, code: 20500, detail: 'Internal' },
      /status 500, 20500.* Twilio says: “Internal”$/,
    ],
    [
      { kind: 'unexpectedStatus', host, status: 405, code: 20004, detail: 'No' },
      /\(405, 20004\).* Twilio says: “No”$/,
    ],
    [{ kind: 'proxy', host }, /http\.proxy/],
    [{ kind: 'proxy', host, status: 407 }, /user name and password.*http\.proxy/],
    [{ kind: 'proxy', host, code: 'ECONNREFUSED' }, /could not be reached.*http\.proxy/],
  ];
  for (const [failure, said] of saying) {
    it(`says ${String(said)} of ${JSON.stringify(failure)}`, () => {
      assert.match(sentenceOf(failure), said);
    });
  }

  it('names the settings that help with an untrusted certificate', () => {
    for (const problem of ['selfSigned', 'untrusted', 'other'] as const) {
      const sentence = sentenceOf({ kind: 'tls', host, code: 'X', problem });
      assert.match(sentence, /http\.systemCertificates.*NODE_EXTRA_CA_CERTS/);
    }
    for (const problem of ['expired', 'notYetValid'] as const) {
      assert.match(sentenceOf({ kind: 'tls', host, code: 'X', problem }), /clock/);
    }
  });
});

describe('summarizeFailure', () => {
  const words: Readonly<Record<Failure['kind'], string>> = {
    browser: 'not in a browser',
    missingCredentials: 'no credentials',
    invalidEnvironment: 'credentials not usable',
    missingEdge: 'credentials not usable',
    unknownProfile: 'no such profile',
    secretUnavailable: 'secret not <secret>',
    profileMoved: 'of former host <host>',
    profileNotUsable: 'credentials not usable',
    baseUrlNotAllowed: 'host not allowed',
    unauthorized: 'credentials refused',
    unauthorizedInRegion: 'credentials refused',
    forbidden: 'access denied',
    restrictedKey: 'access denied',
    malformedSid: 'malformed SID',
    notFound: 'not found',
    notServed: 'status 404',
    badRequest: 'status <status>',
    conflict: 'status <status>',
    rateLimited: 'too many requests',
    server: 'status <status>',
    redirected: 'status <status>',
    unexpectedStatus: 'status <status>',
    timeout: 'no answer within 15 s',
    dns: 'host not found',
    refused: 'connection refused',
    reset: 'connection interrupted',
    tls: 'no secure connection',
    proxy: 'proxy failed',
    network: 'not reachable',
    tooLarge: 'answer too long',
    tooManyWorkspaces: 'too many Workspaces',
    notJson: 'not JSON',
    notTask: '<what>',
    anotherTask: 'another <name>',
    unexpectedAnswer: 'not a list',
    internal: 'unexpected error',
  };
  for (const failure of everyFailure) {
    it(`is short for ${JSON.stringify(failure)}`, () => {
      const said = formatMessage(summarizeFailure(failure), plainEnglish);
      const status = 'status' in failure ? String(failure.status) : '';
      const prefix = 'prefix' in failure ? failure.prefix : 'WT';
      const what = prefix === 'WT' ? 'not a Task' : 'unexpected answer';
      const isUnverified = 'reason' in failure && failure.reason === 'unverified';
      const facts: Readonly<Record<string, string>> = {
        ...{ status, what, name: names[prefix] },
        host: 'host' in failure ? failure.host : '',
        secret: isUnverified ? 'verified' : 'available',
      };
      const expected = words[failure.kind].replace(
        /<(\w+)>/,
        (_, fact: string) => facts[fact] ?? '',
      );
      assert.equal(said, expected);
      assert.ok(said.replace(facts['host'] ?? '', '').length <= 24);
    });
  }
});
