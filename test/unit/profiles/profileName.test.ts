import assert from 'node:assert/strict';
import { freeProfileName } from '../../../src/core/profiles/profileName.ts';

describe('freeProfileName', () => {
  const cases: [name: string, taken: string[], free: string][] = [
    ['Acme', [], 'Acme'],
    ['Acme', ['acme', 'ACME 2'], 'Acme 3'],
    ['x'.repeat(80), [], 'x'.repeat(50)],
    ['x'.repeat(80), ['x'.repeat(50)], `${'x'.repeat(50)} 2`],
    ['\n\t', [], '2'],
  ];
  for (const [name, taken, free] of cases) {
    it(`makes “${free}” of “${JSON.stringify(name)}” beside [${taken.join(', ')}]`, () => {
      assert.equal(freeProfileName(name, taken), free);
    });
  }
});
