import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** The violations that axe finds in a frame: the rule, and the start of each element that breaks it. */
export async function axeViolations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  return await frame.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' +
        nodes.map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary).join(' | ')))`,
  );
}
