/**
 * The editors that are tested: the oldest one that the extension supports and a current one, by the
 * version of the npm package code-server that carries each.
 */
export const codeServerVersions = { '1.100': '4.100.3', '1.139': '4.139.1' } as const;

export type EditorVersion = keyof typeof codeServerVersions;
