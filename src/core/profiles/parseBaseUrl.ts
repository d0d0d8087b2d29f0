/**
 * The hosts that VS Code never sends through a proxy (`useProxySettings` of `@vscode/proxy-agent`). Other
 * addresses of this machine, such as 127.0.0.2, are none of them.
 */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A base URL that credentials may go to: https, or http where nobody is on the way. Without a final
 * slash; nothing for any other text.
 */
export function parseBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  const plain = [username, password, search, hash].every((part) => part === '');
  return safe && plain ? origin + pathname.replace(/\/+$/, '') : undefined;
}
