import assert from 'node:assert/strict';
import { inspectSids } from '../../../src/core/sids/inspectSids.ts';
import { swappedSids } from '../../../src/core/sids/swappedSids.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';
const expand = (text: string) => text.replace(/\b([A-Z]{2})\*/g, `$1${HEX}`);

/** Which of the SIDs in a text stand for each other, by their prefixes. */
function pairsIn(text: string): string[] {
  const found = [...inspectSids(expand(text))];
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

  it('pairs those of each of two paths', () => {
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
