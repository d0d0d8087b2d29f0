import { requireWithoutEditor } from '../requireWithoutEditor.ts';

/*
 * Prints how many milliseconds loading an extension's main file takes, without an editor:
 *
 *     node test/bench/inEditor/requireMain.ts path
 */
const start = performance.now();
const main = requireWithoutEditor(process.argv[2] ?? '') as { readonly activate?: unknown };
const ms = performance.now() - start;
if (typeof main.activate !== 'function') throw new Error('It has no activate()');
console.log(ms);
