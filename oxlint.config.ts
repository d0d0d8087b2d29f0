import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig, type OxlintOverride } from 'oxlint';

/** Pattern of module names → why they must not be imported. */
type Bans = Readonly<Record<string, string>>;
/** Folders, the lowest first. Those in one array are siblings, and none of them imports another. */
type Layers = readonly (string | readonly string[])[];

const vscode = { '^vscode$': 'Only src/editor and the roots know the editor.' };
const node = {
  [`^(?:node:|(?:${builtinModules.join('|')})(?:/|$))`]:
    'Only src/twilio and src/extension.ts may need Node: the web has none.',
};
const http = { '^node-fetch$': 'Only src/twilio/http/sendByFetch.ts speaks HTTP.' };
const twilio = {
  '/twilio/': 'Only src/extension.ts sees both twilio and editor: the web speaks no HTTP.',
};
const sample = { '/sample/': 'Only src/activateWith.ts sees the sample workspace.' };
const editor = { '/editor/': 'Nothing but the roots imports from editor.' };
const page = {
  [`/webview/(?:${foldersIn('src/webview').join('|')})/`]:
    'Only the protocol and its words are shared with the page.',
};
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const nodeGlobals = ['process', 'Buffer', 'require', 'global', '__dirname', '__filename'];
const pureGlobals = [...nodeGlobals, ...network];

/** The folders of `src/core`. */
const coreLayers: Layers = [
  'base',
  'json',
  'messages',
  'resources',
  'privacy',
  'sids',
  'taskrouter',
  'routing',
  'profiles',
  'failures',
  'tasks',
  'documents',
  'references',
  'links',
  'history',
  'explanation',
  ['page', 'tree', 'copy'],
  'assistant',
];
/** The same for `src/core/sids`, whose own files are below its folders. */
const sidLayers: Layers = ['catalog', 'scan', 'context', 'diagnose'];

const coreBans = { ...vscode, ...node, ...http, ...twilio, ...sample, ...editor };

/**
 * The layers of src/README.md. Overrides for the same files do not merge, so each lists all its bans.
 *
 * @param path a folder, or a file
 * @param globals that must not be used there
 */
