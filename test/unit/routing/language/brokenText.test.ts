import assert from 'node:assert/strict';
import type { SourceKind } from '../../../../src/core/routing/configuration/embeddedConfigurations.ts';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';
import { completeRouting } from '../../../../src/core/routing/language/completeRouting.ts';
import { presenter } from '../../../../src/core/privacy/presenter.ts';
import { configurationOutline } from '../../../../src/core/routing/language/configurationOutline.ts';
import { colorExpression } from '../../../../src/core/routing/language/expressionColors.ts';
import { hoverRouting } from '../../../../src/core/routing/language/hoverRouting.ts';
import type { KnownNames } from '../../../../src/core/routing/language/knownNames.ts';
import { queueStrings } from '../../../../src/core/routing/language/queueStrings.ts';

const known: KnownNames = {
  task: [{ path: 'a', type: 'string' }],
  worker: [{ path: 'b', type: 'number' }],
  queues: [{ sid: 'WQ0123456789abcdef0123456789abcdef', name: 'Support', profile: 'one' }],
};

const configuration = {
  task_routing: {
    filters: [
      {
        filter_friendly_name: 'é "quoted"',
        expression: 'a == "x" AND (b HAS 1 OR NOT c)',
        targets: [
          { queue: 'WQ1', timeout: 5, skip_if: 'workers.available == 0' },
          { order_by: 'worker.b DESC, worker.c', known_worker_sid: 'task.a', priority: null },
        ],
      },
    ],
    default_filter: { queue: 'WQ1' },
  },
};
const plain = JSON.stringify(configuration, undefined, 1);

const texts: readonly (readonly [what: string, text: string, kind: SourceKind])[] = [
  ['a configuration', plain, 'json'],
  ['a configuration in a string', JSON.stringify({ configuration: plain }), 'json'],
  ['a heredoc', `x = <<EOT\n${plain}\nEOT\n`, 'terraform'],
  ['a string of a program', `const x = ${JSON.stringify(plain)};`, 'javascript'],
  ['a TaskQueue', JSON.stringify({ target_workers: 'a HAS "b" AND' }), 'json'],
];

/** All that is asked of a text at each of some offsets stays within it. */
function ask(text: string, kind: SourceKind, step: number): void {
  const routing = readRoutingText(text, kind);
  for (let offset = 0; offset <= text.length; offset += step) {
    const spans = completeRouting(routing, text, offset, known).map(({ replaced }) => replaced);
    const hover = hoverRouting(routing, offset);
    for (const { offset: start, length } of hover ? [...spans, hover.span] : spans) {
      assert.ok(start >= 0 && length >= 0 && start + length <= text.length, text);
      assert.ok(start <= offset && offset <= start + length, `${offset} of ${text}`);
    }
  }
  for (const { read } of routing.configurations) {
    configurationOutline(read, { present: presenter(true), queueName: () => undefined });
    queueStrings(read);
  }
  for (const { text: expression, scope } of routing.expressions) colorExpression(expression, scope);
}

describe('What is offered and told of a broken text', () => {
  for (const [what, text, kind] of texts) {
    it(`is about what is at the cursor, in ${what}`, () => {
      ask(text, kind, 1);
    });

    it(`stays within the text, wherever ${what} is cut`, () => {
      for (let end = 0; end < text.length; end += 3) ask(text.slice(0, end), kind, 7);
      for (let start = 0; start < text.length; start += 5) {
        ask(text.slice(0, start) + text.slice(start + 4), kind, 11);
      }
    });
  }
});
