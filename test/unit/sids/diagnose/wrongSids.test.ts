import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import { findSidsInContext } from '../../../../src/core/sids/context/sidsInContext.ts';
import { describeWrongSids } from '../../../../src/core/sids/diagnose/sidProblem.ts';
import { findWrongSids, swappedSids } from '../../../../src/core/sids/diagnose/wrongSids.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';
const [WS, WT] = [`WS${HEX}`, `WT${HEX}`];

/** The problems of a text: position, kind, and the text after the fix. */
function problemsIn(text: string, isTaskDocument = false) {
  const wrong = findWrongSids(text, isTaskDocument);
  return describeWrongSids(wrong).map(({ offset, length, code, fix }) => {
    const wrong = text.slice(offset, offset + length);
    if (fix === undefined) return [code, wrong];
    const fixed = [...fix.edits]
      .sort((one, other) => other.offset - one.offset)
      .reduce((rest, { offset: at, length: cut, text: by }) => {
        return rest.slice(0, at) + by + rest.slice(at + cut);
      }, text);
    return [code, wrong, formatMessage(fix.title, plainEnglish), fixed];
  });
}

describe('findWrongSids', () => {
  it('finds nothing in correct SIDs and placeholders', () => {
    const text = `/Workspaces/${WS}/Tasks/${WT} /Tasks/WTXXXXXXXX ${'ac' + HEX.slice(2)}`;
    assert.deepEqual(problemsIn(text), []);
  });

  it('finds malformed SIDs, with a fix if it is certain', () => {
    const small = `wt${HEX}`;
    const short = `WT${HEX.slice(1)}`;
    assert.deepEqual(problemsIn(`😀 ${small}\r\n\t${short} WTO${HEX.slice(1)}`), [
      ['malformed-sid', small, `Change to ${WT}`, `😀 ${WT}\r\n\t${short} WTO${HEX.slice(1)}`],
      ['malformed-sid', short],
      ['malformed-sid', `WTO${HEX.slice(1)}`, `Change to ${WT}`, `😀 ${small}\r\n\t${short} ${WT}`],
    ]);
  });

  it('offers to swap two SIDs of a path or call on either of them', () => {
    for (const [wrong, right] of [
      [`/Workspaces/${WT}/Tasks/${WS}?x`, `/Workspaces/${WS}/Tasks/${WT}?x`],
      [`.workspaces('${WT}')\n  .tasks('${WS}')`, `.workspaces('${WS}')\n  .tasks('${WT}')`],
    ] as const) {
      assert.deepEqual(problemsIn(wrong), [
        ['misplaced-sid', WT, 'Swap the two SIDs', right],
        ['misplaced-sid', WS, 'Swap the two SIDs', right],
      ]);
    }
  });

  it('offers no fix if the expected SID is not in the text', () => {
    assert.deepEqual(problemsIn(`workspace_sid=${WT}`), [['misplaced-sid', WT]]);
    assert.deepEqual(problemsIn(`/Workspaces/${WT}/Tasks`), [['misplaced-sid', WT]]);
  });

  describe('reports an unknown prefix only if the context tells the expected kind:', () => {
    const ZZ = `ZZ${HEX}`;
    for (const [text, isMarked] of [
      [`/Workspaces/${WS}/Tasks/${ZZ}`, true],
      [`{"task_sid": "${ZZ}"}`, true],
      [`client.workspaces('${ZZ}')`, true],
      [`twilio api:taskrouter:v1:workspaces:fetch --sid ${ZZ}`, true],
      [`Task ${ZZ} waits`, false],
      [`{"identity":"${ZZ}"}`, false],
      [`{"sid":"${ZZ}"}`, false],
      [`{"queue":"${ZZ}"}`, false],
      [`https://example.com/items/${ZZ}`, false],
      [`REF=${ZZ}`, false],
    ] as const) {
      it(text, () => {
        assert.deepEqual(problemsIn(text), isMarked ? [['malformed-sid', ZZ]] : []);
      });
    }
  });

  it('reports no prefix from other public sources', () => {
    for (const text of [
      `{"states":[{"transitions":[{"next":"FF${HEX}"}],"sid":"FF${HEX}"}]}`,
      `{"sid":"TT${HEX}","task_sid":"${WT}","transfer_mode":"COLD"}`,
      `Twilio.initWebchat({ deploymentKey: "CV${HEX}" });`,
      `url="https://handler.twilio.com/twiml/EH${HEX}"`,
    ]) {
      assert.deepEqual(problemsIn(text), []);
    }
  });

  it('offers to swap arguments in the code of each helper library', () => {
    for (const call of [
      `Task.fetcher("«1»", "«2»").fetch();`,
      `TaskResource.Fetch("«1»", "«2»");`,
      `new FetchTaskOptions(\n  "«1»",\n  "«2»")`,
      `client.TaskrouterV1.FetchTask("«1»", "«2»")`,
      `c.TaskRouter.V1.Workspace("«1»").Task("«2»").Fetch()`,
    ]) {
      const right = call.replace('«1»', WS).replace('«2»', WT);
      assert.deepEqual(problemsIn(right), []);
      assert.deepEqual(problemsIn(call.replace('«1»', WT).replace('«2»', WS)), [
        ['misplaced-sid', WT, 'Swap the two SIDs', right],
        ['misplaced-sid', WS, 'Swap the two SIDs', right],
      ]);
    }
  });

  it('checks the fields of a Task document by their schema, and no others', () => {
    const text = `{\n  "sid": "nobody",\n  "attributes": {\n    "sid": "nobody"\n  }\n}\n`;
    assert.deepEqual(problemsIn(text, true), [['malformed-sid', 'nobody']]);
    assert.deepEqual(problemsIn(text), []);
  });
});

