/**
 * What a log may say of an error that nobody foresaw: its class and where it arose. Its message may hold
 * anything, even task data or an address; so may the lines of a stack that look like frames of one, of
 * which only those count that end with a place in a file.
 */
export function errorPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = /^\w{1,50}$/.test(error.name) ? error.name : 'Error';
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  return [name, ...frames].join('\n');
}

/** Such as `at name (file:///x.js:1:2)`, `at async /x.js:1:2`, `at Array.map (<anonymous>)`; VS Code indents by a tab. */
const FRAME = /^(?: {4}|\t)at [^\s"'{]*(?: [^\s"'{]+){0,4}(?::\d+:\d+|<anonymous>|index \d+)\)?$/;
