import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build as esbuild, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { statusFacts, type TaskStatus } from './src/core/resources/taskStatus.ts';
import { thirdPartyNotices } from './thirdPartyNotices.mts';

/**
 * Builds what ships (`dist/`) and what tests run (`out/`).
 *
 *     node esbuild.mts [extension] [webview] [unit] [mutants] [integration] [--watch] [--production] [--contents]
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

/**
 * The bundles of the extension, each with the modules that it begins with. Any other module is in the first
 * bundle that needs it, and later bundles take it from there. An `await import('…')` in `src` loads the
 * bundle of the module it names, which must be listed here.
 */
const bundles: Readonly<Record<string, readonly string[]>> = {
  extension: ['src/extension.ts'],
  // What a hover needs.
  sids: ['src/editor/sids/sidFeatures.ts'],
  tasks: [
    'src/twilio/profileConnections.ts',
    'src/editor/taskServices.ts',
    'src/editor/taskActions/taskCommands.ts',
    'src/editor/details/detailsPages.ts',
    'src/editor/sidebar/sidebar.ts',
    'src/editor/watching/watching.ts',
    'src/editor/accounts/flows/accountFlows.ts',
    'src/editor/accounts/describeListed.ts',
    'src/editor/commands/failureNotice.ts',
    'src/editor/onboarding/sampleFile.ts',
    'src/editor/assistant/taskTool.ts',
    'src/editor/assistant/explainTool.ts',
  ],
  // The sample routes by the same rules, so it takes them from here.
  routing: [
    'src/core/routing/routingApi.ts',
    'src/editor/routing/routingFeatures.ts',
    'src/editor/explanation/explainTask.ts',
  ],
  sample: ['src/sample/sampleTaskSource.ts'],
  // Not in `tasks`: node-fetch takes longer to load than all of `src`, and the sample does without it.
  twilio: ['src/twilio/taskRouterClient.ts', 'src/twilio/credentials/cliProfiles.ts'],
  'extension.web': ['src/extension.web.ts'],
};

/** Bundles that may be loaded without each other. A module that two of them need is in `tasks`. */
const optionalBundles = new Set(['sample', 'twilio', 'extension.web']);

/** What a module imports, types left out: the path from the root, or a package, and the names. */
function importsOf(file: string): (readonly [from: string, names: readonly string[]])[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) \{([^}]*)\} from '([^']+)'/gm,
  );
  return Array.from(statements, ([, list = '', from = '']) => {
    const names = list.split(',').map((name) => name.trim().split(' ')[0] ?? '');
    return [
      from.startsWith('.') ? join(dirname(file), from) : from,
      names.filter((name) => name !== '' && name !== 'type'),
    ];
  });
}

interface Division {
  /** The bundle of each module. */
  readonly homeOf: ReadonlyMap<string, string>;
  /** By module, `vscode` included: the names that other bundles import. */
  readonly takenFrom: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads `src`. A name that it overlooks fails the build: the bundle that needs it finds no such export. */
function divideModules(): Division {
  const homeOf = new Map<string, string>();
  for (const [bundle, entries] of Object.entries(bundles)) {
    const pending = [...entries];
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      const home = homeOf.get(file);
      if (home === bundle || (home !== undefined && !optionalBundles.has(home))) continue;
      homeOf.set(file, home === undefined ? bundle : 'tasks');
      const imported = importsOf(file).map(([from]) => from);
      pending.push(...imported.filter((from) => from.startsWith('src/') && existsSync(from)));
    }
  }
  const takenFrom = new Map<string, ReadonlySet<string>>();
  for (const [file, home] of homeOf) {
    for (const [from, names] of importsOf(file)) {
      if (homeOf.get(from) === home) continue;
      takenFrom.set(from, new Set([...(takenFrom.get(from) ?? []), ...names]));
    }
  }
  return { homeOf, takenFrom };
}

