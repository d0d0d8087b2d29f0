const API_PATH = /\/v\d+\/workspaces\//i;

/** Whether an address of TaskRouter's API, with a host, is a part of a text, framed in another or not. */
export function holdsApiUrl(text: string): boolean {
  // One pattern for both would begin anew at each of many schemes.
  const scheme = text.indexOf('://');
  return scheme >= 0 && API_PATH.test(text.slice(scheme));
}
