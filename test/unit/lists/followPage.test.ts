import assert from 'node:assert/strict';
import { failureOf } from '../../../src/core/failures/failureOf.ts';
import { followPage } from '../../../src/core/lists/followPage.ts';

const path = '/proxy/v1/Workspaces/WS0123456789abcdef0123456789abcdef/Tasks';
const first = new URL(`https://api.example:8443${path}?Priority=1&PageSize=50`);

describe('followPage', () => {
  for (const next of [
    `https://api.example:8443${path}?Page=1&PageToken=PT1`,
    `https://api.example:8443${path}`,
  ]) {
    it(`leads to ${next}`, () => {
      assert.equal(followPage(next, first).href, new URL(next).href);
    });
  }

  it('keeps the path that was asked for, whatever the case of its digits in the answer', () => {
    const next = `https://API.example:8443${path.replace('abcdef', 'ABCDEF')}?Page=1#x`;
    assert.equal(followPage(next, first).href, `https://api.example:8443${path}?Page=1`);
  });

  for (const next of [
    `https://example.com:8443${path}?Page=1`,
    `https://api.example.example.com:8443${path}?Page=1`,
    `https://api.example${path}?Page=1`,
    `http://api.example:8443${path}?Page=1`,
    `https://api.example:8443@example.com${path}?Page=1`,
    `https://user@api.example:8443${path}?Page=1`,
    `https://:secret@api.example:8443${path}?Page=1`,
    `https://api.example:8443${path}/WT0123456789abcdef0123456789abcdef?Page=1`,
    `https://api.example:8443${path}/../Workers?Page=1`,
    `https://api.example:8443${path.replace('/proxy', '')}?Page=1`,
    `https://api.example:8443${path.replace('WS0', 'WS1')}?Page=1`,
    `https://api.example:8443/${path}?Page=1`,
    `https://api.example:8443${path}/?Page=1`,
    `https://api.example:8443${path.replace('Tasks', 'T%61sks')}?Page=1`,
    `${path}?Page=1`,
    `//api.example:8443${path}?Page=1`,
    '?Page=1',
    `javascript:https://api.example:8443${path}`,
    `https://api.example:port${path}`,
    'null',
    '',
  ]) {
    it(`does not lead to ${JSON.stringify(next)}`, () => {
      assert.throws(
        () => followPage(next, first),
        (error) => {
          const failure = { kind: 'unexpectedAnswer', host: 'api.example:8443' };
          assert.deepEqual(failureOf(error), failure);
          return true;
        },
      );
    });
  }
});