/** Lets a bundle take what it needs of another one, or of the editor, by one `require`. */
const joinBundles: Plugin = {
  name: 'join-bundles',
  setup(build) {
    let { homeOf, takenFrom } = divideModules();
    build.onStart(() => {
      ({ homeOf, takenFrom } = divideModules());
    });
    const entriesOf = (bundle: string) => bundles[bundle] ?? [];
    const namesOf = (file: string) => [...(takenFrom.get(file) ?? [])];
    const modulesOf = (bundle: string) =>
      [...takenFrom.keys()].filter((file) => homeOf.get(file) === bundle);

    build.onResolve({ filter: /^bundle:/ }, ({ path }) => ({
      path: path.replace('bundle:', ''),
      namespace: 'bundle',
    }));
    build.onLoad({ filter: /./, namespace: 'bundle' }, ({ path: bundle }) => ({
      contents: [
        ...entriesOf(bundle).map((file, index) => `import * as entry${index} from './${file}';`),
        ...modulesOf(bundle).map(
          (file) => `import { ${namesOf(file).join(', ')} } from './${file}';`,
        ),
        // A plain object: esbuild makes a getter of an `export`, and many of them take long.
        `module.exports = { ${[
          ...entriesOf(bundle).map((_, index) => `...entry${index}`),
          ...modulesOf(bundle).flatMap(namesOf),
        ].join(', ')} };`,
      ].join('\n'),
      resolveDir: '.',
      // Any of them may come to need another name.
      watchFiles: [...homeOf.keys()].map((file) => resolve(file)),
    }));

    build.onResolve({ filter: /^\.|^vscode$/, namespace: 'file' }, ({ path, importer, kind }) => {
      const own = homeOf.get(relative('.', importer));
      const file = relative('.', resolve(dirname(importer), path));
      const home = path === 'vscode' ? path : homeOf.get(file);
      if (own === undefined) return undefined;
      const isListed = kind !== 'dynamic-import' || entriesOf(home ?? '').includes(file);
      if (home === undefined || !isListed)
        return { errors: [{ text: `List ${file} in esbuild.mts.` }] };
      if (kind === 'dynamic-import') return { path: `./${home}.cjs`, external: true };
      return own === home ? undefined : { path: home, namespace: 'elsewhere', sideEffects: false };
    });
    build.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path: home }) => {
      const [id, modules] = home === 'vscode' ? [home, [home]] : [`./${home}.cjs`, modulesOf(home)];
      const names = modules.flatMap(namesOf);
      return {
        contents: [
          `const elsewhere = require('${id}'), take = (name) => elsewhere[name];`,
          // What the bundle does not use is left out.
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ take('${name}');`),
        ].join('\n'),
      };
    });
    build.onResolve({ filter: /./, namespace: 'elsewhere' }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

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

// `vscode` is deliberately not external here: a layer that leaks it does not build.
const unitTests: BuildOptions = {
  ...common,
  entryPoints: ['test/unit/**/*.test.ts'],
  outbase: 'test/unit',
  // The compiler is as large as all else, and fast-check has settings: one of each for all files.
  external: ['fast-check', 'typescript'],
  sourcemap: true,
};

const targets = {
  extension: {
    ...common,
    entryPoints: {
      ...Object.fromEntries(Object.keys(bundles).map((name) => [name, `bundle:${name}`])),
      web: 'src/web.ts',
    },
    plugins: [leftOut, joinBundles],
    // `import()` goes through the loader of ES modules, which is slower, sees no names in a minified CommonJS
    // file, and is not there on the web.
    supported: { 'dynamic-import': false },
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
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
  // Files share their modules, which are compiled and optimized once for all.
  unit: {
    ...unitTests,
    outdir: 'out/unit',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // Bundled packages that are CommonJS call it.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  },
  // Each file has its own modules, which the runner for mutants loads again and again.
  mutants: { ...unitTests, outdir: 'out/mutants' },
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
  const sourcesOf = ({ inputs }: Metafile['outputs'][string]) =>
    Object.fromEntries(Object.entries(inputs).map(([file, part]) => [file, part.bytesInOutput]));
  const files = built.flatMap(({ outputs }) => Object.entries(outputs));
  const contents = Object.fromEntries(
    files.map(([path, output]) => [path.replace('dist/', ''), sourcesOf(output)]),
  );
  mkdirSync('out', { recursive: true });
  writeFileSync('out/contents.json', JSON.stringify(contents));
}
if (production) writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(built));
