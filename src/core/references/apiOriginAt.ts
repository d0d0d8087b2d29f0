const API_PATH = /\/v\d+\/workspaces(?:\/|$)/i;

/** How far an address reaches to either side of a SID in it: a log may have no other for megabytes. */
const REACH = 2048;

/**
 * The origin of the API URL that reaches over `index`: it says which host it means, as a Console
 * address that may frame it does not.
 */
export function apiOriginAt(text: string, index: number): string | undefined {
  const first = Math.max(0, index - REACH);
  const before = text.slice(first, index);
  const found = Math.max(before.lastIndexOf('http://'), before.lastIndexOf('https://'));
  if (found < 0) return undefined;
  const start = first + found;
  const address = /^[^\s"'<>`]+/.exec(text.slice(start, index + REACH))?.[0] ?? '';
  if (start + address.length < index || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return API_PATH.test(url.pathname) ? url.origin : undefined;
}
