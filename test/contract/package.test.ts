import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { requirePackage } from '../support/packagedExtension.ts';
import { readZip } from '../support/release/readZip.ts';
import { releaseChecks } from '../support/release/releaseChecks.ts';

describe('The package that was made of this tree', () => {
  it('could be published: its files, size, notices, listing, icon and pictures', () => {
    const vsix = readFileSync(requirePackage());
    const checks = releaseChecks({ log: '', size: vsix.length, files: readZip(vsix) });
    assert.ok(checks.length > 5);
    const problems = checks.flatMap((check) =>
      check.problems.map((problem) => `${check.what}: ${problem}`),
    );
    assert.deepEqual(problems, []);
  });
});
