import { presenter } from '../../../../src/core/privacy/presenter.ts';
import assert from 'node:assert/strict';
import {
  formatMessage,
  plainEnglish,
  type MessageArgument,
} from '../../../../src/core/messages/message.ts';
import { readConfiguration } from '../../../../src/core/routing/configuration/workflowConfiguration.ts';
import {
  configurationOutline,
  type RoutingSymbol,
} from '../../../../src/core/routing/language/configurationOutline.ts';
import { colorExpression } from '../../../../src/core/routing/language/expressionColors.ts';
import { queueStrings } from '../../../../src/core/routing/language/queueStrings.ts';

const SID = 'WQ0123456789abcdef0123456789abcdef';

const text = JSON.stringify({
  task_routing: {
    filters: [
      {
        filter_friendly_name: 'English',
        expression: "language == 'en'",
        targets: [{ queue: SID, timeout: 30, priority: '5' }, { expression: 'worker.level > 3' }],
      },
      { expression: '1 == 1', targets: [{}] },
      'no filter',
    ],
    default_filter: { queue: SID },
  },
});

const inEnglish = (part: MessageArgument) =>
  typeof part === 'object' ? formatMessage(part, plainEnglish) : String(part);

function lines(symbols: readonly RoutingSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, details, children }) => [
    `${indent}${[name, ...details].map(inEnglish).join(' · ')}`,
    ...lines(children, `${indent}  `),
  ]);
}

describe('The outline of a configuration', () => {
  it('has the filters with their targets, and the default filter', () => {
    const symbols = configurationOutline(readConfiguration(text), {
      present: presenter(false),
      queueName: () => 'Support',
    });
    assert.deepEqual(lines(symbols), [
      "English · language == 'en'",
      '  Support · priority 5 · timeout 30 s',
      '  Support · priority 5 · worker.level > 3',
      'Filter 2 · 1 == 1',
      '  Target 1',
      'Default filter · Support',
    ]);
  });

  it('shows no values of expressions in privacy mode', () => {
    const options = { present: presenter(true), queueName: () => undefined };
    const [first, , second] = lines(configurationOutline(readConfiguration(text), options));
    assert.equal(first, 'English · language == •••');
    assert.equal(second, `  ${SID} · priority 5 · worker.level > •••`);
  });

  it('is that of what can be read of a broken text', () => {
    const broken = readConfiguration('{"task_routing":{"filters":[{"targets":[{"queue":5');
    const options = { present: presenter(false), queueName: () => undefined };
    assert.deepEqual(lines(configurationOutline(broken, options)), ['Filter 1', '  TaskQueue']);
    assert.deepEqual(configurationOutline(readConfiguration(''), options), []);
  });
});

describe('The strings that name a TaskQueue', () => {
  it('are each there once, where they stand', () => {
    const offsets = queueStrings(readConfiguration(text)).map(({ offset }) => offset);
    assert.deepEqual(offsets, [text.indexOf(SID) - 1, text.lastIndexOf(SID) - 1]);
  });
});

describe('The colours of an expression', () => {
  for (const [expression, kind, expected] of [
    ["language == 'en'", 'task', 'property operator string'],
    ['a has 1 AND b > 2.5', 'task', 'property keyword number keyword property operator number'],
    ['worker.activity_name NOT IN [task.a]', 'target', 'variable keyword keyword property'],
    [
      'a == null OR b == true',
      'task',
      'property operator keyword keyword property operator keyword',
    ],
    ['worker.level DESC', 'orderBy', 'property keyword'],
    ['task.agent', 'knownWorker', 'property'],
    ['${x}', 'task', ''],
  ] as const satisfies readonly (readonly [
    string,
    Parameters<typeof colorExpression>[1],
    string,
  ])[]) {
    it(expression, () => {
      const types = colorExpression(expression, kind).map(({ type }) => type);
      assert.equal(types.join(' '), expected);
    });
  }
});
