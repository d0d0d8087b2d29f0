import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { taskLifecycle } from '../../../../src/core/page/lifecycle.ts';
import { presenter } from '../../../../src/core/privacy/presenter.ts';
import { serverNow } from '../../../../src/core/taskrouter/resourceAnswer.ts';
import { readTaskFields } from '../../../../src/core/taskrouter/taskFields.ts';
import { TaskStore } from '../../../../src/core/tasks/taskStore.ts';
import { readClockSkew } from '../../../../src/twilio/http/httpGet.ts';
import { plain } from '../../../support/english.ts';
import { clientOf } from '../../../support/server/clientOf.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const task = {
  profileId: 'env',
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};
const never = () => new AbortController().signal;

describe('readClockSkew', () => {
  const received = Date.parse('2026-11-23T15:00:00.400Z');
  const cases: [date: string | undefined, ahead: number][] = [
    ['Mon, 23 Nov 2026 16:00:00 GMT', HOUR - 400],
    ['Mon, 23 Nov 2026 14:00:00 GMT', -HOUR - 400],
    ['Tue, 24 Nov 2026 15:00:00 GMT', 24 * HOUR - 400],
    ['Mon, 23 Nov 2026 15:00:03 GMT', 2600],
    ['Mon, 23 Nov 2026 15:00:00 GMT', 0],
    ['Mon, 23 Nov 2026 15:00:01 GMT', 0],
    ['Mon, 23 Nov 2026 14:59:59 GMT', 0],
    [undefined, 0],
    ['', 0],
    ['soon', 0],
    ['soon 7', 0],
    ['2026-11-23', 0],
    ['Mon, 99 Nov 2026 16:00:00 GMT', 0],
  ];
  for (const [date, ahead] of cases) {
    it(`is ${ahead} ms for ${JSON.stringify(date)}`, () => {
      assert.equal(readClockSkew(date, received), ahead);
    });
  }
});

describe('A machine whose clock is wrong', () => {
  let server: Server;
  let url: string;
  let skew: number;
  let retryAfter: string | undefined;
  before(async () => {
    server = createServer((_request, response) => {
      const now = Date.now() + skew;
      response.setHeader('Date', new Date(now).toUTCString());
      response.setHeader('ETag', '"3"');
      if (retryAfter !== undefined) {
        response.writeHead(429, { 'Retry-After': retryAfter }).end();
        retryAfter = undefined;
        return;
      }
      const body = {
        ...{ sid: task.taskSid, assignment_status: 'pending', age: 1200 },
        date_created: new Date(now - 20.5 * MINUTE).toISOString(),
      };
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    retryAfter = undefined;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const fetch = () => {
    const { signal: revoked } = new AbortController();
    const profile = { id: 'env', name: 'env', origin: 'environment', sid: '' } as const;
    const store = new TaskStore({
      open: () =>
        Promise.resolve({
          profile: { ...profile, apiBaseUrl: url },
          source: clientOf({ url }),
          revoked,
        }),
    });
    return store.fetch(task, never());
  };
  const skews: [what: string, skew: number][] = [
    ['an hour slow', HOUR],
    ['an hour fast', -HOUR],
    ['a day slow', 24 * HOUR],
    ['five minutes fast', -5 * MINUTE],
    ['right', 0],
  ];
  for (const [what, wrong] of skews) {
    it(`tells how long a Task has waited where it is ${what}`, async () => {
      skew = wrong;
      const fetched = await fetch();
      assert.equal(fetched.etag, '"3"');
      assert.equal(fetched.serverAheadMs === undefined, wrong === 0);
      const { facts } = readTaskFields(fetched.text);
      const now = serverNow(fetched, Date.now());
      const { steps } = taskLifecycle(facts, undefined, {
        now,
        present: presenter(false),
        localize: plain,
      });
      assert.match(steps[0]?.duration ?? '', /^for 20 min/);
    });

    it(`waits until the server's time to come again where it is ${what}`, async () => {
      skew = wrong;
      retryAfter = new Date(Date.now() + skew + 5000).toUTCString();
      const waits: number[] = [];
      const pause = (milliseconds: number) => {
        waits.push(milliseconds);
        return Promise.resolve();
      };
      await clientOf({ url }, { pause, random: () => 0 }).fetchResource(task, never());
      const [wait = 0] = waits;
      assert.ok(wait >= 3000 && wait <= 6000, `${wait} ms`);
    });
  }
});
