import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resourceKinds, taskRouterPrefixes } from '../../src/core/resources/resourceKind.ts';
import { sidPattern } from '../../src/core/resources/sidPattern.ts';
import { taskStatuses } from '../../src/core/resources/taskStatus.ts';
import { readDate } from '../../src/core/resources/timestamp.ts';
import { taskRouterSids } from '../../src/core/sids/catalog/contactCenterSids.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';

interface Schema {
  readonly $ref?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface DocumentJson {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get?: {
          readonly responses: Readonly<
            Record<
              string,
              {
                readonly content?: Readonly<
                  Record<string, { readonly schema: Schema; readonly examples?: unknown }>
                >;
              }
            >
          >;
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

describe("The tables of facts, compared with TaskRouter's OpenAPI document", () => {
  const text = readFileSync(twilioDocuments.taskRouter, 'utf8');
  const { paths, components } = JSON.parse(text) as DocumentJson;
  const answerOf = (path: string) =>
    paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
  const resolved = (schema: Schema | undefined) =>
    schema?.$ref === undefined
      ? schema
      : components.schemas[schema.$ref.replace('#/components/schemas/', '')];

  const pathsOf = new Map(taskRouterSids.map(([prefix, { path = '' }]) => [prefix, path]));

  for (const prefix of taskRouterPrefixes) {
    const { name, list, field } = resourceKinds[prefix];
    const path = pathsOf.get(prefix) ?? '';
    const pattern = `^${sidPattern(prefix)}$`;

    it(`have the declared path of a ${name}, with the pattern of its SID`, () => {
      assert.equal(resolved(answerOf(path))?.properties?.['sid']?.pattern, pattern);
    });

    if (list !== undefined) {
      it(`have the declared key for the rows of a list: ${name}`, () => {
        const answer = resolved(answerOf(path.replace(/\/\{\w+\}$/, '')));
        const row = resolved(answer?.properties?.[list.key]?.items);
        assert.equal(row?.properties?.['sid']?.pattern, pattern);
      });
    }

    if (field !== undefined) {
      it(`have the right prefix for the field ${field}`, () => {
        const patterns = Object.values(components.schemas).flatMap(
          ({ properties = {} }) => properties[field]?.pattern ?? [],
        );
        assert.deepEqual(
          patterns.filter((one) => one !== pattern),
          [],
        );
      });
    }
  }

  it('have all statuses of a Task, and no others', () => {
    const statuses = components.schemas['task_enum_status']?.enum ?? [];
    assert.deepEqual(taskStatuses.toSorted(), statuses.toSorted());
  });

  it('can parse every date in its examples', () => {
    const dates = Array.from(
      text.matchAll(/"(\d{4}-\d{2}-\d{2}T[^"]*)"/g),
      ([, date = '']) => date,
    );
    assert.ok(dates.length > 100, `only ${dates.length} dates found`);
    assert.deepEqual(
      dates.filter((date) => readDate(date) === undefined),
      [],
    );
  });
});
