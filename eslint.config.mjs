import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';

/**
 * The layers of CONTRIBUTING.md. Blocks for the same files do not merge, so each lists all its bans.
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
  layer('src/core', { ...vscode, ...node, ...http, ...twilio, ...sample, ...editor }, pureGlobals),
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
