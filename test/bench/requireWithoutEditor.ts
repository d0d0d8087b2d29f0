import Module, { createRequire } from 'node:module';

/** Whatever is read, called or extended of the editor while files are loaded. */
const anything: unknown = new Proxy(Object.bind(undefined), {
  get: (_, name) => (name === 'prototype' ? {} : anything),
  apply: () => anything,
  construct: () => ({}),
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
