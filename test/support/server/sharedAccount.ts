import { startTestAccount, type TestAccount } from './testAccount.ts';

/** Sessions shorten it to half a second, see `EditorProcess`. */
export const WATCH_INTERVAL_SECONDS = 7;

/**
 * One test account and its settings for several sessions: the address of another server would be another host to
 * the extension, and other settings need a new window.
 */
export class SharedAccount {
  #account: Promise<TestAccount> | undefined;

  /** The account, as if it had just been started. */
  async take(): Promise<TestAccount> {
    this.#account ??= startTestAccount();
    const account = await this.#account;
    account.server.reset();
    return { ...account, settings: { ...account.settings, ...settings } };
  }

  async dispose(): Promise<void> {
    const account = await this.#account;
    this.#account = undefined;
    await account?.close();
  }
}

const settings: Readonly<Record<string, unknown>> = {
  'taskrouter.watchIntervalSeconds': WATCH_INTERVAL_SECONDS,
  // With a query that VS Code's `Uri` would change.
  'taskrouter.consoleUrlTemplate':
    'https://www.twilio.com/console/taskrouter/workspaces/{workspaceSid}/tasks/{taskSid}?frameUrl=%2Fconsole%2Ftasks%3Fa%3D1%26b%253D%2B2',
  // Renders the terminal as text in the page.
  'terminal.integrated.gpuAcceleration': 'off',
};
