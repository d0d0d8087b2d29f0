import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { projectRoot } from '../projectRoot.ts';

const SOURCE = resolve(projectRoot, 'node_modules/axe-core/axe.min.js');

/** What axe has to object to in a frame: the rule, and the beginnings of the elements that break it. */
export async function axeViolations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(readFileSync(SOURCE, 'utf8'));
  return await frame.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' +
        nodes.map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary).join(' | ')))`,
  );
}
