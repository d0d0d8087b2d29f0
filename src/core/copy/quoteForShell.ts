/** Shells that commands are copied for. */
export type Shell = 'bash' | 'powershell';

/** An argument in single quotes, in which neither shell replaces anything. */
export function quoteForShell(text: string, shell: Shell): string {
  // PowerShell takes the four typographic ones for a single quote, too.
  const quoted =
    shell === 'bash' ? text.replaceAll("'", `'\\''`) : text.replace(/['\u2018-\u201b]/g, '$&$&');
  return `'${quoted}'`;
}
