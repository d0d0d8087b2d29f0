import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

interface Package {
  readonly name: string;
  readonly version: string;
  /** By its SPDX identifier. */
  readonly license: string;
  readonly text: string;
}

/**
 * The notices that the licences of bundled packages ask for: each package with its version, and each
 * licence once, whoever shares it.
 *
 * @param metafiles of what ships; packages that leave no byte there are not named
 * @throws Error for a package whose licence cannot be found, which must not ship
 */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(foldersIn));
  const packages = [...folders].sort().map(readPackage);
  const texts = new Set(packages.map(({ text }) => text));
  const notices = [...texts].map((text) => {
    const sharing = packages.filter((one) => one.text === text);
    const names = sharing.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return `${names.join('\n')}\n\n${text}\n`;
  });
  const head =
    'TaskRouter Lens holds parts of these packages, by the licences below.\n' +
    'Each is found at https://www.npmjs.com/package/ followed by its name.\n';
  return [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

function foldersIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.flatMap(([path, { bytesInOutput }]) => {
    const [folder] = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
    return folder === undefined || bytesInOutput === 0 ? [] : [folder];
  });
}

function readPackage(folder: string): Package {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as Omit<Package, 'text'>;
  return { name, version, license, text: licenseText(folder, license) };
}

function licenseText(folder: string, license: string): string {
  // It asks for a credit and its address, and would be longer than all others together.
  if (license === 'CC-BY-4.0') {
    return 'Icons by Microsoft Corporation, some in another colour than theirs.\nhttps://creativecommons.org/licenses/by/4.0/legalcode';
  }
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  const text =
    file === undefined ? licenseInReadme(folder) : readFileSync(join(folder, file), 'utf8');
  if (!/copyright/i.test(text)) throw new Error(`${folder} has no licence to be found.`);
  return text.replaceAll('\r', '').trim();
}

/** Some have it at the end of their README alone. */
function licenseInReadme(folder: string): string {
  const file = join(folder, 'README.md');
  const readme = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, text = ''] =
    /^(?:#+ )?Licen[cs]e\n(?:-+\n)?([^]*?)(?=^#|^\[[^\]]+\]: |$(?![^]))/im.exec(readme) ?? [];
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
