import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { requirePackage } from '../support/packagedExtension.ts';
import { readZip } from '../support/release/readZip.ts';
import { releaseChecks } from '../support/release/releaseChecks.ts';

describe('The package built from this tree', () => {
  it('meets all rules for publishing: files, size, notices, listing, icon and images', () => {
    const vsix = readFileSync(requirePackage());
    const checks = releaseChecks({ log: '', size: vsix.length, files: readZip(vsix) });
    assert.ok(checks.length > 5);
    const problems = checks.flatMap((check) =>
      check.problems.map((problem) => `${check.what}: ${problem}`),
    );
    assert.deepEqual(problems, []);
  });
});
