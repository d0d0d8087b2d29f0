/**
 * The environment of an editor: this process's, without what would change the outcome. The terminal of
 * a VS Code sets `VSCODE_*`, a debugger NODE_OPTIONS, code-server obeys PORT and PASSWORD, and real
 * credentials must not reach a test.
 */
export function hostEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const unwanted =
    /^(TWILIO_|TASKROUTER_|VSCODE_|ELECTRON_|CODE_SERVER_|CS_|npm_|(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|EXTENSIONS_GALLERY)$)/;
  const own = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  const loopback = '127.0.0.1,localhost';
  return { ...Object.fromEntries(own), NO_PROXY: loopback, no_proxy: loopback, ...added };
}
