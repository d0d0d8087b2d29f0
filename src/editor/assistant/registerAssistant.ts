import { Disposable, lm } from 'vscode';
import { lazily } from '../../core/base/lazily.ts';
import type { Services } from '../services.ts';

/** The name in package.json. */
const TOOL = 'taskrouter_fetchTask';

/**
 * Registers the tool that fetches a Task for a chat, if the editor supports language model tools.
 */
export function registerAssistant(services: Services): Disposable {
  // Some editors that are built from VS Code lack this API, although its type says otherwise.
  const { registerTool } = (lm as Partial<typeof lm> | undefined) ?? {};
  if (registerTool === undefined) return new Disposable(() => undefined);
  const load = lazily(async () => {
    const [{ createTaskTool }, loaded] = await Promise.all([
      import('./taskTool.ts'),
      services.load(),
    ]);
    return createTaskTool(loaded);
  });
  return registerTool<unknown>(TOOL, {
    prepareInvocation: async (options) => (await load()).prepareInvocation(options),
    invoke: async (options, token) => (await load()).invoke(options, token),
  });
}
