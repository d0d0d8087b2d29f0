import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject } from 'ajv';
import {
  configurationKeys,
  type ConfigurationLevel,
} from '../../../src/core/routing/configuration/configurationKeys.ts';

interface Property {
  readonly description?: string;
  readonly $ref?: string;
}

const schema = JSON.parse(
  readFileSync('media/schemas/taskrouter-workflow.schema.json', 'utf8'),
) as AnySchemaObject & {
  readonly definitions: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, Property>> }>
  >;
};

const target = { queue: 'WQ1', timeout: 30, priority: '5', expression: 'worker.a == task.a' };
const filter = { filter_friendly_name: 'A', expression: "a == 'b'", targets: [target, {}] };
const routing = { filters: [filter], default_filter: { queue: 'WQ1' } };

const withTarget = (changed: object) => ({
  task_routing: { filters: [{ ...filter, targets: [{ ...target, ...changed }] }] },
});

describe('The JSON schema of Workflow configurations', () => {
  // What only VS Code knows of.
  const ajv = new Ajv({ allowUnionTypes: true, keywords: ['defaultSnippets'] });
  const validate = ajv.compile(schema);

  const right: readonly (readonly [string, unknown])[] = [
    ['has all there is', { task_routing: routing }],
    ['has no filters', { task_routing: { default_filter: { queue: 'WQ1' } } }],
    ['has null for what is left out', withTarget({ expression: null, timeout: null })],
    ['has placeholders of a template', withTarget({ timeout: '${timeout}', priority: '{{p}}' })],
    ['has keys for tools', { $schema: 'https://example.com', task_routing: routing }],
  ];
  for (const [title, configuration] of right) {
    it(`takes one that ${title}`, () => {
      assert.ok(validate(configuration), ajv.errorsText(validate.errors));
    });
  }

  const wrong: readonly (readonly [string, unknown])[] = [
    ['a list', []],
    ['no task_routing', {}],
    ['an object of filters', { task_routing: { filters: {} } }],
    ['a timeout in words', withTarget({ timeout: 'thirty' })],
    ['a timeout of 0', withTarget({ timeout: 0 })],
    ['a negative priority', withTarget({ priority: -1 })],
    ['a boolean for an expression', withTarget({ expression: true })],
  ];
  for (const [title, configuration] of wrong) {
    it(`refuses ${title}`, () => {
      assert.ok(!validate(configuration));
    });
  }

  it('explains the same keys as the check knows', () => {
    const levels: readonly ConfigurationLevel[] = ['routing', 'filter', 'target', 'defaultFilter'];
    for (const level of levels) {
      const properties = schema.definitions[level]?.properties ?? {};
      assert.deepEqual(
        Object.keys(properties).sort(),
        Object.keys(configurationKeys[level]).sort(),
      );
      for (const [key, property] of Object.entries(properties)) {
        const { description } = { ...followed(property), ...property };
        assert.ok(description !== undefined && description.length > 20, key);
      }
    }
  });
});

function followed(property: Property): Property {
  const name = property.$ref?.replace('#/definitions/', '') ?? '';
  return (schema.definitions[name] ?? {}) as Property;
}
