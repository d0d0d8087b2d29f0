import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expectationOfName } from '../../src/core/sids/context/keyNames.ts';
import { isTaskRouterSid } from '../../src/core/sids/context/sidContext.ts';
import { sidContextAt } from '../../src/core/sids/context/sidsInContext.ts';
import { taskFields } from '../../src/core/sids/context/taskFields.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';

describe("The expected prefixes of SIDs, compared with Twilio's OpenAPI documents", () => {
  const folder = dirname(twilioDocuments.taskRouter);
  const documents = readdirSync(folder)
    .filter((name) => /^twilio_.*\.json$/.test(name))
    .map((name) => readDocument(join(folder, name)));

  it('include all fields of a Task with a pattern', () => {
    const { components } = readDocument(twilioDocuments.taskRouter);
    const { properties = {} } = components?.schemas?.['taskrouter.v1.workspace.task'] ?? {};
    const patterns = Object.entries(properties).flatMap(([name, { pattern }]) => {
      const prefixes = prefixesOf(pattern);
      return prefixes.length === 0 ? [] : [[name, prefixes] as const];
    });
    assert.ok(patterns.length >= 6);
    const expected = new Map<string, readonly string[]>(patterns);
    const known = new Map(taskFields);
    // This field has no pattern.
    assert.ok(known.delete('routing_target'));
    assert.equal(prefixesOf(properties['routing_target']?.pattern).length, 0);
    assert.deepEqual(known, expected);
  });

  it('accept in each field and parameter what its pattern accepts', () => {
    const named = documents.flatMap(namesWithPatterns);
    assert.ok(named.length > 2_000, `only ${String(named.length)} patterns found`);
    const faults = named.flatMap(([name, prefixes]) => {
      const { prefixes: expected, isOwn = false } = expectationOfName(name) ?? {};
      const judged = isOwn ? prefixes.filter((prefix) => isTaskRouterSid(prefix, 0)) : prefixes;
      return expected === undefined || judged.every((prefix) => expected.includes(prefix))
        ? []
        : [`${name}: ${prefixes.join()}, not ${expected.join()}`];
    });
    assert.deepEqual([...new Set(faults)], []);
    const judged = new Set(named.map(([name]) => name).filter((name) => expectationOfName(name)));
    assert.ok(judged.size > 20, [...judged].join());
  });

  it('accept in each path what its pattern accepts', () => {
    const faults = documents.flatMap(({ paths }) =>
      Object.entries(paths).flatMap(([template, item]) =>
        placesIn(template, item)
          .filter(({ prefix, expected }) => expected?.includes(prefix) === false)
          .map(({ prefix, expected = [] }) => `${template}: ${prefix}, not ${expected.join()}`),
      ),
    );
    assert.deepEqual(faults, []);
  });

  it("are known for every SID in TaskRouter's paths", () => {
    const { paths } = readDocument(twilioDocuments.taskRouter);
    const places = Object.entries(paths).flatMap(([template, item]) => placesIn(template, item));
    assert.ok(places.length > 50, `only ${String(places.length)} places found`);
    for (const { prefix, expected, before } of places) {
      assert.deepEqual(expected, [prefix], before);
    }
  });
});

interface DocumentJson {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

type PathItem = Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

interface Schema {
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

function readDocument(path: string): DocumentJson {
  return JSON.parse(readFileSync(path, 'utf8')) as DocumentJson;
}

/** The prefixes of a pattern such as `^(CF|CA)[0-9a-fA-F]{32}$`. */
function prefixesOf(pattern = ''): readonly string[] {
  const start = /^\^?\(?((?:[A-Z]{2}\|?)+)\)?\[/.exec(pattern)?.[1];
  return start === undefined ? [] : start.split('|');
}

function namesWithPatterns({ paths, components }: DocumentJson): [string, readonly string[]][] {
  const schemas = [
    ...Object.values(components?.schemas ?? {}).flatMap(({ properties = {} }) =>
      Object.entries(properties),
    ),
    ...Object.values(paths)
      .flatMap(parametersOf)
      .map(({ name, schema = {} }) => [name, schema] as const),
  ];
  return schemas
    .map(([name, { pattern }]): [string, readonly string[]] => [name, prefixesOf(pattern)])
    .filter(([, prefixes]) => prefixes.length > 0);
}

function parametersOf(item: PathItem): readonly Parameter[] {
  return Object.values(item).flatMap(({ parameters = [] }) => parameters);
}

/** Each SID in a path, with the prefixes expected by its pattern and by the text before it. */
function placesIn(template: string, item: PathItem) {
  const patterns = new Map(
    parametersOf(item)
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, schema }) => [name, prefixesOf(schema?.pattern)]),
  );
  const places: { prefix: string; expected: readonly string[] | undefined; before: string }[] = [];
  let before = '';
  for (const part of template.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const [prefix] = patterns.get(name ?? '') ?? [];
    if (name === undefined) {
      before += part;
    } else if (prefix === undefined) {
      before += 'x';
    } else {
      places.push({ prefix, expected: sidContextAt(before, before.length)?.expected, before });
      before += prefix + '0'.repeat(32);
    }
  }
  return places;
}
