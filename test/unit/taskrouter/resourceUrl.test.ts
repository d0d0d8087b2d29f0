import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownSid } from '../../../src/core/resources/resourceReference.ts';
import { apiPath } from '../../../src/core/taskrouter/apiPath.ts';
import { resourceOfApiUrl } from '../../../src/core/taskrouter/resourceUrl.ts';
import { everyResource } from '../../support/everyResource.ts';

const BASES = [
  'https://taskrouter.twilio.com',
  'https://taskrouter.dublin.ie1.twilio.com',
  'http://127.0.0.1:4010',
  'http://127.0.0.1:4010/a/proxy',
];
const [apiBaseUrl = ''] = BASES;
const queue = everyResource.WQ;
const path = apiPath(queue);

describe('resourceOfApiUrl', () => {
  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`finds ${prefix} at its own URL, with any base URL of the profile`, () => {
      assert.ok(ownSid(resource).startsWith(prefix));
      for (const base of BASES) {
        const url = base + apiPath(resource);
        assert.deepEqual(resourceOfApiUrl(url, { apiBaseUrl: base }), resource);
      }
    });
  }

  it('finds nothing at a URL of another profile', () => {
    for (const base of BASES) {
      for (const other of BASES.filter((one) => one !== base)) {
        assert.equal(resourceOfApiUrl(base + path, { apiBaseUrl: other }), undefined);
      }
    }
  });

  const others: string[] = [
    '',
    'x',
    path,
    `//taskrouter.twilio.com${path}`,
    `http://taskrouter.twilio.com${path}`,
    `https://taskrouter.twilio.com:444${path}`,
    `https://taskrouter.twilio.com.example.com${path}`,
    `https://example.com/https://taskrouter.twilio.com${path}`,
    `https://taskrouter.twilio.com@example.com${path}`,
    `https://user@taskrouter.twilio.com${path}`,
    `https://user:secret@taskrouter.twilio.com${path}`,
    `javascript:${apiBaseUrl}${path}`,
    `taskrouter://env${path}`,
    `${apiBaseUrl}${path}/`,
    `${apiBaseUrl}${path}?PageSize=1`,
    `${apiBaseUrl}${path}#x`,
    `${apiBaseUrl}${path}.json`,
    `${apiBaseUrl}/${path}`,
    `${apiBaseUrl}/x${path}`,
    `${apiBaseUrl}${path.replace('/v1/', '/v2/')}`,
    `${apiBaseUrl}${path.replace('TaskQueues', 'Tasks')}`,
    `${apiBaseUrl}${path.replace('TaskQueues', 'taskqueues')}`,
    `${apiBaseUrl}${path.replace('WQ', 'WT')}`,
    `${apiBaseUrl}${path.replace('WQ', 'WC')}`,
    `${apiBaseUrl}${path.replace('WQ', 'wq')}`,
    `${apiBaseUrl}${path.replace('WQ', '%57Q')}`,
    `${apiBaseUrl}${path.slice(0, -1)}`,
    `${apiBaseUrl}${path}0`,
    `${apiBaseUrl}${path.replaceAll('/', '%2F')}`,
    `${apiBaseUrl}${path}/RealTimeStatistics`,
    `${apiBaseUrl}${apiPath(everyResource.WT)}/Reservations`,
    `${apiBaseUrl}${apiPath(everyResource.WS)}/TaskQueues`,
    `${apiBaseUrl}${apiPath(everyResource.WS)}/TaskQueues/`,
    `${apiBaseUrl}${apiPath(everyResource.WS)}/Reservations/WR${'0'.repeat(32)}`,
    `${apiBaseUrl}${apiPath(everyResource.WK)}/Reservations/WR${'0'.repeat(32)}`,
    `${apiBaseUrl}/v1/Workspaces`,
    `${apiBaseUrl}/v1/Workspaces/`,
    `${apiBaseUrl}/v1/Configuration`,
  ];
  for (const url of others) {
    it(`finds nothing at ${JSON.stringify(url)}`, () => {
      assert.equal(resourceOfApiUrl(url, { apiBaseUrl }), undefined);
    });
  }

  it('returns only a resource with the same URL, for any text', () => {
    const parts = fc.constantFrom(
      ...[apiBaseUrl, '/v1/Workspaces', path, ...Object.values(everyResource).map(ownSid)],
      ...['/', '//', '/..', '\\', '\n', ' ', '@', ':', '?', '#', '%2F', 'Tasks', 'Reservations'],
    );
    const urls = fc.oneof(
      fc.tuple(fc.domain(), fc.string()).map(([host, rest]) => `https://${host}/${rest}`),
      fc.string(),
      fc.array(parts).map((all) => all.join('')),
      fc.array(parts).map((all) => `${apiBaseUrl}/v1/Workspaces/${all.join('/')}`),
    );
    fc.assert(
      fc.property(urls, (url) => {
        const resource = resourceOfApiUrl(url, { apiBaseUrl });
        if (resource !== undefined) {
          assert.equal(new URL(url).href, apiBaseUrl + apiPath(resource));
        }
      }),
    );
  });
});
