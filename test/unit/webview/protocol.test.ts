import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseResourcePath, resourcePath } from '../../../src/core/resources/resourceReference.ts';
import { readFromPage } from '../../../src/webview/protocol.ts';
import { everyResource } from '../../support/everyResource.ts';

const { workspaceSid, taskSid } = everyResource.WT;
const { sid: reservationSid } = everyResource.WR;

describe('readFromPage', () => {
  const messages = [
    { type: 'ready' },
    { type: 'ping' },
    ...['refresh', 'watch', 'unwatch', 'json', 'compare', 'copyAs', 'console'].map((command) => ({
      ...{ type: 'run', command },
    })),
    ...['copySid', 'timeline', 'dismiss', 'ownProfile', 'togglePrivacy'].map((command) => ({
      ...{ type: 'run', command },
    })),
    ...Object.values(everyResource).map((resource) => ({ type: 'open', resource })),
    { type: 'browse', at: 0 },
    ...['attributes', 'addons', 'otherFields'].flatMap((part) => [
      { type: 'copy', part, at: '0', what: 'value' },
      { type: 'copy', part, at: '12.0.3', what: 'path' },
    ]),
  ];
  for (const message of messages) {
    it(`reads ${JSON.stringify(message)}, and nothing that comes with it`, () => {
      assert.deepEqual(readFromPage(message), message);
      assert.deepEqual(readFromPage({ ...message, more: 1, html: '<b>' }), message);
    });
  }

  const copy = { type: 'copy', part: 'attributes', at: '0', what: 'value' };
  const open = (resource: unknown) => ({ type: 'open', resource });
  const refused: unknown[] = [
    ...[undefined, null, 'ready', 7, [], ['ready'], {}],
    ...[{ type: 'Ready' }, { type: ['ready'] }, { type: 'toString' }, { type: '__proto__' }],
    ...['', 'constructor', 'openExternal', ['watch'], null, 0].map((command) => ({
      type: 'run',
      command,
    })),
    ...[undefined, -1, 0.5, '0', [0], NaN, Infinity].map((at) => ({ type: 'browse', at })),
    ...['facts', 'length', '', 0, null].map((part) => ({ ...copy, part })),
    ...['', '.', '0.', '.0', '0..1', '-1', '1e1', ' 0', '0\n', '0x1', '1'.repeat(10), 0, null].map(
      (at) => ({ ...copy, at }),
    ),
    ...['key', '', 0, undefined].map((what) => ({ ...copy, what })),
    ...[undefined, null, '', workspaceSid, [workspaceSid], {}].map(open),
    open({ taskSid }),
    open({ workspaceSid: taskSid }),
    open({ workspaceSid: workspaceSid.toLowerCase() }),
    open({ workspaceSid: 7 }),
    open({ workspaceSid: [workspaceSid] }),
    open({ workspaceSid, taskSid: null }),
    open({ workspaceSid, taskSid: [taskSid] }),
    open({ workspaceSid, taskSid: workspaceSid }),
    open({ workspaceSid, taskSid: `${taskSid}.json?fetch=1#` }),
    open({ workspaceSid, sid: reservationSid }),
    open({ workspaceSid, taskSid, sid: '' }),
    open({ workspaceSid, taskSid, sid: 7 }),
    open({ workspaceSid: `${workspaceSid}/${taskSid}` }),
    open({ workspaceSid, taskSid: `${taskSid}/${reservationSid}` }),
    open({ workspaceSid, sid: taskSid }),
    open({ workspaceSid: `${workspaceSid}/..` }),
    open({ workspaceSid: `../${workspaceSid}` }),
  ];
  for (const message of refused) {
    it(`refuses ${JSON.stringify(message)}`, () => {
      assert.equal(readFromPage(message), undefined);
    });
  }

  it('never throws, and takes of anything only what a button can ask for', () => {
    const sids = fc.constantFrom(workspaceSid, taskSid, reservationSid, '', '..', 'WS');
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, fc.anything());
    const near = fc.record(
      {
        type: maybe(fc.constantFrom('ready', 'run', 'open', 'browse', 'copy')),
        command: maybe(fc.constantFrom('refresh', 'watch')),
        name: fc.anything(),
        part: maybe(fc.constantFrom('attributes', 'addons')),
        at: maybe(fc.stringMatching(/^[\d.]{1,5}$/)),
        what: maybe(fc.constantFrom('value', 'path')),
        resource: maybe(
          fc.record(
            { workspaceSid: maybe(sids), taskSid: maybe(sids), sid: maybe(sids) },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true });
    fc.assert(
      fc.property(fc.oneof(near, anything), (value) => {
        const read = readFromPage(value);
        if (read?.type === 'open') {
          assert.deepEqual(parseResourcePath(resourcePath(read.resource)), read.resource);
        }
        if (read?.type === 'copy') assert.match(read.at, /^\d+(\.\d+)*$/);
        // What was read can be read again, so that nothing in it is anything else.
        assert.deepEqual(readFromPage(read), read);
      }),
      { numRuns: 2000 },
    );
  });
});
