import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';

/**
 * The layers of src/README.md. Blocks for the same files do not merge, so each lists all its bans.
 *
 * @param {string} folder or file that the ban holds for
 * @param {Record<string, string>} banned glob of module name → why
 * @param {string[]} globals that the folder must not use
 */
const layer = (folder, banned, globals = []) => ({
  files: [folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: Object.entries(banned).map(([regex, message]) => ({ regex, message })),
      },
    ],
    'no-restricted-globals': ['error', ...globals],
  },
});

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
  '/webview/(?!protocol|pageStrings)': 'Only the protocol and its words are shared with the page.',
};
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const nodeGlobals = ['process', 'Buffer', 'require', 'global', '__dirname', '__filename'];
const pureGlobals = [...nodeGlobals, ...network];

/**
 * The folders of `src/core`, the lowest first: each may import only from those before it. Folders in one
 * array are siblings, and none of them imports another.
 */
const coreLayers = [
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
const sidLayers = ['catalog', 'scan', 'context', 'diagnose'];

const coreBans = { ...vscode, ...node, ...http, ...twilio, ...sample, ...editor };

/**
 * A block for each folder of `parent`.
 *
 * @param {string} parent
 * @param {(string | string[])[]} layers
 * @param {Record<string, string>} banned in all of `parent`
 */
function layersOf(parent, layers, banned) {
  const listed = layers.flat();
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    if (entry.isDirectory() && !listed.includes(entry.name)) {
      throw new Error(`Add ${parent}/${entry.name} to the layers in eslint.config.mjs.`);
    }
  }
  return listed.map((folder) =>
    layer(`${parent}/${folder}`, { ...banned, ...notBelow(folder, layers) }, pureGlobals),
  );
}

/**
 * @param {string} folder
 * @param {(string | string[])[]} layers
 */
function notBelow(folder, layers) {
  const level = layers.findIndex((one) => [one].flat().includes(folder));
  const below = layers.slice(0, level).flat();
  const others = layers.slice(level).flat();
  return ban(
    others.filter((other) => other !== folder),
    `Of the folders beside it, ${folder} may import ${below.join(', ') || 'none'}.`,
  );
}

/**
 * @param {string[]} folders
 * @param {string} message
 */
function ban(folders, message) {
  return folders.length === 0 ? {} : { [`/(?:${folders.join('|')})/`]: message };
}

export default defineConfig(
  { ignores: ['dist', 'out', 'coverage', '.vscode-test', 'node_modules', 'test/fixtures'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // Takes a fifth of the linter's time, for enums that are not ours: only those of VS Code.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'A name that is the same everywhere.' },
        {
          selector: 'Program > VariableDeclaration[kind="let"]',
          message: 'State belongs to an object that somebody owns and disposes.',
        },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  layer('src/core', coreBans, pureGlobals),
  ...layersOf('src/core', coreLayers, coreBans),
  layer(
    'src/core/sids',
    {
      ...{ ...coreBans, ...notBelow('sids', coreLayers) },
      ...ban(sidLayers, 'The files in src/core/sids itself are below its folders.'),
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
    ignores: ['src/editor/commands/commandRunner.ts'],
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
    files: ['test/**/*.ts', 'esbuild.mts'],
    rules: {
      // Scripts and runners talk to a terminal.
      'no-console': 'off',
      // mocha's describe and it return what nobody awaits.
      '@typescript-eslint/no-unused-expressions': 'off',
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
  // A declaration has the shape of what it declares.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['eslint.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
);
