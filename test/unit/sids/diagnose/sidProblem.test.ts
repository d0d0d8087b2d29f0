import assert from 'node:assert/strict';
import { findSidsInContext } from '../../../../src/core/sids/context/sidsInContext.ts';
import { repairSid } from '../../../../src/core/sids/diagnose/sidProblem.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';

function repaired(text: string): readonly (string | undefined)[] {
  return Array.from(findSidsInContext(text), repairSid);
}

describe('repairSid', () => {
  const certain: [what: string, text: string, repaired: string][] = [
    ['a small prefix', `wt${HEX}`, `WT${HEX}`],
    ['a half small prefix', `"wT${HEX}"`, `WT${HEX}`],
    ['O for 0', `WTO${HEX.slice(1)}`, `WT${HEX}`],
    ['o for 0 and l for 1', `WTol${HEX.slice(2)}`, `WT${HEX}`],
    ['I for 1', `WT0I${HEX.slice(2)}`, `WT${HEX}`],
    ['a small prefix where its kind belongs', `/Tasks/wt${HEX}`, `WT${HEX}`],
    ['O for 0 where its kind belongs', `task_sid=WTO${HEX.slice(1)}`, `WT${HEX}`],
  ];
  for (const [what, text, expected] of certain) {
    it(`repairs ${what}`, () => {
      assert.deepEqual(repaired(text), [expected]);
    });
  }

  const uncertain: [what: string, text: string][] = [
    ['a well-formed SID', `WT${HEX}`],
    ['one that is misplaced', `/Workspaces/WT${HEX}`],
    ['a placeholder', 'WTXXXXXXXXXXXX'],
    ['a digit too few', `WT${HEX.slice(1)}`],
    ['a digit too many', `WT${HEX}0`],
    ['O for 0 and a digit too few', `WTO${HEX.slice(2)}`],
    ['a letter that is like no digit', `WTg${HEX.slice(1)}`],
    ['O for 0 beside another letter', `WTOg${HEX.slice(2)}`],
    ['an unknown prefix', `ZZ${HEX}`],
    ['an unknown prefix and O for 0', `task_sid=ZZO${HEX.slice(1)}`],
    ['a small prefix where another kind belongs', `/Workspaces/wt${HEX}`],
  ];
  for (const [what, text] of uncertain) {
    it(`leaves ${what}`, () => {
      assert.deepEqual(repaired(text), [undefined]);
    });
  }
});
