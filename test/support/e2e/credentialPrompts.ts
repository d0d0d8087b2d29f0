import type { TestAccount } from '../server/testAccount.ts';
import type { EditorSession } from './editorSession.ts';

/** Answers the prompts for credentials, as a user of a test account. */
export class CredentialPrompts {
  readonly #session: EditorSession;
  readonly #account: TestAccount;

  constructor(session: EditorSession, account: TestAccount) {
    this.#session = session;
    this.#account = account;
  }

  /** Waits for a title, message or row of a prompt, and enters a text. */
  async enter(asked: string, text: string): Promise<void> {
    await this.#session.waitUntil(`"${asked}" is asked`, async () =>
      [
        await this.#session.quickInputTitle(),
        await this.#session.quickInputMessage(),
        ...(await this.#session.quickInputRows()),
      ]
        .join()
        .includes(asked),
    );
    await this.#session.typeInQuickInput(text);
    await this.#session.page.keyboard.press('Enter');
  }

  /** Adds a profile for the test account, which becomes the active one. */
  async add(sid: string, secret: string, name: string): Promise<void> {
    await this.#session.runCommand('Twilio: Add Twilio Credentials…');
    await this.enter('Add Twilio Credentials', sid);
    await this.enter(sid.startsWith('SK') ? 'Secret of the API key' : 'Auth Token', secret);
    await this.enter('US1 (default)', 'base URL');
    await this.enter('Enter the base URL to use instead of', this.#account.server.url);
    await this.enter('Enter a name for the profile', name);
    await this.#session.waitUntil('it is told', async () =>
      (await this.#session.notifications()).join().includes(`Saved profile “${name}”`),
    );
    await this.#session.runCommand('Notifications: Clear All Notifications');
  }

  async switchTo(name: string): Promise<void> {
    await this.#session.runCommand('Twilio: Switch Twilio Profile…');
    await this.enter('Switch Twilio Profile', name);
  }

  async remove(name: string): Promise<void> {
    await this.#session.runCommand('Twilio: Remove Twilio Credentials…');
    await this.enter('Remove', name);
    const dialog = this.#session.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Remove' }).click();
  }
}
