import assert from 'node:assert/strict';
import { explanationMarkdown } from '../../../src/core/copy/explanationMarkdown.ts';
import type { RoutingExplanation } from '../../../src/core/explanation/routingExplanation.ts';
import { message } from '../../../src/core/messages/message.ts';
import { plain } from '../../support/english.ts';

/** The line of an explanation's sentence, which has data in the place of `{0}`. */
function sentenceWith(data: string): string {
  const sentence = message('`{0}` is not met', data);
  const explanation = { sentence, notes: [], missing: [] } as unknown as RoutingExplanation;
  return explanationMarkdown(explanation, plain).split('\n')[2] ?? '';
}

describe('The Markdown of an explanation', () => {
  const cases: readonly (readonly [what: string, data: string, line: string])[] = [
    ['keeps what is in backticks as code', 'a_b == "*"', '`a_b == "*"` is not met'],
    ['keeps a bar in code inside its cell', 'a | b', '`a \\| b` is not met'],
    ['escapes a backtick of the data, and all formatting', 'a`<b>', '\\`a\\`\\<b\\>\\` is not met'],
    ['escapes formatting outside of the code', 'a` <b> `c', '`a` \\<b\\> `c` is not met'],
    ['has no code without text', '', '\\`\\` is not met'],
  ];
  for (const [what, data, line] of cases) {
    it(what, () => {
      assert.equal(sentenceWith(data), line);
    });
  }
});
