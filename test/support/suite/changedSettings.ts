import { ConfigurationTarget, workspace } from 'vscode';

/** Changes user settings, and restores them when disposed. */
export class ChangedSettings {
  readonly #before = new Map<string, unknown>();

  async set(key: string, value: unknown): Promise<void> {
    const inspected = workspace.getConfiguration().inspect<unknown>(key);
    if (!this.#before.has(key)) this.#before.set(key, inspected?.globalValue);
    if (inspected?.globalValue === value) return;
    await workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
  }

  async dispose(): Promise<void> {
    for (const [key, value] of this.#before) await this.set(key, value);
  }
}
