const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * A base URL that credentials may go to: https, or http on loopback, where no wire is. Without a
 * final slash; nothing for any other text.
 */
export function parseBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  const plain = [username, password, search, hash].every((part) => part === '');
  return safe && plain ? origin + pathname.replace(/\/+$/, '') : undefined;
}
