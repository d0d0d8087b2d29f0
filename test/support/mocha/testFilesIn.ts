import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

/**
 * The test files in a folder and those below it, in the order of their names.
 *
 * @param folder from the project's root
 * @param ending Default: that of a test that needs no bundle
 */
export function testFilesIn(folder: string, ending = '.test.ts'): string[] {
  const path = resolve(projectRoot, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => resolve(path, name));
}