function layer(path: string, banned: Bans, globals: readonly string[] = []): OxlintOverride {
  const patterns = Object.entries(banned).map(([regex, message]) => ({ regex, message }));
  return {
    files: [path.endsWith('.ts') ? path : `${path}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-globals': ['error', ...globals],
    },
  };
}

/** An override for each folder of `parent`. */
function layersOf(parent: string, layers: Layers, banned: Bans): readonly OxlintOverride[] {
  const listed = layers.flat();
  const missing = foldersIn(parent).find((folder) => !listed.includes(folder));
  if (missing !== undefined) {
    throw new Error(`Add ${parent}/${missing} to the layers in oxlint.config.ts.`);
  }
  return listed.map((folder) =>
    layer(`${parent}/${folder}`, { ...banned, ...notBelow(folder, layers) }, pureGlobals),
  );
}

function notBelow(folder: string, layers: Layers): Bans {
  const level = layers.findIndex((one) => [one].flat().includes(folder));
  const below = layers.slice(0, level).flat();
  const others = layers.slice(level).flat();
  return ban(
    others.filter((other) => other !== folder),
    `Of the folders beside it, ${folder} may import ${below.join(', ') || 'none'}.`,
  );
}

function ban(folders: readonly string[], message: string): Bans {
  return folders.length === 0 ? {} : { [`/(?:${folders.join('|')})/`]: message };
}

function foldersIn(parent: string): readonly string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Of typescript-eslint's "strict" and "stylistic" rules, those that are in no category below. */
const strictRules = [
  'adjacent-overload-signatures',
  'array-type',
  'class-literal-property-style',
  'consistent-generic-constructors',
  'consistent-indexed-object-style',
  'consistent-type-assertions',
  'consistent-type-definitions',
  'consistent-type-imports',
  'dot-notation',
  'no-confusing-void-expression',
  'no-deprecated',
  'no-dynamic-delete',
  'no-empty-object-type',
  'no-explicit-any',
  'no-inferrable-types',
  'no-invalid-void-type',
  'no-misused-promises',
  'no-mixed-enums',
  'no-namespace',
  'no-non-null-assertion',
  'no-require-imports',
  'no-unnecessary-condition',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-function-type',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'non-nullable-type-assertion-style',
  'only-throw-error',
  'prefer-find',
  'prefer-for-of',
  'prefer-function-type',
  'prefer-includes',
  'prefer-literal-enum-member',
  'prefer-nullish-coalescing',
  'prefer-optional-chain',
  'prefer-promise-reject-errors',
  'prefer-readonly',
  'prefer-reduce-type-parameter',
  'prefer-regexp-exec',
  'prefer-return-this-type',
  'prefer-string-starts-ends-with',
  'related-getter-setter-pairs',
  'require-await',
  'switch-exhaustiveness-check',
  'unified-signatures',
  'use-unknown-in-catch-callback-variable',
];

/** In the categories below, but against what is done here on purpose. */
const unfitting = [
  'import/no-named-as-default-member',
  'import/no-unassigned-import',
  'no-control-regex',
  'no-misleading-character-class',
  'no-shadow',
  'no-underscore-dangle',
  'no-unmodified-loop-condition',
  // The compiler's noImplicitReturns knows it better.
  'typescript/consistent-return',
  'typescript/no-unsafe-type-assertion',
  'typescript/require-array-sort-compare',
];

export default defineConfig({
  ignorePatterns: ['dist', 'out', 'coverage', '.vscode-test', 'node_modules', 'test/fixtures'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error', denyWarnings: true },
  plugins: ['typescript', 'oxc', 'import'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    ...Object.fromEntries(strictRules.map((rule) => [`typescript/${rule}`, 'error'] as const)),
    'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
    'typescript/no-floating-promises': ['error', { checkThenables: true }],
    'typescript/restrict-plus-operands': [
      'error',
      {
        allowAny: false,
        allowBoolean: false,
        allowNullish: false,
        allowNumberAndString: false,
        allowRegExp: false,
      },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    eqeqeq: 'error',
    'import/no-default-export': 'error',
    'no-array-constructor': 'error',
    'no-console': 'error',
    'no-empty-function': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    ...Object.fromEntries(unfitting.map((rule) => [rule, 'off'] as const)),
  },
  overrides: [
    layer('src/core', coreBans, pureGlobals),
    ...layersOf('src/core', coreLayers, coreBans),
    layer(
      'src/core/sids',
      {
        ...{ ...coreBans, ...notBelow('sids', coreLayers) },
        ...ban(sidLayers.flat(), 'The files in src/core/sids itself are below its folders.'),
      },
      pureGlobals,
    ),
    ...layersOf('src/core/sids', sidLayers, { ...coreBans, ...notBelow('sids', coreLayers) }),
    layer('src/sample', { ...vscode, ...node, ...http, ...twilio, ...editor }, pureGlobals),
    layer('src/twilio', { ...vscode, ...http, ...sample, ...editor }, network),
    layer('src/twilio/http/sendByFetch.ts', { ...vscode, ...sample, ...editor }, network),
    layer('src/webview', { ...vscode, ...node, ...http, ...twilio, ...sample, ...editor }, [
      ...nodeGlobals,
      ...network,
    ]),
    ...['activateWith', 'extension.web', 'web'].map((root) =>
      layer(`src/${root}.ts`, { ...node, ...http, ...twilio }, pureGlobals),
    ),
    layer('src/editor', { ...node, ...http, ...twilio, ...sample, ...page }, pureGlobals),
    {
      files: ['src/**/*.ts'],
      excludeFiles: ['src/editor/commands/commandRunner.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          ...['registerCommand', 'registerTextEditorCommand'].map((property) => ({
            ...{ object: 'commands', property },
            message:
              'CommandRunner.register checks the id against commandIds, and tells of failures.',
          })),
        ],
      },
    },
    {
      files: ['test/**/*.ts', '*.mts'],
      rules: {
        // Scripts and runners talk to a terminal.
        'no-console': 'off',
        // mocha's describe and it return what nobody awaits.
        'no-unused-expressions': 'off',
      },
    },
    {
      files: ['test/**/*.test.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          ...['describe', 'it'].map((object) => ({ object, property: 'only' })),
        ],
      },
    },
    // A declaration has the shape of what it declares, and a configuration that which its tool asks for.
    { files: ['**/*.d.ts', 'oxlint.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
