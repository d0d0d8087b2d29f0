import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unlistedSids } from '../../src/core/sids/catalog/otherSids.ts';
import { sidPrefixes } from '../../src/core/sids/catalog/sidCatalog.ts';
import type { SidMeaning } from '../../src/core/sids/catalog/sidMeaning.ts';
import { knownPrefixes } from '../../src/core/sids/scan/knownPrefixes.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';

describe('The table of SID prefixes, compared with all OpenAPI documents of Twilio', () => {
  const documents = readDocuments(dirname(twilioDocuments.taskRouter));
  const meanings = [...sidPrefixes].flatMap(([prefix, all]) =>
    all.map((meaning) => ({ prefix, meaning })),
  );

  it('has each prefix in their patterns, and those that are known from elsewhere', () => {
    const named = new Set(patternsIn(documents).flatMap(prefixesOf));
    assert.ok(named.size > 150, `only ${String(named.size)} prefixes found`);
    const unlisted = unlistedSids.map(([prefix]) => prefix);
    assert.deepEqual(
      unlisted.filter((prefix) => named.has(prefix)),
      [],
    );
    assert.deepEqual([...sidPrefixes.keys()].sort(), [...named, ...unlisted].sort());
    assert.deepEqual([...knownPrefixes].sort(), [...sidPrefixes.keys()].sort());
  });

  it('has the path that the document of its host declares for a GET by this SID', () => {
    const faults = meanings.flatMap(({ prefix, meaning }) => {
      const fault = faultOf(prefix, meaning, documents);
      return fault === undefined ? [] : [`${prefix} ${meaning.name}: ${fault}`];
    });
    assert.deepEqual(faults, []);
    assert.ok(meanings.filter(({ meaning }) => meaning.path !== undefined).length > 150);
  });

  it('has a path for each prefix that a document declares a GET for', () => {
    const readable = new Set(documents.flatMap(prefixesReadBy));
    assert.ok(readable.size > 100, `only ${String(readable.size)} prefixes found`);
    const told = new Set(
      meanings.filter(({ meaning }) => meaning.path !== undefined).map(({ prefix }) => prefix),
    );
    assert.deepEqual(
      [...readable].filter((prefix) => !told.has(prefix)),
      [],
    );
  });
});

interface DocumentJson {
  readonly servers?: readonly Server[];
  readonly paths: Readonly<Record<string, PathItem>>;
}

interface PathItem {
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Parameter[];
  readonly get?: {
    readonly parameters?: readonly Parameter[];
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

interface Server {
  readonly url: string;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly schema?: Schema;
}

interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Schema {
  readonly $ref?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

function readDocuments(folder: string): DocumentJson[] {
  return readdirSync(folder)
    .filter((name) => /^twilio_.*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DocumentJson);
}

/** All values of properties named `pattern`, at any depth. */
function patternsIn(json: unknown): string[] {
  const patterns = new Set<string>();
  const search = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'pattern' && typeof child === 'string') patterns.add(child);
      search(child);
    }
  };
  search(json);
  return [...patterns];
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const ALL_PREFIXES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * The prefixes that a pattern accepts. Each prefix is tried, so that the pattern's syntax does not
 * matter. A pattern that accepts any prefix counts for none.
 */
function prefixesOf(pattern: string): string[] {
  const expression = new RegExp(pattern);
  const accepted = ALL_PREFIXES.filter((prefix) => expression.test(prefix + '0'.repeat(32)));
  return accepted.length < ALL_PREFIXES.length ? accepted : [];
}

/** Why the path or the host of a meaning is wrong, if it is. */
function faultOf(
  prefix: string,
  { path, host }: SidMeaning,
  documents: readonly DocumentJson[],
): string | undefined {
  if (path === undefined) return host === undefined ? undefined : 'a host without a path';
  if (!/\{\w+\}(?:\.json)?$/.test(path)) return `${path} does not end with a SID`;

  const url = `https://${String(host)}.twilio.com`;
  const document = documents.find((candidate) => {
    const item = candidate.paths[path];
    return item?.get !== undefined && serverOf(candidate, item) === url;
  });
  if (document === undefined) return `no document reads ${path} at ${url}`;
  const pattern = patternOf(document, path);
  return pattern === undefined || prefixesOf(pattern).includes(prefix)
    ? undefined
    : `${path} is read by ${pattern}`;
}

/** The prefixes of the single resources that the document declares a GET for. */
function prefixesReadBy(document: DocumentJson): string[] {
  return Object.keys(document.paths)
    .filter((path) => /\{\w+\}(?:\.json)?$/.test(path))
    .flatMap((path) => prefixesOf(parameterPatternOf(document, path) ?? ''));
}

function serverOf(document: DocumentJson, item: PathItem): string | undefined {
  return (item.servers ?? document.servers)?.[0]?.url;
}

/** The pattern of a path's last parameter, or else that of the SID in the answer. */
function patternOf(document: DocumentJson, path: string): string | undefined {
  return parameterPatternOf(document, path) ?? answeredPatternOf(document, path);
}

function parameterPatternOf(document: DocumentJson, path: string): string | undefined {
  const item = document.paths[path];
  if (item?.get === undefined) return undefined;
  const name = [...path.matchAll(/\{(\w+)\}/g)].at(-1)?.[1];
  const parameter = [...(item.parameters ?? []), ...(item.get.parameters ?? [])]
    .map((candidate) => resolve(document, candidate))
    .find((candidate) => candidate.name === name);
  return parameter?.schema && resolve(document, parameter.schema).pattern;
}

function answeredPatternOf(document: DocumentJson, path: string): string | undefined {
  const answer = document.paths[path]?.get?.responses['200'];
  const [content] = Object.values((answer && resolve(document, answer).content) ?? {});
  const schema = content?.schema && resolve(document, content.schema);
  const sid = schema?.properties?.['sid'];
  return sid && resolve(document, sid).pattern;
}

/** Resolves a reference to `#/components/…`. */
function resolve<T extends { readonly $ref?: string }>(document: DocumentJson, value: T): T {
  if (value.$ref === undefined) return value;
  const found = value.$ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((json, key) => (json as Record<string, unknown>)[key], document);
  return resolve(document, found as T);
}
