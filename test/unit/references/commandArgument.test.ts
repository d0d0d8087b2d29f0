import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { readUri } from '../../../src/core/documents/documentUri.ts';
import {
  readFetchArgument,
  readOpenArgument,
} from '../../../src/core/references/commandArgument.ts';
import { plain } from '../../support/english.ts';
import { foreignUris, hostileArguments } from '../../support/hostile/hostileArguments.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';
const WS = 'WSfedcba9876543210fedcba9876543210';
const uri = (scheme: string, authority: string, path: string) => ({
  scheme,
  authority,
  path,
  query: '',
  fragment: '',
});

describe('readFetchArgument', () => {
  it('finds no reference without an argument or for the URI of a file', () => {
    assert.equal(readFetchArgument(undefined).kind, 'none');
    assert.equal(readFetchArgument(null).kind, 'none');
    assert.equal(readFetchArgument(uri('file', '', '/a.js')).kind, 'menu');
    assert.equal(readFetchArgument(uri('untitled', '', 'Untitled-1')).kind, 'menu');
  });

  it('treats the document of another resource like any file', () => {
    const WR = `WR${WT.slice(2)}`;
    for (const path of [`/${WS}.json`, `/${WS}/WQ${WT.slice(2)}.json`, `/${WS}/${WT}/${WR}.json`]) {
      assert.equal(readFetchArgument(uri('taskrouter', 'env', path)).kind, 'menu');
      assert.equal(readFetchArgument(`taskrouter://env${path}`).kind, 'refused');
    }
  });

  it('reads SIDs, with and without Workspace and profile', () => {
    assert.deepEqual(readFetchArgument({ workspaceSid: WS, taskSid: WT, profile: 'acme' }), {
      kind: 'reference',
      reference: { taskSid: WT, workspaceSid: WS },
      profileId: 'acme',
    });
    assert.deepEqual(readFetchArgument({ taskSid: WT }), {
      kind: 'reference',
      reference: { taskSid: WT },
    });
    assert.deepEqual(readFetchArgument(WT), readFetchArgument({ taskSid: WT }));
  });

  it('reads the Uri of a Task, with its profile', () => {
    assert.deepEqual(readFetchArgument(uri('taskrouter', 'env', `/${WS}/${WT}.json`)), {
      kind: 'reference',
      reference: { taskSid: WT, workspaceSid: WS },
      profileId: 'env',
      isDocument: true,
    });
  });

  it('reads the Uri of an earlier fetch as that of its Task', () => {
    const address = uri('taskrouter', 'acme', `/${WS}/${WT}.json`);
    assert.deepEqual(
      readFetchArgument({ ...address, query: 'fetch=2' }),
      readFetchArgument(address),
    );
    assert.equal(readFetchArgument({ ...address, query: 'fetch=0' }).kind, 'refused');
  });

  it('reads the Uri of a Task as text, with its profile', () => {
    assert.deepEqual(readFetchArgument(`taskrouter://acme/${WS}/${WT}.json`), {
      kind: 'reference',
      reference: { taskSid: WT, workspaceSid: WS },
      profileId: 'acme',
      isDocument: true,
    });
  });

  it('reads a text with several Tasks', () => {
    const other = `WT${'f'.repeat(32)}`;
    const text = `${WS}/${WT}%2C${other} ${WT.toUpperCase()}`;
    for (const [argument, profileId] of [
      [text, undefined],
      [{ taskSid: text, profile: 'acme' }, 'acme'],
    ] as const) {
      const asked = readFetchArgument(argument);
      assert.ok(asked.kind === 'several');
      assert.equal(asked.profileId, profileId);
      assert.deepEqual(
        asked.pasted.tasks.map(({ reference }) => reference),
        [{ taskSid: WT, workspaceSid: WS }, { taskSid: other }],
      );
    }
    // In a pair, each SID has a fixed place.
    assert.equal(readFetchArgument({ workspaceSid: WS, taskSid: text }).kind, 'refused');
  });

  const noTask = 'This is not a reference to a Task: ';
  const refused: [argument: unknown, reason: string][] = [
    ['', noTask],
    [WS, noTask],
    [7, 'This command needs a Task SID.'],
    [true, 'This command needs a Task SID.'],
    [[], 'This command needs a Task SID.'],
    [{}, 'This command needs a Task SID.'],
    [{ workspaceSid: WS }, 'This command needs a Task SID.'],
    [{ workspaceSid: WT, taskSid: WS }, noTask],
    [{ workspaceSid: '', taskSid: WT }, noTask],
    [{ workspaceSid: { toString: () => WS }, taskSid: WT }, 'This command takes SIDs as text.'],
    [{ workspaceSid: 7, taskSid: WT }, 'This command takes SIDs as text.'],
    [{ taskSid: 7 }, 'This command takes SIDs as text.'],
    [{ workspaceSid: WS, taskSid: WT, profile: 7 }, 'This command takes SIDs as text.'],
    [{ workspaceSid: `${WS}/../${WS}`, taskSid: WT }, noTask],
    [uri('taskrouter', 'env', `/${WS}/${WS}.json`), 'This is not the address of a Task.'],
    [uri('taskrouter', 'env', '/'), 'This is not the address of a Task.'],
  ];
  for (const [argument, reason] of refused) {
    it(`rejects ${JSON.stringify(argument)} with a reason`, () => {
      const result = readFetchArgument(argument);
      assert.ok(result.kind === 'refused');
      const sentence = plain(result.reason);
      assert.ok(sentence.startsWith(reason) && sentence.endsWith('.'), sentence);
    });
  }

  it('never throws, and returns only well-formed SIDs', () => {
    const part = fc.oneof(
      fc.constantFrom(WT, WS, `${WS}/${WT}`, 'acme', '', `${WT}\n`, `/${WS}/${WT}.json`),
      fc.anything(),
    );
    const argument = fc.oneof(
      fc.record({ taskSid: part, workspaceSid: part, profile: part }, { requiredKeys: [] }),
      fc.record({ scheme: part, authority: part, path: part, query: part, fragment: part }),
      fc.tuple(anyText, part).map(([text, more]) => `taskrouter://${text}${inspect(more)}`),
      part,
    );
    fc.assert(
      fc.property(argument, (given) => {
        const read = readFetchArgument(given);
        if (read.kind !== 'reference') return;
        assert.match(read.reference.taskSid, /^WT[0-9a-f]{32}$/i);
        assert.match(read.reference.workspaceSid ?? WS, /^WS[0-9a-f]{32}$/i);
      }),
      { numRuns: 1000 },
    );
  });
});

