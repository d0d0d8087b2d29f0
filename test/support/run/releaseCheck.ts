import { readFileSync } from 'node:fs';
import { packagedExtension } from '../packagedExtension.ts';
import { onStopped } from '../process/onStopped.ts';
import { runQuietly } from '../process/runCommand.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';
import { readZip } from '../release/readZip.ts';
import { releaseChecks } from '../release/releaseChecks.ts';

/*
 * Packages the extension and checks the package:
 *
 *     npm run release:check
 */

onStopped(() => process.exit(130));

try {
  progress('Building and packaging the extension…');
  const log = await runQuietly('vsce', ['package', '--no-dependencies'], { cwd: projectRoot });
  const vsix = readFileSync(packagedExtension().path);
  const checks = releaseChecks({ log, size: vsix.length, files: readZip(vsix) });
  for (const { what, problems } of checks) {
    console.log(`${problems.length === 0 ? 'ok   ' : 'WRONG'}  ${what}`);
    for (const problem of problems) console.log(`         ${problem}`);
  }
  process.exit(checks.some(({ problems }) => problems.length > 0) ? 1 : 0);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
