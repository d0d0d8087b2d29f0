const API_PATH = /\/v\d+\/workspaces(?:\/|$)/i;

/**
 * The origin of the API URL that reaches over `index`: it says which host it means, as a Console
 * address that may frame it does not.
 */
export function apiOriginAt(text: string, index: number): string | undefined {
  const before = text.slice(0, index);
  const start = Math.max(before.lastIndexOf('http://'), before.lastIndexOf('https://'));
  const address = start < 0 ? '' : (/^[^\s"'<>`]+/.exec(text.slice(start))?.[0] ?? '');
  if (start + address.length < index || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return API_PATH.test(url.pathname) ? url.origin : undefined;
}
