import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build as esbuild, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { statusFacts, type TaskStatus } from './src/core/resources/taskStatus.ts';
import { thirdPartyNotices } from './thirdPartyNotices.mts';

/**
 * Builds what ships (`dist/`) and what tests run (`out/`).
 *
 *     node esbuild.mts [extension] [webview] [unit] [integration] [--watch] [--production] [--contents]
 */
const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/**
 * fetch-blob brings a polyfill of web streams, 60 KB, that no Node since 18 needs; node-fetch what reads
 * forms, which no API sends.
 */
const leftOut: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: /^web-streams-polyfill/ }, () => ({
      path: 'node:stream/web',
      external: true,
    }));
    build.onResolve({ filter: /\/multipart-parser\.js$/ }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/** How many bytes of each source file are in each file that ships. */
const contents: Record<string, Record<string, number>> = {};

/**
 * Makes each `await import('…')` of the extension a file of its own, so that what is seldom or late
 * needed costs activation nothing. It must be listed as an entry point. esbuild shares code between
 * files as ES modules only, and in many small ones, each of which takes time to load; so they are built
 * once more, as CommonJS files: a late file takes what it shares with `extension.cjs` from there, and
 * what only late files share from `shared.cjs`. `web.cjs`, where a browser begins, is told which of them
 * it needs.
 */
const lazyFiles: Plugin = {
  name: 'lazy-files',
  setup(build) {
    const { outdir, external, minify, sourcemap, supported } = build.initialOptions;
    Object.assign(build.initialOptions, {
      ...{ format: 'esm', splitting: true, metafile: true, write: false },
      ...{
        outExtension: { '.js': '.mjs' },
        sourcemap: sourcemap ? 'inline' : false,
        supported: {},
      },
    } satisfies BuildOptions);
    build.onEnd(async ({ outputFiles = [], metafile, errors }) => {
      if (metafile === undefined || errors.length > 0) return;
      const modules = new Map(outputFiles.map((file) => [basename(file.path), file.text]));
      const outputs = new Map(
        Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
      );
      const loadedBy = (name: string, kinds: readonly string[], found = new Set<string>()) => {
        found.add(name);
        for (const { kind, path } of outputs.get(name)?.imports ?? []) {
          const next = basename(path);
          if (kinds.includes(kind) && modules.has(next) && !found.has(next)) {
            loadedBy(next, kinds, found);
          }
        }
        return found;
      };
      const early = loadedBy('extension.mjs', ['import-statement']);
      const entries = [...modules.keys()].filter((name) => outputs.get(name)?.entryPoint);
      const chunks = [...modules.keys()].filter((name) => !entries.includes(name));
      const homeOf = (name: string) => (early.has(name) ? 'extension' : 'shared');

      /** By the name that other files know it by, which is its own only within its chunk. */
      const namesIn = (chunk: string) =>
        (outputs.get(chunk)?.exports ?? []).map(
          (name) => [name, `${name}${chunks.indexOf(chunk)}`] as const,
        );
      const takeFromHome = (chunk: string) => `
        import { home } from '${homeOf(chunk)}.home';
        export const { ${namesIn(chunk)
          .map(([name, abroad]) => `${abroad}: ${name}`)
          .join(', ')} } = home;`;

      const everNeeded = loadedBy('extension.web.mjs', ['import-statement', 'dynamic-import']);
      const webFiles = [...everNeeded].map((name) =>
        entries.includes(name) ? basename(name, '.mjs') : homeOf(name),
      );
      const define = {
        WEB_FILES: JSON.stringify([...new Set(webFiles)].map((name) => `${name}.cjs`)),
      };

      const files = new Set([
        'extension',
        'shared',
        ...entries.map((name) => basename(name, '.mjs')),
      ]);
      // Not as exports of a module, which would be a getter each: that takes longer than all else in a file.
      const sourceOf = (file: string) => {
        const own = chunks.filter((name) => homeOf(name) === file);
        const entry = entries.find((name) => basename(name, '.mjs') === file);
        const given = [
          ...own.map((chunk) => [chunk, namesIn(chunk)] as const),
          ...(entry === undefined
            ? []
            : [[entry, (outputs.get(entry)?.exports ?? []).map((name) => [name, name])] as const]),
        ];
        const imports = given.map(
          ([module, names]) =>
            `import { ${names.map(([name, abroad]) => `${name} as ${abroad}`).join(', ')} } from './${module}';`,
        );
        const names = given.flatMap(([, ofModule]) => ofModule.map(([, abroad]) => abroad));
        return `${imports.join('\n')}\nmodule.exports = { ${names.join(', ')} };`;
      };
      /** Of the modules that a file is made of: what they import of the editor, by name. */
      const editorNames = (file: string) => {
        const own = [...modules.keys()].filter((name) =>
          chunks.includes(name) ? homeOf(name) === file : basename(name, '.mjs') === file,
        );
        const imports = own.flatMap((name) => [
          ...(modules.get(name) ?? '').matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*"vscode"/g),
        ]);
        const names = imports.flatMap(([, list = '']) =>
          list.split(',').map((one) => one.trim().replace(/\s.*/s, '')),
        );
        return [...new Set(names)].sort();
      };
      const parts = [...files].map(async (name) => {
        const part = await esbuild({
          stdin: { contents: sourceOf(name), resolveDir: '.', sourcefile: `${name}.mjs` },
          ...{ bundle: true, platform: 'node', format: 'cjs', target: common.target ?? 'node20' },
          outfile: `${outdir ?? '.'}/${name}.cjs`,
          ...{ external: external ?? [], minify: minify ?? false, sourcemap: sourcemap ?? false },
          ...{ supported: { ...supported }, define, logLevel: 'warning', metafile: true },
          logOverride: { 'ignored-bare-import': 'silent', 'commonjs-variable-in-esm': 'silent' },
          plugins: [
            leftOut,
            {
              name: 'from-memory',
              setup(part) {
                part.onResolve({ filter: /\.mjs$/ }, ({ path, kind }) => {
                  const file = basename(path);
                  if (kind === 'dynamic-import') {
                    return { path: `./${basename(file, '.mjs')}.cjs`, external: true };
                  }
                  const elsewhere = chunks.includes(file) && homeOf(file) !== name;
                  // Nothing but what it gives is wanted of it: it may not even be there, as in `web.cjs`.
                  return elsewhere
                    ? { path: basename(file, '.mjs'), namespace: 'elsewhere', sideEffects: false }
                    : { path: file, namespace: 'memory' };
                });
                part.onLoad({ filter: /./, namespace: 'memory' }, ({ path }) => ({
                  contents: modules.get(path) ?? '',
                }));
                // Else each module of ours would `require` it for itself, and look up in it what it uses each time.
                part.onResolve({ filter: /^vscode$/ }, ({ path, namespace }) => {
                  const isWanted = namespace === 'memory' && editorNames(name).length > 0;
                  return isWanted ? { path, namespace: 'editor' } : { path, external: true };
                });
                part.onLoad({ filter: /./, namespace: 'editor' }, () => ({
                  contents: `export const { ${editorNames(name).join(', ')} } = require('vscode');`,
                }));
                part.onResolve({ filter: /\.cjs$/ }, ({ path }) => ({ path, external: true }));
                part.onResolve({ filter: /\.home$/ }, ({ path }) => ({ path, namespace: 'home' }));
                part.onLoad({ filter: /./, namespace: 'home' }, ({ path }) => ({
                  contents: `export const home = require('./${basename(path, '.home')}.cjs');`,
                }));
                part.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({
                  contents: takeFromHome(`${path}.mjs`),
                }));
              },
            },
          ],
        });
        const [output] = Object.values(part.metafile.outputs);
        contents[`${name}.cjs`] = sharesOf(output?.inputs ?? {}, outputs);
      });
      await Promise.all(parts);
    });
  },
};

