import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** The .vsix of `npm run package`, and whether it is newer than all its sources. */
export function packagedExtension(): { readonly path: string; readonly fresh: boolean } {
  const { name, version } = JSON.parse(
    readFileSync(resolve(projectRoot, 'package.json'), 'utf8'),
  ) as { name: string; version: string };
  const path = resolve(projectRoot, `${name}-${version}.vsix`);
  const written = modified(path) ?? -Infinity;
  const folders = ['src', 'media', 'l10n'].filter((name) => existsSync(resolve(projectRoot, name)));
  const sources = [
    ...[
      'package.json',
      'package.nls.json',
      'esbuild.mts',
      'thirdPartyNotices.mts',
      '.vscodeignore',
    ],
    ...['README.md', 'CHANGELOG.md', 'LICENSE'],
    ...folders.flatMap((folder) =>
      readdirSync(resolve(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    ),
    // Created from the package, and not part of it.
  ].filter((file) => !file.startsWith('media/screenshots'));
  const newest = sources.map((file) => modified(resolve(projectRoot, file)) ?? 0);
  return { path, fresh: written >= Math.max(...newest) };
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** The path of the .vsix. Throws for an outdated one, so that tests use the current code. */
export function requirePackage(): string {
  const { path, fresh } = packagedExtension();
  if (!fresh) throw new Error(`Run "npm run package" first: ${path} is missing or out of date.`);
  return path;
}
