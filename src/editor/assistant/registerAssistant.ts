import { Disposable, lm } from 'vscode';
import { lazily } from '../../core/base/lazily.ts';
import type { Services } from '../services.ts';

/** As package.json declares it. */
const TOOL = 'taskrouter_fetchTask';

/** Registers the tool that fetches a Task for a chat; nothing where the editor has no such tools. */
export function registerAssistant(services: Services): Disposable {
  // The type says that it is there: editors that are built from VS Code leave it out.
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
