import assert from 'node:assert/strict';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { workspaceLabel } from '../../../src/core/taskrouter/resourceLabel.ts';

const sid = 'WS0123456789abcdef0123456789abcdef';

describe('workspaceLabel', () => {
  const labels: [friendlyName: string, masked: boolean, label: string][] = [
    ['Acme', false, 'Acme'],
    ['Acme +15005550006', false, 'Acme +15005550006'],
    ['Acme +15005550006', true, 'Acme •••'],
    ['', false, 'WS…89abcdef'],
    [' \n', true, 'WS…89abcdef'],
  ];
  for (const [friendlyName, masked, label] of labels) {
    it(`is ${label} for ${JSON.stringify(friendlyName)}${masked ? ' in privacy mode' : ''}`, () => {
      assert.equal(workspaceLabel({ sid, friendlyName }, presenter(masked)), label);
    });
  }
});
