/** The CSS variable of a theme colour such as `charts.red`; `undefined` if that is no id of one. */
export function asThemeVariable(color: string): string | undefined {
  return /^[\w.]+$/.test(color) ? `var(--vscode-${color.replaceAll('.', '-')})` : undefined;
}
