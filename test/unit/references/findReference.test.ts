import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fetchArgumentAt, findReference } from '../../../src/core/references/findReference.ts';
import { findResource } from '../../../src/core/references/namedResource.ts';
import {
  nearbyWorkspace,
  parseTaskReference,
} from '../../../src/core/references/parseTaskReference.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';

describe('findReference', () => {
  const line = `const task = await client.tasks("${WT}").fetch();`;

  it('finds the Task SID at its first letter, within it, and directly after it', () => {
    const offset = line.indexOf(WT);
    for (const at of [offset, offset + 1, offset + 20, offset + WT.length]) {
      const found = findReference(line, at);
      assert.deepEqual(found, { text: WT, offset, reference: { taskSid: WT } });
    }
  });

  it('finds it after an escape sequence of a string or a terminal', () => {
    for (const before of ['"\\n', '"\\u00e9', '%2F', '\u001b[31m']) {
      const offset = before.length;
      const found = { text: WT, offset, reference: { taskSid: WT } };
      assert.deepEqual(findReference(`${before}${WT}`, offset), found);
      assert.deepEqual(findReference(`${before}${WT}`, offset + 9), found);
    }
  });

  it('finds nothing beside it', () => {
    assert.equal(findReference(line, 3), undefined);
    assert.equal(findReference(`x${WT} ${WT}0f00`, 1)?.reference, undefined);
    assert.equal(findReference('', 0), undefined);
    assert.equal(findReference(`"${WS}"`, 5), undefined);
  });

  it('finds a whole URL with its Workspace and host', () => {
    const origin = 'https://taskrouter.dublin.ie1.twilio.com';
    const text = `see <${origin}/v1/Workspaces/${WS}/Tasks/${WT}>`;
    const reference = { taskSid: WT, workspaceSid: WS, apiOrigin: origin };
    assert.deepEqual(findReference(text, text.indexOf(WT) + 3)?.reference, reference);
    assert.deepEqual(findReference(text, text.indexOf('dublin'))?.reference, reference);
  });

  it('ignores a full stop after a URL', () => {
    const text = `see https://other.example/v1/Workspaces/${WS}/Tasks/${WT}.`;
    const reference = { taskSid: WT, workspaceSid: WS, apiOrigin: 'https://other.example' };
    assert.deepEqual(findReference(text, text.indexOf(WT) + 3)?.reference, reference);
  });

  it('does not extract the SID from a malformed URL of the API', () => {
    const text = `https://other.example/v1/Workspaces/WSab/Tasks/${WT}`;
    assert.deepEqual(findReference(text, text.indexOf(WT)), { text, offset: 0 });
  });

  for (const variable of [
    '$WS',
    '${ws}',
    '{{ws}}',
    '{WorkspaceSid}',
    '<sid>',
    'undefined',
    ':id',
  ]) {
    it(`finds the Task in a URL whose Workspace is ${variable}`, () => {
      const text = `curl "https://other.example/v1/Workspaces/${variable}/Tasks/${WT}" -u x`;
      const found = findReference(text, text.indexOf(WT) + 3);
      assert.deepEqual(found?.reference, { taskSid: WT, apiOrigin: 'https://other.example' });
    });
  }

  it('finds WS…/WT… as a whole', () => {
    const reference = { taskSid: WT, workspaceSid: WS };
    assert.deepEqual(findReference(`x ${WS}/${WT} y`, 50)?.reference, reference);
  });

  it('returns a near miss without a reference', () => {
    const near = WT.slice(0, -1);
    assert.deepEqual(findReference(`id: ${near}`, 6), { text: near, offset: 4 });
  });
});

describe('nearbyWorkspace', () => {
  it('prefers the nearest in the same line to a nearer one in another', () => {
    const text = `${WS2}\n${WT} in ${'.'.repeat(90)} ${WS}\n`;
    const guess = nearbyWorkspace(text, text.indexOf(WT));
    assert.deepEqual(guess, { workspaceSid: WS, where: 'line' });
  });

  it('uses the nearest in the document if the line has none', () => {
    const text = `${WS2}\n\n\n\n${WS}\n${WT}\n`;
    const guess = nearbyWorkspace(text, text.indexOf(WT));
    assert.deepEqual(guess, { workspaceSid: WS, where: 'document' });
  });

  it('searches on both sides', () => {
    const text = (before: string, after: string) => `${WS2}\n${before}\n${WT}\n${after}\n${WS2}\n`;
    const guess = (all: string) => nearbyWorkspace(all, all.indexOf(WT))?.workspaceSid;
    assert.equal(guess(text(WS, '')), WS);
    assert.equal(guess(text('', WS)), WS);
  });

  it('ignores a SID within a longer word', () => {
    assert.equal(nearbyWorkspace(`x${WS} ${WS}0 ${WT}`, 80), undefined);
  });

  it('works at both ends of a text', () => {
    assert.equal(nearbyWorkspace('', 0), undefined);
    assert.deepEqual(nearbyWorkspace(WS, 0)?.workspaceSid, WS);
    assert.deepEqual(nearbyWorkspace(`${WS}\r\n`, 36)?.where, 'document');
  });
});