const profiles = new Set(['env']);

describe('a hostile argument', () => {
  for (const [what, make] of hostileArguments) {
    it(`identifies no Task of an existing profile, and does not throw: ${what}`, () => {
      const asked = readFetchArgument(make());
      if (asked.kind === 'reference') {
        const { profileId, reference } = asked;
        const isForeign = reference.apiOrigin !== undefined;
        assert.ok(isForeign || (profileId !== undefined && !profiles.has(profileId)));
      } else {
        assert.equal(asked.kind, 'refused');
      }
    });

    it(`identifies no resource of an existing profile: ${what}`, () => {
      const asked = readOpenArgument(make());
      const profileId = asked?.kind === 'document' ? asked.resource.profileId : asked?.profileId;
      assert.ok(asked === undefined || (profileId !== undefined && !profiles.has(profileId)));
    });
  }

  for (const [what, make] of foreignUris) {
    it(`counts as absent if it is ${what}`, () => {
      assert.equal(readFetchArgument(make()).kind, 'menu');
      assert.equal(readOpenArgument(make()), undefined);
    });
  }

  it('is read only once', () => {
    let reads = 0;
    const parts = { authority: 'env', path: '/', query: '', fragment: '' };
    const argument = Object.defineProperty(parts, 'scheme', {
      get: () => `${++reads}`,
      enumerable: true,
    });
    assert.deepEqual(readUri(argument), { ...parts, scheme: '1' });
    assert.equal(reads, 2, 'once, and once by this test');
  });
});