type Inputs = Metafile['outputs'][string]['inputs'];

/** Each chunk's bytes, shared out among the files that it was made from. */
function sharesOf(chunks: Inputs, madeFrom: ReadonlyMap<string, { readonly inputs: Inputs }>) {
  const shares: Record<string, number> = {};
  for (const [chunk, { bytesInOutput: bytes }] of Object.entries(chunks)) {
    const inputs = Object.entries(madeFrom.get(basename(chunk.replace(/^.*:/, '')))?.inputs ?? {});
    const all = inputs.reduce((sum, [, input]) => sum + input.bytesInOutput, 0);
    for (const [file, input] of inputs) {
      shares[file] = (shares[file] ?? 0) + (bytes * input.bytesInOutput) / all;
    }
  }
  return shares;
}

/** Of a page's tab, by the status of its Task: which of VS Code's icons, and its colour on light and dark. */
const tabIcons: Readonly<
  Record<TaskStatus | 'gone' | 'unknown', readonly [icon: string, light: string, dark: string]>
> = {
  pending: [statusFacts.pending.icon, '#8a6d00', '#cca700'],
  reserved: [statusFacts.reserved.icon, '#b85c00', '#d18616'],
  assigned: [statusFacts.assigned.icon, '#005fb8', '#4daafc'],
  wrapping: [statusFacts.wrapping.icon, '#652d90', '#b180d7'],
  completed: [statusFacts.completed.icon, '#388a34', '#89d185'],
  canceled: [statusFacts.canceled.icon, '#6b6b6b', '#9d9d9d'],
  gone: ['trash', '#6b6b6b', '#9d9d9d'],
  unknown: ['question', '#6b6b6b', '#9d9d9d'],
};

