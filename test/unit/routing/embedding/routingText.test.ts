import assert from 'node:assert/strict';
import { sourceKindOf } from '../../../../src/core/routing/embedding/routingSource.ts';
import {
  expressionAt,
  readRoutingText,
} from '../../../../src/core/routing/embedding/routingText.ts';

const filter = {
  expression: "type == 'a'",
  targets: [{ queue: 'WQ', skip_if: 'workers.available == 0' }],
};
const configuration = { task_routing: { filters: [filter] } };

describe('readRoutingText', () => {
  it('places each expression of a file that is a configuration', () => {
    const text = JSON.stringify(configuration, undefined, 2);
    const { configurations, expressions } = readRoutingText(text, 'json');
    assert.equal(configurations.length, 1);
    assert.deepEqual(
      expressions.map(({ scope, offset, length }) => [scope, text.slice(offset, offset + length)]),
      [
        ['task', `"type == 'a'"`],
        ['skipIf', '"workers.available == 0"'],
      ],
    );
  });

  it('places the expressions of a configuration that is a string in a document', () => {
    const text = JSON.stringify({ sid: 'WW', configuration: JSON.stringify(configuration) });
    const { expressions } = readRoutingText(text, 'json');
    const [first] = expressions;
    assert.equal(first?.text, "type == 'a'");
    assert.equal(text.slice(first.map.toText(0), first.map.toText(4)), 'type');
  });

  it('reads the target_workers of a TaskQueue', () => {
    const text = JSON.stringify({ sid: 'WQ', target_workers: '"a" IN skills' });
    const [expression] = readRoutingText(text, 'json').expressions;
    assert.equal(expression?.scope, 'worker');
    assert.equal(expression.text, '"a" IN skills');
  });

  it('finds the expression at an offset between its quotes', () => {
    const text = JSON.stringify(configuration);
    const routing = readRoutingText(text, 'json');
    assert.equal(expressionAt(routing, text.indexOf('type'))?.scope, 'task');
    assert.equal(expressionAt(routing, text.indexOf('"type')), undefined);
  });

  it('leaves out what reaches the limit of a program, where it may be cut off', () => {
    const heredoc = `x = <<EOT\n${JSON.stringify(configuration)}\nEOT\n`;
    assert.equal(readRoutingText(heredoc, 'terraform').configurations.length, 1);
    const long = `x = <<EOT\n{"task_routing": {"a": "${'x'.repeat(2_000_000)}"}}\nEOT\n`;
    assert.equal(readRoutingText(long, 'terraform').configurations.length, 0);
    assert.equal(
      readRoutingText(`${' '.repeat(2_000_000)}{"task_routing":{}}`, 'json').configurations.length,
      0,
    );
  });
});

describe('sourceKindOf', () => {
  it('goes by the language, and by the extension where VS Code has no language', () => {
    assert.equal(sourceKindOf('json', '/a/routing.json'), 'json');
    assert.equal(sourceKindOf('taskrouter-json', '/WS/WW.json'), 'json');
    assert.equal(sourceKindOf('plaintext', '/a/main.tf'), 'terraform');
    assert.equal(sourceKindOf('plaintext', '/a/workflow.tftpl'), 'json');
    assert.equal(sourceKindOf('terraform', '/a/workflow.json.tftpl'), 'json');
    assert.equal(sourceKindOf('typescriptreact', '/a/b.tsx'), 'javascript');
    assert.equal(sourceKindOf('markdown', '/a/README.md'), undefined);
  });
});