describe('the reference at any offset', () => {
  const D = '0123456789abcdef0123456789abcdef';
  const piece = fc.oneof(
    fc.constantFrom(`WT${D}`, `WS${D}`, `WQ${D}`, `WR${D}`, `WT${D.slice(1)}`),
    fc.constantFrom('https://taskrouter.twilio.com', '/v1/Workspaces/', '/Tasks/', '%2F', '\\n'),
    fc.constantFrom(' ', '\n', '"', '/', '.', '?', '://'),
    anyText,
  );
  const place = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => pieces.join(''))
    .chain((text) => fc.record({ text: fc.constant(text), offset: fc.nat(text.length) }));

  it('is an unchanged part of the text, and has only well-formed SIDs', () => {
    fc.assert(
      fc.property(place, ({ text, offset }) => {
        const found = findReference(text, offset);
        if (found === undefined) return;
        assert.equal(text.slice(found.offset, found.offset + found.text.length), found.text);
        assert.ok(found.offset <= offset && offset <= found.offset + found.text.length);
        const { taskSid = `WT${D}`, workspaceSid = `WS${D}` } = found.reference ?? {};
        assert.match(taskSid, /^WT[0-9a-f]{32}$/i);
        assert.match(workspaceSid, /^WS[0-9a-f]{32}$/i);
      }),
      { numRuns: 1000 },
    );
  });

  it('has only well-formed SIDs for a SID there', () => {
    const sid = fc.constantFrom(`WQ${D}`, `WR${D}`, `WS${D}`, `CA${D}`);
    fc.assert(
      fc.property(place, sid, ({ text, offset }, named) => {
        const found = findResource(
          text.slice(0, offset) + named + text.slice(offset),
          offset,
          named,
        );
        const { apiOrigin = '', ...sids } = found ?? {};
        // An invalid origin is that of no profile.
        assert.ok(!URL.canParse(apiOrigin) || new URL(apiOrigin).origin === apiOrigin);
        for (const each of Object.values(sids)) assert.match(each, /^W[A-Z][0-9a-f]{32}$/i);
        if (found !== undefined) assert.equal(found.sid, named);
      }),
      { numRuns: 1000 },
    );
  });
});

const WS = 'WSfedcba9876543210fedcba9876543210';
const WS2 = 'WS00000000000000000000000000000000';
const API = 'https://taskrouter.twilio.com';

const textFor = (line: string) => fetchArgumentAt(line, line.indexOf(WT));

describe('fetchArgumentAt', () => {
  const cases: [what: string, line: string, text: string | undefined][] = [
    ['the SID alone', `task ${WT} waits`, WT],
    ['the SID behind an escape sequence', `"\\n${WT}"`, WT],
    ['the SID of a path without its Workspace', `GET /Tasks/${WT}`, WT],
    ['WS…/WT… as it stands', `(${WS}/${WT})`, `${WS}/${WT}`],
    ['the Workspace of a path', `/v1/Workspaces/${WS}/Tasks/${WT}/Reservations`, `${WS}/${WT}`],
    [
      'the Workspace of a Console address',
      `https://www.twilio.com/console/x/workspaces/${WS}/tasks/${WT}`,
      `${WS}/${WT}`,
    ],
    [
      'the region of a Console address',
      `https://console.twilio.com/ie1/x/workspaces/${WS}/tasks/${WT}?x=1`,
      `https://console.twilio.com/ie1/taskrouter/workspaces/${WS}/tasks/${WT}`,
    ],
    [
      'the address of the API, without the rest',
      `curl '${API}/v1/Workspaces/${WS}/Tasks/${WT}/Reservations?PageSize=5' -u x`,
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
    [
      'the address of any other host, to be refused',
      `<https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}>`,
      `https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
    ['a Workspace of the same line', `task=${WT} workspace=${WS}`, `${WS} ${WT}`],
    ['the nearest Workspace of the line', `${WS2} in ${WS}: ${WT} not ${WS2}`, `${WS} ${WT}`],
    [
      'nothing for an address of the API whose Workspace is malformed',
      `${API}/v1/Workspaces/WS1/Tasks/${WT}`,
      undefined,
    ],
    [
      'the host of an address whose Workspace is a variable',
      `"${API}/v1/Workspaces/$WORKSPACE_SID/Tasks/${WT}" -u x`,
      `${API}/v1/Workspaces/{WorkspaceSid}/Tasks/${WT}`,
    ],
    [
      'its host, with a Workspace of the same line',
      `${WS2}: ${API}/v1/Workspaces/{{ ws }}/Tasks/${WT} ${WS}`,
      `${WS} ${API}/v1/Workspaces/{WorkspaceSid}/Tasks/${WT}`,
    ],
    [
      'the Task of an address that names another as well',
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}?x=${WT.replace('0', '1')}`,
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
  ];
  for (const [what, line, text] of cases) {
    it(`gives ${what}`, () => {
      assert.equal(textFor(line), text);
    });
  }

  it('parses to this Task, with its Workspace if the line has it', () => {
    for (const [, line, text] of cases) {
      if (text === undefined) continue;
      const result = parseTaskReference(text);
      assert.ok(result.valid);
      assert.equal(result.reference.taskSid, WT);
      const { workspaceSid, nearbyWorkspaceSid } = result.reference;
      assert.equal(workspaceSid ?? nearbyWorkspaceSid, line.includes(WS) ? WS : undefined);
    }
  });

  it('reads only text near the offset in a long line', () => {
    const far = '.'.repeat(1_000_000);
    assert.equal(textFor(`${WS}${far}${WT}${far}${WS}`), WT);
    const between = '.'.repeat(500);
    assert.equal(textFor(`${far}${WS} ${between}${WT} ${WS2}${far}`), `${WS2} ${WT}`);
    assert.equal(textFor(`${far}${WS2} ${WT}${between} ${WS}${far}`), `${WS2} ${WT}`);
    assert.equal(textFor(`${far} /Workspaces/${WS}/Tasks/${WT} ${far}`), `${WS}/${WT}`);
  });
});
