import assert from 'node:assert/strict';
import { workspaceLabel } from '../../../src/core/taskrouter/resourceLabel.ts';
import { resourceRow } from '../../../src/core/tree/resourceRow.ts';
import { everyNode } from '../../support/tree/everyNode.ts';

describe('resourceRow', () => {
  const sid = `WK${'0'.repeat(32)}`;
  const rows: [fields: unknown, name: string, state: string | undefined][] = [
    [{ friendly_name: 'Ada', activity_name: 'Idle' }, 'Ada', 'Idle'],
    [{ friendly_name: '', unique_name: 'voice' }, 'voice', undefined],
    [{ worker_name: 'Ada', reservation_status: 'accepted' }, 'Ada', 'accepted'],
    [{ friendly_name: null, activity_name: null }, '', undefined],
    [{ friendly_name: 7, activity_name: {} }, '', undefined],
    [[], '', undefined],
  ];
  for (const [fields, name, state] of rows) {
    it(`tells ${JSON.stringify(fields)} by “${name}”`, () => {
      const row = resourceRow(everyNode.group, { sid, text: JSON.stringify(fields) });
      assert.deepEqual([row.name, row.state, row.sid], [name, state, sid]);
      assert.equal('state' in row, state !== undefined);
      assert.equal('taskSid' in row, false);
    });
  }
});

describe('workspaceLabel', () => {
  const sid = `WS${'0'.repeat(32)}`;
  for (const [friendlyName, masked, label] of [
    ['Support', true, 'Support'],
    ['', false, 'WS…00000000'],
    ['\u200b\n', false, 'WS…00000000'],
    ['+15005550006', true, '•••'],
  ] as const) {
    it(`calls ${JSON.stringify(friendlyName)} “${label}”`, () => {
      assert.equal(workspaceLabel({ sid, friendlyName }, masked), label);
    });
  }
});
