import Module, { createRequire } from 'node:module';

/**
 * Stands in for anything of VS Code's API that is read, called or extended while files are loaded.
 */
const anything: unknown = new Proxy(Function.prototype.bind(undefined), {
  get: (_, name) => (name === 'prototype' ? {} : anything),
  apply: () => anything,
});
const require = createRequire(import.meta.url);

/** Loads a file of the extension in plain Node.js, where there is no module `vscode`. */
export function requireWithoutEditor(path: string): unknown {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) =>
    request === 'vscode' ? anything : load.call(Module, request, ...rest);
  try {
    return require(path);
  } finally {
    loader._load = load;
  }
}
