import assert from 'node:assert/strict';
import { findReference } from '../../../src/core/references/findReference.ts';
import { guessWorkspace } from '../../../src/core/references/guessWorkspace.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';
const WS = 'WSfedcba9876543210fedcba9876543210';
const WS2 = 'WS00000000000000000000000000000000';

describe('findReference', () => {
  const line = `const task = await client.tasks("${WT}").fetch();`;

  it('finds the Task SID at its first letter, within it, and right behind it', () => {
    const offset = line.indexOf(WT);
    for (const at of [offset, offset + 1, offset + 20, offset + WT.length]) {
      const found = findReference(line, at);
      assert.deepEqual(found, { text: WT, offset, reference: { taskSid: WT } });
    }
  });

  it('finds it behind an escape sequence, as strings and terminals have them', () => {
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

  it('takes an address as a whole, with its Workspace and its host', () => {
    const origin = 'https://taskrouter.dublin.ie1.twilio.com';
    const text = `see <${origin}/v1/Workspaces/${WS}/Tasks/${WT}>`;
    const reference = { taskSid: WT, workspaceSid: WS, apiOrigin: origin };
    assert.deepEqual(findReference(text, text.indexOf(WT) + 3)?.reference, reference);
    assert.deepEqual(findReference(text, text.indexOf('dublin'))?.reference, reference);
  });

  it('takes the stop behind an address for what it is', () => {
    const text = `see https://other.example/v1/Workspaces/${WS}/Tasks/${WT}.`;
    const reference = { taskSid: WT, workspaceSid: WS, apiOrigin: 'https://other.example' };
    assert.deepEqual(findReference(text, text.indexOf(WT) + 3)?.reference, reference);
  });

  it('does not take the SID alone out of an API address that it cannot read', () => {
    const text = `https://other.example/v1/Workspaces/WSx/Tasks/${WT}`;
    assert.deepEqual(findReference(text, text.indexOf(WT)), { text, offset: 0 });
  });

  it('takes WS…/WT… as a whole', () => {
    const reference = { taskSid: WT, workspaceSid: WS };
    assert.deepEqual(findReference(`x ${WS}/${WT} y`, 50)?.reference, reference);
  });

  it('gives a word that nearly is a Task SID without a reference', () => {
    const near = WT.slice(0, -1);
    assert.deepEqual(findReference(`id: ${near}`, 6), { text: near, offset: 4 });
  });
});

describe('guessWorkspace', () => {
  it('prefers the nearest of the same line to a nearer one of another', () => {
    const text = `${WS2}\n${WT} in ${'.'.repeat(90)} ${WS}\n`;
    const guess = guessWorkspace(text, text.indexOf(WT));
    assert.deepEqual(guess, { workspaceSid: WS, where: 'line' });
  });

  it('takes the nearest of the document where the line has none', () => {
    const text = `${WS2}\n\n\n\n${WS}\n${WT}\n`;
    const guess = guessWorkspace(text, text.indexOf(WT));
    assert.deepEqual(guess, { workspaceSid: WS, where: 'document' });
  });

  it('looks to both sides for the nearest', () => {
    const text = (before: string, after: string) => `${WS2}\n${before}\n${WT}\n${after}\n${WS2}\n`;
    const guess = (all: string) => guessWorkspace(all, all.indexOf(WT))?.workspaceSid;
    assert.equal(guess(text(WS, '')), WS);
    assert.equal(guess(text('', WS)), WS);
  });

  it('takes none that is part of a longer word', () => {
    assert.equal(guessWorkspace(`x${WS} ${WS}0 ${WT}`, 80), undefined);
  });

  it('works at both ends of a text', () => {
    assert.equal(guessWorkspace('', 0), undefined);
    assert.deepEqual(guessWorkspace(WS, 0)?.workspaceSid, WS);
    assert.deepEqual(guessWorkspace(`${WS}\r\n`, 36)?.where, 'document');
  });
});
