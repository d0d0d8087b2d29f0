import { l10n, window } from 'vscode';
import { answerForModel } from '../../core/assistant/taskTool.ts';
import { presenter } from '../../core/privacy/presenter.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { present } from '../ui/present.ts';
import { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';
import { ConfirmedTool, type ToolServices } from './confirmedTool.ts';

/**
 * Fetches one Task for a language model, after the user has confirmed it. Attributes are masked
 * unless the user shares them for this Task. That is asked separately, as a tool can be confirmed
 * permanently.
 */
export class TaskTool extends ConfirmedTool {
  /** @param allow asks the user whether to share this Task's attributes with the model */
  constructor(
    services: ToolServices,
    finder: Pick<WorkspaceFinder, 'search'>,
    allow: (taskSid: string) => Promise<boolean>,
  ) {
    const { store } = services;
    super(services, finder, {
      question: l10n.t('Fetch a TaskRouter Task for this chat?'),
      progress: (taskSid) => l10n.t('Fetching Task {0}…', taskSid),
      answer: async ({ task, profile, request, found }, signal) => {
        const { text } = found ?? (await store.fetchTransient(task, signal, isDocumentOpen));
        const shared = request.withAttributes && !present().masks && (await allow(task.taskSid));
        return answerForModel(text, profile.name, shared ? present() : presenter(true));
      },
    });
  }
}

/** Creates the chat tool. Loaded on its first use. */
export function createTaskTool(services: LoadedServices): TaskTool {
  return new TaskTool(services, new WorkspaceFinder(services), allowAttributes);
}

/**
 * Asks whether to share a Task's attributes, which may contain personal data, with a language
 * model.
 */
async function allowAttributes(taskSid: string): Promise<boolean> {
  const share = l10n.t('Share Attributes');
  const question = l10n.t('Give this chat the attributes of Task {0}?', shortenSid(taskSid));
  const detail = l10n.t(
    'They may hold personal data, and the provider of the language model receives them. Without them, the chat gets the Task with masked attributes.',
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, share)) === share;
}
