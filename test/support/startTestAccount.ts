import { demoTasks } from '../../src/sample/demoTasks.ts';
import { TaskRouterServer } from './server/taskRouterServer.ts';
import { testCredentials } from './server/testCredentials.ts';
import type { TestAccount } from './testAccount.ts';

/** Starts the test server and says how an editor reaches it. */
export async function startTestAccount(): Promise<TestAccount> {
  const server = await TaskRouterServer.start();
  return {
    server,
    env: {
      TWILIO_ACCOUNT_SID: testCredentials.accountSid,
      TWILIO_AUTH_TOKEN: testCredentials.authToken,
    },
    settings: { 'taskrouter.apiBaseUrl': server.url },
    tasks: demoTasks(server.simulation),
    close: () => server.close(),
  };
}
