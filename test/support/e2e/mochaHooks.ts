import type { Context } from 'mocha';
import { onStopped } from '../process/onStopped.ts';
import { progress } from '../progress.ts';
import { editorProcesses, openSessions, sharedAccount } from './openSessions.ts';

/** Takes a screenshot when a test fails, and closes its editors. */
export const mochaHooks = {
  beforeAll(): void {
    onStopped(() => process.exit(130));
    editorProcesses.pool();
  },
  async afterEach(this: Context): Promise<void> {
    const test = this.currentTest;
    if (!test?.isFailed()) return;
    for (const session of openSessions) {
      progress(`      see ${await session.capture(`failed ${test.fullTitle()}`)}`);
    }
  },
  async afterAll(): Promise<void> {
    for (const session of openSessions) await session.close();
    await editorProcesses.dispose();
    await sharedAccount.dispose();
  },
};
