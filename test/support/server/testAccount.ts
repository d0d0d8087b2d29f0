import { demoTasks } from './demoTasks.ts';
import { TaskRouterServer } from './taskRouterServer.ts';
import { testCredentials } from './testCredentials.ts';

/** A simulated Twilio account on this machine, with what an editor needs to use it. */
export interface TestAccount {
  readonly server: TaskRouterServer;
  /** For the environment of the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** User settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Tasks worth looking at. */
  readonly tasks: readonly DemoTask[];
  close(): Promise<void>;
}

export interface DemoTask {
  readonly workspaceSid: string;
  readonly taskSid: string;
  /** A short description. */
  readonly what: string;
}

/** Starts the test server and returns how an editor reaches it. */
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
