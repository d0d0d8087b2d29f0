import type { TaskRouterServer } from './server/taskRouterServer.ts';

/** A Twilio account that exists on this machine only: what an editor needs to use it. */
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
  /** A few words on what it is. */
  readonly what: string;
}
