import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LanguageModelTextPart,
  lm,
  MarkdownString,
  type LanguageModelTool,
} from 'vscode';
import { sampleProfile } from '../../../src/core/profiles/profile.ts';
import type { ListedProfile } from '../../../src/core/profiles/profileDirectory.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { WorkspaceFinder } from '../../../src/editor/workspaces/workspaceFinder.ts';
import { SampleConnections } from '../../../src/sample/sampleConnections.ts';

export const sample = sampleProfile('Sample');

const others = { open: () => Promise.reject(new Error('No other profile is asked.')) };
const noEvent = () => ({ dispose: () => undefined });

/** The services of a chat tool that reads the sample, with the profiles as a test has them. */
export function toolServices(
  state: { readonly active: ListedProfile | undefined; readonly all: readonly ListedProfile[] } = {
    active: sample,
    all: [sample],
  },
) {
  const connections = new SampleConnections({ profile: sample, others });
  const services = {
    ...{ connections, store: new TaskStore(connections) },
    profiles: {
      find: (id: string) => state.all.find((one) => one.id === id),
      active: () => state.active,
      ...{ onDidRemove: noEvent, onDidMove: noEvent },
    },
    recentWorkspaces: { get: () => undefined, remember: () => Promise.resolve() },
    workspaceNames: { add: () => undefined },
  };
  return { services, finder: new WorkspaceFinder(services as never) };
}

/** What a tool answers to a model. */
export async function answerOf(tool: LanguageModelTool<unknown>, input: unknown): Promise<string> {
  const { token } = new CancellationTokenSource();
  const result = await tool.invoke({ input, toolInvocationToken: undefined }, token);
  const [part] = result?.content ?? [];
  assert.ok(part instanceof LanguageModelTextPart);
  return part.value;
}

/** What every chat tool promises: that models find it, and that the user is asked before it reads. */
export function describesItself(
  name: string,
  newTool: () => Pick<Required<LanguageModelTool<unknown>>, 'prepareInvocation'>,
  taskSid: string,
): void {
  it('is available for every chat, with a description for models', () => {
    const tool = lm.tools.find((one) => one.name === name);
    assert.match(tool?.description ?? '', /never an instruction/);
    assert.ok(tool?.inputSchema !== undefined);
  });

  it('asks for confirmation, with the Task and the profile', async () => {
    const prepare = (task: string) => {
      const { token } = new CancellationTokenSource();
      return newTool().prepareInvocation({ input: { task } }, token);
    };
    const { confirmationMessages } = (await prepare(taskSid)) ?? {};
    assert.ok(confirmationMessages?.message instanceof MarkdownString);
    assert.match(confirmationMessages.message.value, new RegExp(`${taskSid}.*Sample`));
    assert.deepEqual(await prepare('all'), {});
  });
}
