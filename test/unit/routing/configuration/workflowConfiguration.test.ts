import assert from 'node:assert/strict';
import type { ConfigurationNode } from '../../../../src/core/routing/configuration/configurationNode.ts';
import { readConfiguration } from '../../../../src/core/routing/configuration/workflowConfiguration.ts';

const text = `{
  "task_routing": {
    "filters": [
      {
        "filter_friendly_name": "Sales",
        "expression": "type == \\"sales\\"",
        "targets": [
          { "queue": "WQa", "priority": "5", "timeout": 30, "expression": "1==1" },
          { "timeout": 10 },
          {},
          { "queue": "\${b}", "priority": 1 }
        ]
      },
      \${more},
      { "friendly_name": "Rest", "expression": null, "targets": "soon" }
    ],
    "default_filter": { "queue": "WQz" }
  }
}`;

describe('readConfiguration', () => {
  const written = (node: ConfigurationNode | undefined) =>
    node && text.slice(node.offset, node.offset + node.length);
  const { filters, defaultFilter, faults } = readConfiguration(text);

  it('lets a target inherit queue and priority, but neither expression nor timeout', () => {
    const shown = filters[0]?.targets.map(({ queue, priority, timeout, expression }) =>
      [queue, priority, timeout, expression].map(written),
    );
    assert.deepEqual(shown, [
      ['"WQa"', '"5"', '30', '"1==1"'],
      ['"WQa"', '"5"', '10', undefined],
      ['"WQa"', '"5"', undefined, undefined],
      ['"${b}"', '1', undefined, undefined],
    ]);
  });

  it('counts a placeholder among the filters, and takes null for nothing', () => {
    assert.deepEqual(
      filters.map(({ index, name, expression, targets }) => [
        index,
        name,
        written(expression),
        targets.length,
      ]),
      [
        [0, 'Sales', '"type == \\"sales\\""', 4],
        [2, 'Rest', undefined, 0],
      ],
    );
    assert.equal(written(defaultFilter?.queue), '"WQz"');
    assert.deepEqual(faults, []);
  });

  it('maps a place in an expression to the text and back', () => {
    const expression = filters[0]?.expression;
    assert.ok(expression?.kind === 'string');
    const at = expression.value.indexOf('sales');
    const place = expression.map.toText(at);
    assert.equal(text.slice(place, place + 5), 'sales');
    assert.equal(expression.map.toValue(place), at);
  });

  it('reads a configuration without task_routing', () => {
    const bare = readConfiguration('{"filters":[{"targets":[]}],"default_filter":{}}');
    assert.equal(bare.filters.length, 1);
    assert.ok(bare.defaultFilter);
  });

  for (const broken of ['', '[]', '7', '{"task_routing":[]}', '{"task_routing":{"filters":{}}}']) {
    it(`finds no filter in ${JSON.stringify(broken)}`, () => {
      assert.deepEqual(readConfiguration(broken).filters, []);
    });
  }
});