/** A tab takes files for icons, and no theme's colours: they are made here. */
const tabIconFiles: Plugin = {
  name: 'tab-icons',
  setup(build) {
    build.onEnd(() => {
      const folder = 'dist/webview/icons';
      mkdirSync(folder, { recursive: true });
      for (const [status, [icon, light, dark]] of Object.entries(tabIcons)) {
        const drawing = readFileSync(`node_modules/@vscode/codicons/src/icons/${icon}.svg`, 'utf8');
        for (const [theme, colour] of Object.entries({ light, dark })) {
          const coloured = drawing.replaceAll('currentColor', colour);
          writeFileSync(`${folder}/${status}-${theme}.svg`, coloured);
        }
      }
    });
  },
};

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  target: 'node20',
  // Of jsonc-parser only the scanner is used: its entry brings tables that esbuild cannot leave out.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/scanner.js' },
  plugins: [leftOut],
  logLevel: 'warning',
};

const targets = {
  extension: {
    ...common,
    entryPoints: {
      extension: 'src/extension.ts',
      'extension.web': 'src/extension.web.ts',
      web: 'src/web.ts',
      profileConnections: 'src/twilio/profileConnections.ts',
      taskRouterClient: 'src/twilio/taskRouterClient.ts',
      taskParts: 'src/editor/taskServices.ts',
      failureNotice: 'src/editor/commands/failureNotice.ts',
      taskCommands: 'src/editor/taskActions/taskCommands.ts',
      accountFlows: 'src/editor/accounts/flows/accountFlows.ts',
      describeListed: 'src/editor/accounts/describeListed.ts',
      sidFeatures: 'src/editor/sids/sidFeatures.ts',
      createTaskTool: 'src/editor/assistant/taskTool.ts',
      copyTaskAs: 'src/editor/taskActions/copyTaskAs.ts',
      detailsPages: 'src/editor/details/detailsPages.ts',
      watching: 'src/editor/watching/watching.ts',
      onboarding: 'src/editor/onboarding/onboarding.ts',
      sidebar: 'src/editor/sidebar/sidebar.ts',
      cliProfiles: 'src/twilio/credentials/cliProfiles.ts',
      builtInSample: 'src/sample/sampleTaskSource.ts',
      routingApi: 'src/core/routing/routingApi.ts',
      routingFeatures: 'src/editor/routing/routingFeatures.ts',
    },
    plugins: [leftOut, lazyFiles],
    // The editor watches `require` to route HTTP through its proxy settings.
    supported: { 'dynamic-import': false },
    outdir: 'dist',
    external: ['vscode'],
    minify: production,
    sourcemap: !production,
  },
  // The page's script and styles: a browser runs them, and `vscode` and Node are not there.
  webview: {
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'chrome130',
    entryPoints: { details: 'src/webview/details/main.ts' },
    loader: { '.svg': 'text' },
    plugins: [tabIconFiles],
    outdir: 'dist/webview',
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
  },
  // `vscode` is deliberately not external here: a layer that leaks it does not build.
  unit: {
    ...common,
    entryPoints: ['test/unit/**/*.test.ts'],
    outbase: 'test/unit',
    outdir: 'out/unit',
    // fast-check takes a second to make its first text, and the compiler is as large as all else: one
    // of each for all files.
    external: ['fast-check', 'typescript'],
    sourcemap: true,
  },
  integration: {
    ...common,
    entryPoints: ['test/integration/run.ts', 'test/integration/**/*.test.ts'],
    outbase: 'test/integration',
    outdir: 'out/integration',
    external: ['vscode', 'mocha'],
    sourcemap: true,
  },
} satisfies Record<string, BuildOptions>;

const names = Object.keys(targets) as (keyof typeof targets)[];
const wanted = names.filter((name) => flags.has(name));
const built: Metafile[] = [];
for (const name of wanted.length > 0 ? wanted : names.slice(0, 2)) {
  // A file that is not built any more must not be shipped, nor found by a test run.
  rmSync(targets[name].outdir, { recursive: true, force: true });
  if (flags.has('--watch')) {
    const watched = await context(targets[name]);
    // F5 waits for the last of these lines: what it starts must have been built by then. What is wrong
    // is printed, and may be mended.
    await watched.rebuild().catch(() => undefined);
    await watched.watch();
    console.log(`watching ${name}`);
  } else {
    built.push((await esbuild({ ...targets[name], metafile: true })).metafile);
  }
}
if (flags.has('--contents')) {
  for (const { outputs } of built) {
    for (const [path, { inputs }] of Object.entries(outputs)) {
      if (!path.startsWith('dist/webview/')) continue;
      const bytes = Object.entries(inputs).map(([file, input]) => [file, input.bytesInOutput]);
      contents[path.replace('dist/', '')] = Object.fromEntries(bytes) as Record<string, number>;
    }
  }
  mkdirSync('out', { recursive: true });
  writeFileSync('out/contents.json', JSON.stringify(contents));
}
if (production) writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(built));
