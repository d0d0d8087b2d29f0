import assert from 'node:assert/strict';
import { fillIn } from '../../../../src/webview/details/fillIn.ts';

describe('fillIn', () => {
  it('puts nodes in place of the placeholders, in any order', () => {
    assert.deepEqual(fillIn('{1} of {0}.', 'B', 'A'), ['A', ' of ', 'B', '.']);
    assert.deepEqual(fillIn('nothing', 'A'), ['nothing']);
  });

  it('keeps all of what follows, although data in it looks like a placeholder', () => {
    assert.deepEqual(fillIn('Stale since {0}: no {0} and no {7}', 'noon'), [
      'Stale since ',
      'noon',
      ': no {0} and no {7}',
    ]);
  });
});
