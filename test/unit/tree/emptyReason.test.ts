import assert from 'node:assert/strict';
import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import { emptyReason, type EmptyReason } from '../../../src/core/tree/emptyReason.ts';
import { everyFailure } from '../../support/everyFailure.ts';

const gaps: Readonly<Record<Failure['kind'], EmptyReason | undefined>> = {
  browser: 'browser',
  secretUnavailable: 'noSecret',
  profileMoved: 'moved',
  missingCredentials: 'unusable',
  invalidEnvironment: 'unusable',
  missingEdge: 'unusable',
  unknownProfile: 'unusable',
  profileNotUsable: 'unusable',
  baseUrlNotAllowed: 'unusable',
  unauthorized: 'denied',
  unauthorizedInRegion: 'denied',
  forbidden: 'denied',
  restrictedKey: 'denied',
  timeout: 'offline',
  dns: 'offline',
  refused: 'offline',
  reset: 'offline',
  tls: 'offline',
  proxy: 'offline',
  network: 'offline',
  malformedSid: undefined,
  notFound: undefined,
  notServed: undefined,
  badRequest: undefined,
  conflict: undefined,
  rateLimited: undefined,
  server: undefined,
  redirected: undefined,
  unexpectedStatus: undefined,
  tooLarge: undefined,
  tooManyWorkspaces: undefined,
  notJson: undefined,
  notTask: undefined,
  anotherTask: undefined,
  unexpectedAnswer: undefined,
  internal: undefined,
};

describe('emptyReason', () => {
  for (const failure of everyFailure) {
    const isUnverified = 'reason' in failure && failure.reason === 'unverified';
    const gap = isUnverified ? 'unverified' : gaps[failure.kind];
    it(`leads after ${failure.kind} to ${gap ?? 'a row that tries again'}`, () => {
      assert.equal(emptyReason(failure), gap);
    });
  }
});
