import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import {
  configurationKeys,
  type ConfigurationLevel,
} from '../../../../src/core/routing/configuration/configurationKeys.ts';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';
import {
  EXPRESSION_SCOPES,
  scopeNames,
} from '../../../../src/core/routing/expression/names/expressionScope.ts';
import { explainField } from '../../../../src/core/routing/language/explainName.ts';
import { explainKey } from '../../../../src/core/routing/language/explainKey.ts';
import {
  hoverExpression,
  hoverRouting,
} from '../../../../src/core/routing/language/hoverRouting.ts';
import { cursorIn } from '../../../support/cursorIn.ts';

const SID = 'WQ0123456789abcdef0123456789abcdef';

function hoverOf(marked: string, kind: Parameters<typeof hoverExpression>[2]) {
  const { text, offset } = cursorIn(marked);
  const hover = hoverExpression(text, offset, kind);
  if (hover?.kind !== 'rule') return hover;
  const { title, span, explanation } = hover;
  const covered = text.slice(span.offset, span.offset + span.length);
  return [title, covered, formatMessage(explanation.text, plainEnglish), explanation.evidence];
}

describe('A hover in an expression', () => {
  for (const [marked, kind, ...expected] of [
    ['a H|AS 1', 'task', 'HAS', 'HAS', 'True if the array on the left', 'documented'],
    ['a >|- 1', 'task', 'HAS', '>-', 'True if the array on the left', 'documented'],
    ['a |= 1', 'task', '==', '=', 'True if both sides are equal.', 'documented'],
    ['a not i|n [1]', 'task', 'NOT IN', 'not in', 'True if the array on the right', 'documented'],
    ['a no|t in [1]', 'task', 'NOT IN', 'not in', 'True if the array on the right', 'documented'],
    ['NO|T a == 1', 'task', 'NOT', 'NOT', 'Twilio documents NOT only', 'undocumented'],
    ['a == nul|l', 'task', 'null', 'null', 'NULL, which', 'recorded'],
    ['a == 1 o|r b == 2', 'task', 'OR', 'or', 'True if one', 'documented'],
    ['|a == 1', 'task', 'a', 'a', 'Attribute of the Task.', 'documented'],
    ['task.a|.b == 1', 'target', 'task.a.b', 'task.a.b', 'Attribute of the Task.', 'documented'],
    [
      'worker.activity_na|me == 1',
      'target',
      ...['worker.activity_name', 'worker.activity_name', 'Name of the Worker', 'documented'],
    ],
    [
      'workers.WA|x == 1',
      'skipIf',
      ...['workers.WAx', 'workers.WAx', 'Workers with this Activity', 'documented'],
    ],
    ['worker.l|evel ASC', 'orderBy', 'worker.level', 'worker.level', 'Attribute of', 'documented'],
  ] as const) {
    it(`on ${marked} tells of ${expected[0]}`, () => {
      const hover = hoverOf(marked, kind);
      assert.ok(Array.isArray(hover));
      const [title, covered, text = '', evidence] = hover;
      assert.deepEqual([title, covered, evidence], [expected[0], expected[1], expected[3]]);
      assert.ok(text.startsWith(expected[2]), text);
    });
  }

  for (const [marked, kind] of [
    ["a == 'x|y'", 'task'],
    ['a  | == 1', 'task'],
    ['(|) ', 'task'],
    ['unprefix|ed == 1', 'target'],
    ['workers.availib|le == 1', 'skipIf'],
    ['$|{x} == 1', 'task'],
  ] as const) {
    it(`has nothing to tell on ${marked}`, () => {
      assert.equal(hoverOf(marked, kind), undefined);
    });
  }
});

describe('A hover in a configuration', () => {
  const hoverIn = (marked: string) => {
    const { text, offset } = cursorIn(marked);
    return hoverRouting(readRoutingText(text, 'json'), offset);
  };

  it('tells of the SID of a TaskQueue, between its quotes', () => {
    const hover = hoverIn(`{"task_routing":{"default_filter":{"queue":"W|${SID.slice(1)}"}}}`);
    assert.deepEqual(hover, { kind: 'queue', span: { offset: 44, length: 34 }, sid: SID });
    assert.equal(hoverIn('{"task_routing":{"default_filter":{"queue":"W|W"}}}'), undefined);
  });

  it('tells of a key by where it stands', () => {
    const hover = hoverIn('{"task_routing":{"filters":[{"express|ion":"a == 1","targets":[]}]}}');
    assert.equal(hover?.kind, 'key');
    assert.equal(
      formatMessage(hover.explanation.text, plainEnglish),
      'Which Tasks the filter takes, by their attributes.',
    );
    assert.equal(hoverIn('{"task_routing":{"fil|tres":[]}}'), undefined);
  });

  it('covers the text with its escapes', () => {
    const marked = String.raw`{"task_routing":{"filters":[{"expression":"a == \"x\" AN|D b == 1"}]}}`;
    const { text } = cursorIn(marked);
    const hover = hoverIn(marked);
    assert.ok(hover);
    const { offset, length } = hover.span;
    assert.equal(text.slice(offset, offset + length), 'AND');
  });
});

describe('What is explained', () => {
  it('is every key of a configuration', () => {
    for (const [level, keys] of Object.entries(configurationKeys)) {
      for (const key of Object.keys(keys)) {
        assert.ok(explainKey(level as ConfigurationLevel, key), `${level} ${key}`);
      }
    }
    assert.equal(explainKey('target', 'toString'), undefined);
  });

  it('is every name that TaskRouter gives a value to', () => {
    for (const scope of EXPRESSION_SCOPES) {
      for (const { name } of scopeNames(scope)) {
        const last = name.slice(name.lastIndexOf('.') + 1);
        assert.ok(explainField(last === '*' ? 'WA' : last), name);
      }
    }
  });
});