const expand = (text: string) => text.replace(/\b([A-Z]{2})\*/g, `$1${HEX}`);

/** The pairs of swapped SIDs in a text, by their prefixes. */
function pairsIn(text: string): string[] {
  const found = [...findSidsInContext(expand(text))];
  return Array.from(swappedSids(found), ([one, other]) => `${one.prefix} for ${other.prefix}`);
}

describe('swappedSids', () => {
  const swapped: [text: string, ...pair: string[]][] = [
    ['/v1/Workspaces/WT*/Tasks/WS*', 'WT for WS', 'WS for WT'],
    ['/Workspaces/WS*/Tasks/WR*/Reservations/WT*', 'WR for WT', 'WT for WR'],
    [`client.workspaces('WT*').tasks('WS*')`, 'WT for WS', 'WS for WT'],
    [`$c->workspaces("WK*")\n      ->workers("WS*")->fetch()`, 'WK for WS', 'WS for WK'],
    [`.workspaces(sid="WT*").tasks(sid="WS*")`, 'WT for WS', 'WS for WT'],
    ['"\\/Workspaces\\/WT*\\/Tasks\\/WS*"', 'WT for WS', 'WS for WT'],
    ['workspaces.WT*.tasks.WS*', 'WT for WS', 'WS for WT'],
    ['Reservation.fetcher("WS*", "WR*", "WT*")', 'WR for WT', 'WT for WR'],
  ];
  for (const [text, ...pair] of swapped) {
    it(`pairs those of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(pairsIn(text), pair);
    });
  }

  it('pairs the SIDs of each of two paths', () => {
    const path = '/Workspaces/WT*/Tasks/WS*';
    assert.equal(pairsIn(`${path} ${path}`).length, 4);
  });

  it('pairs a SID with one other only', () => {
    assert.deepEqual(pairsIn('/Workspaces/WT*/Tasks/WS*/Workspaces/WT*'), [
      'WT for WS',
      'WS for WT',
    ]);
  });

  const others = {
    'where all is right': '/Workspaces/WS*/Tasks/WT*',
    'where one is right': '/Workspaces/WS*/Tasks/WR*',
    'that would not fit in the place of the other': '/Workspaces/WT*/Tasks/WQ*',
    'of two paths': '/Workspaces/WT* and /Tasks/WS*',
    'of a path and a call': `/Workspaces/WT*'; x.tasks('WS*')`,
    'of two statements': `x.workspaces('WT*').fetch();${' '.repeat(64)}\nx.tasks('WS*')`,
    'under keys, which may come from elsewhere': 'workspace_sid=WT* task_sid=WS*',
    'with a third between them': `.workspaces('WT*', 'WA*').tasks('WS*')`,
    'that are malformed': `/Workspaces/wt${HEX}/Tasks/ws${HEX}`,
    'that are placeholders': '/Workspaces/WTXXXXXXXXXXXX/Tasks/WSXXXXXXXXXXXX',
  };
  for (const [which, text] of Object.entries(others)) {
    it(`pairs none ${which}`, () => {
      assert.deepEqual(pairsIn(text), []);
    });
  }
});
