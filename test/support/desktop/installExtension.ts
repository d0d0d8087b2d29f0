import { spawn } from 'node:child_process';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';

/** Installs a .vsix with VS Code's command line. Rejects with its output if it fails. */
export async function installExtension(order: InstallOrder): Promise<void> {
  const { vscodeExecutablePath, vsix, folders, env } = order;
  const [cli = '', ...first] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, {
    reuseMachineInstall: true,
  });
  const args = [...first, ...folders, '--install-extension', vsix];
  // On Windows, `code` is a batch file, which Node.js starts only with a shell (CVE-2024-27980).
  const shell = process.platform === 'win32';
  const quoted = (text: string) => (shell ? `"${text}"` : text);
  const child = spawn(quoted(cli), args.map(quoted), {
    ...{ env, shell, windowsHide: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = await new Promise<string | undefined>((resolve) => {
    child.once('error', ({ message }) => {
      resolve(message);
    });
    child.once('close', (code, signal) => {
      resolve(code === 0 ? undefined : `It ended with ${code ?? signal ?? 'no code'}.`);
    });
  });
  process.off('exit', stop);
  if (ended !== undefined) {
    throw new Error(`VS Code could not install ${vsix}. ${ended}\n${output.trim()}`);
  }
}

interface InstallOrder {
  readonly vscodeExecutablePath: string;
  readonly vsix: string;
  /** Arguments for the folders of extensions and user data. */
  readonly folders: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}
