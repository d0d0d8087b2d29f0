import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

export interface WrittenExtension {
  readonly publisher?: string;
  /**
   * The name of a module in this folder, which is built as the extension's `main`. Also the
   * extension's name.
   */
  readonly entry: string;
  readonly activationEvents?: readonly string[];
  readonly contributes?: unknown;
}

/**
 * Writes an extension to the extensions folder of an editor that has not been started yet.
 *
 * @param dataDir the editor's data folder
 */
export async function writeExtension(
  dataDir: string,
  { publisher = 'bench', entry, activationEvents = [], contributes = {} }: WrittenExtension,
): Promise<{ readonly id: string; readonly main: string }> {
  const name = entry.toLowerCase();
  const id = `${publisher}.${name}`;
  const folder = resolve(dataDir, `extensions/${id}-1.0.0`);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{ name, publisher, version: '1.0.0', engines: { vscode: '^1.100.0' } },
    ...{ main: './main.cjs', extensionKind: ['workspace'], activationEvents, contributes },
  };
  writeFileSync(resolve(folder, 'package.json'), JSON.stringify(manifest));
  const main = resolve(folder, 'main.cjs');
  await build({
    entryPoints: [resolve(import.meta.dirname, `${entry}.ts`)],
    ...{ outfile: main, bundle: true, platform: 'node', format: 'cjs', target: 'node20' },
    ...{ minify: true, external: ['vscode'], logLevel: 'warning' },
  });
  return { id, main };
}
