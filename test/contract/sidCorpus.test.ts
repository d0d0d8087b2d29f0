import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  matchInContext,
  type SidMatchInContext,
} from '../../src/core/sids/context/sidsInContext.ts';
import { candidateAt } from '../../src/core/sids/scan/scanSids.ts';
import { projectRoot } from '../support/projectRoot.ts';

/** Code, prose and data that do not concern Twilio. */
const PACKAGES = [
  '@azure/msal-browser',
  '@faker-js/faker',
  '@octokit/openapi-types',
  '@stoplight/prism-http-server',
  '@types/node',
  'ajv',
  'axios',
  'fast-check',
  'lodash',
  'mocha',
  'oxc-parser',
  'oxlint',
  'playwright-core',
  'prettier',
  'rxjs',
  'typescript',
  'web-streams-polyfill',
  'yaml',
  'zod',
];

/** Twilio's OpenAPI documents, which contain many SIDs. */
const TWILIO = '@twilio/cli-core';

/**
 * Malformed examples: they lack a digit or two, or have an unknown prefix. One is a name, and DD…
 * is not Twilio's.
 */
const MALFORMED = [
  'DD6840aec40ad01ebc2001c0330000aa33',
  'GTI9300323095d271b890c91568931321395',
  'HX78e8e67abc123def456789012345678',
  'KW123abc12345678901234567890abcd',
  'KWbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
  'PVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  `VA${'a'.repeat(31)}`,
];

const TEXT = /\.(?:[cm]?[jt]sx?|json|md|map|txt|html|css|ya?ml|svg)$/;

const MOST_FALSE = 1 / 10_000;
const FEWEST_BYTES = 50_000_000;
const MOST_LISTED = 20;

interface Survey {
  readonly bytes: number;
  readonly tokens: number;
  /** For each finding, the number of tokens with it. */
  readonly sids: ReadonlyMap<string, number>;
  readonly placeholders: ReadonlyMap<string, number>;
  readonly nearMisses: ReadonlyMap<string, number>;
}

describe('Hovers over tokens of 30 to 40 characters', () => {
  it('show nothing in the code of other packages', function () {
    this.timeout(120_000);
    const survey = look(PACKAGES);
    print('packages that have nothing to do with Twilio', survey);
    assert.ok(survey.bytes >= FEWEST_BYTES, `only ${String(survey.bytes)} bytes were read`);
    assert.ok(survey.tokens > 10_000, `only ${String(survey.tokens)} tokens were read`);
    assert.ok(total(survey.nearMisses) <= survey.tokens * MOST_FALSE);
  });

  it("report what is malformed in Twilio's own examples, and nothing else", function () {
    this.timeout(120_000);
    const survey = look([TWILIO]);
    print(TWILIO, survey);
    assert.ok(total(survey.sids) > 1_000);
    assert.deepEqual([...survey.nearMisses.keys()].sort(), MALFORMED);
  });
});

function look(packages: readonly string[]): Survey {
  const [sids, placeholders, nearMisses] = [0, 1, 2].map(() => new Map<string, number>()) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const countsOf = { sid: sids, placeholder: placeholders, malformed: nearMisses } as const;
  let bytes = 0;
  let tokens = 0;
  for (const path of packages.flatMap(textFilesOf)) {
    const text = readFileSync(path, 'utf8');
    bytes += Buffer.byteLength(text);
    for (const { index, 0: token } of text.matchAll(/\b\w{30,40}\b/g)) {
      tokens++;
      const found = hoverWithin(text, index, index + token.length);
      if (found === undefined) continue;
      const counts = countsOf[found.kind];
      counts.set(found.text, (counts.get(found.text) ?? 0) + 1);
    }
  }
  return { bytes, tokens, sids, placeholders, nearMisses };
}

function textFilesOf(name: string): string[] {
  return readdirSync(resolve(projectRoot, 'node_modules', name), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The hover between two offsets. Anything with a hover is at least ten characters long. */
function hoverWithin(text: string, start: number, end: number): SidMatchInContext | undefined {
  for (let offset = start; offset <= end; offset += 10) {
    const run = candidateAt(text, offset);
    const inspected = run && matchInContext(text, run);
    if (inspected !== undefined) return inspected;
  }
  return undefined;
}

function print(what: string, { bytes, tokens, sids, placeholders, nearMisses }: Survey): void {
  const share = (10_000 * total(nearMisses)) / tokens;
  const list = (counts: ReadonlyMap<string, number>) => {
    const all = Array.from(counts, ([text, count]) => `          ${text} × ${String(count)}`);
    const more = all.length - MOST_LISTED;
    return [
      ...all.slice(0, MOST_LISTED),
      ...(more > 0 ? [`          … and ${String(more)} others`] : []),
    ];
  };
  console.log(
    [
      `      ${what}: ${(bytes / 1e6).toFixed(1)} MB, ${String(tokens)} tokens`,
      `        near-misses: ${String(total(nearMisses))}, ${share.toFixed(2)} in 10,000`,
      ...list(nearMisses),
      `        placeholders: ${String(total(placeholders))}`,
      ...list(placeholders),
      `        known prefixes with 32 hex digits: ${String(total(sids))}`,
      ...list(sids),
    ].join('\n'),
  );
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
