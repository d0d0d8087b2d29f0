import { Disposable, lm, type LanguageModelTool } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { lazily } from '../../core/base/lazily.ts';
import type { Services } from '../services.ts';

/**
 * Registers the tools that fetch a Task and explain its routing for a chat, if the editor supports
 * language model tools.
 */
export function registerAssistant(services: Services): Disposable {
  // Some editors that are built from VS Code lack this API, although its type says otherwise.
  const { registerTool } = (lm as Partial<typeof lm> | undefined) ?? {};
  if (registerTool === undefined) return new Disposable(() => undefined);
  const all = new DisposableStore();
  /** @param name that in package.json */
  const register = (name: string, create: () => Promise<Required<LanguageModelTool<unknown>>>) => {
    const load = lazily(create);
    const tool: LanguageModelTool<unknown> = {
      prepareInvocation: async (options, token) => (await load()).prepareInvocation(options, token),
      invoke: async (options, token) => (await load()).invoke(options, token),
    };
    all.add(registerTool(name, tool));
  };
  register('taskrouter_fetchTask', async () =>
    (await import('./taskTool.ts')).createTaskTool(await services.load()),
  );
  register('taskrouter_explainRouting', async () =>
    (await import('./explainTool.ts')).createExplainTool(await services.load()),
  );
  return new Disposable(() => {
    all.dispose();
  });
}
