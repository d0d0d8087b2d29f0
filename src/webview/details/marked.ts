import { element } from './element.ts';

/** A text with what was searched for marked in it, whatever its case. */
export function marked(text: string, query: string): (Node | string)[] {
  if (query === '') return [text];
  const [lower, wanted] = [text.toLowerCase(), query.toLowerCase()];
  // Some letters become several in lower case: then places would not fit.
  if (lower.length !== text.length) return [text];
  const parts: (Node | string)[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), element('mark', {}, text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
