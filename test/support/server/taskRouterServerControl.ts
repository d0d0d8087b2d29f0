import type { DemoTask } from './demoTasks.ts';
import { wireFault, type Fault } from './fault.ts';
import type { RecordedRequest } from './taskRouterServer.ts';

/** Controls a `TaskRouterServer` in another process. Rejects if the server returns an error. */
export class TaskRouterServerControl {
  readonly #url: string;

  /** @param url the server's, such as `http://127.0.0.1:4010` */
  constructor(url: string) {
    this.#url = url;
  }

  async requests(): Promise<readonly RecordedRequest[]> {
    return (await this.#ask('GET', 'requests')) as RecordedRequest[];
  }

  /**
   * Polls until the record of requests matches.
   *
   * @param timeoutMs after which it rejects with the recorded requests. Default: 5 s
   */
  async waitForRequests(
    wanted: (requests: readonly RecordedRequest[]) => boolean,
    timeoutMs = 5000,
  ): Promise<readonly RecordedRequest[]> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const requests = await this.requests();
      if (wanted(requests)) {
        return requests;
      }
      if (Date.now() > deadline) {
        const seen = JSON.stringify(requests, undefined, 2);
        throw new Error(`Not the wanted requests within ${timeoutMs} ms, but ${seen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Tasks worth showing to a new user. */
  async demoTasks(): Promise<readonly DemoTask[]> {
    return (await this.#ask('GET', 'demo-tasks')) as DemoTask[];
  }

  async fault(fault: Fault): Promise<void> {
    await this.#ask('POST', 'faults', wireFault.toJson(fault));
  }

  /** @param body sent unchanged */
  async putTask(workspaceSid: string, taskSid: string, body: string): Promise<void> {
    await this.#ask('POST', 'tasks', JSON.stringify({ workspaceSid, taskSid, body }));
  }

  async removeTask(workspaceSid: string, taskSid: string): Promise<void> {
    await this.#ask('DELETE', `tasks/${workspaceSid}/${taskSid}`);
  }

  /** @returns the simulation's time in ms since the epoch */
  async now(): Promise<number> {
    return ((await this.#ask('GET', 'clock')) as { now: number }).now;
  }

  /** @returns the simulation's new time in ms since the epoch */
  async advanceClock(seconds: number): Promise<number> {
    const body = JSON.stringify({ advanceSeconds: seconds });
    return ((await this.#ask('POST', 'clock', body)) as { now: number }).now;
  }

  async reset(): Promise<void> {
    await this.#ask('POST', 'reset');
  }

  async #ask(method: string, path: string, body?: string): Promise<unknown> {
    const init = body === undefined ? { method } : { method, body };
    const response = await fetch(`${this.#url}/_test/${path}`, init);
    if (!response.ok) {
      throw new Error(`${method} /_test/${path}: ${response.status}`);
    }
    return response.json();
  }
}
