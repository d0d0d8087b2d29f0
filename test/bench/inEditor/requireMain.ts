import Module, { createRequire } from 'node:module';

/*
 * Prints how many milliseconds it takes to load an extension's main file, without an editor:
 *
 *     node test/bench/inEditor/requireMain.ts path
 */

/** Whatever is read, called or extended of the editor while files are loaded. */
const anything: unknown = new Proxy(Function.prototype.bind(undefined), {
  get: (_, name) => (name === 'prototype' ? {} : anything),
  apply: () => anything,
});
const require = createRequire(import.meta.url);
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (request, ...rest) =>
  request === 'vscode' ? anything : load.call(Module, request, ...rest);

const start = performance.now();
const main = require(process.argv[2] ?? '') as { readonly activate?: unknown };
const ms = performance.now() - start;
if (typeof main.activate !== 'function') throw new Error('It has no activate()');
console.log(ms);
