import { l10n } from 'vscode';
import { explanationForModel } from '../../core/assistant/explanationForModel.ts';
import { presenter } from '../../core/privacy/presenter.ts';
import type { LoadedServices } from '../services.ts';
import { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';
import { ConfirmedTool, type ToolServices } from './confirmedTool.ts';

/**
 * Explains to a language model how one Task is routed, after the user has confirmed it. It is always masked:
 * the names and attributes of many Workers are in it.
 */
export class ExplainTool extends ConfirmedTool {
  constructor(
    services: ToolServices & Pick<LoadedServices, 'explanations'>,
    finder: Pick<WorkspaceFinder, 'search'>,
  ) {
    const { explanations } = services;
    super(services, finder, {
      question: l10n.t('Explain the routing of a TaskRouter Task in this chat?'),
      progress: (taskSid) => l10n.t('Finding out why Task {0} is waiting…', taskSid),
      answer: async ({ task, profile }, signal) => {
        const explanation = await explanations.explain(task, presenter(true), signal);
        return explanationForModel(explanation, task.taskSid, profile.name);
      },
    });
  }
}

/** Creates the chat tool. Loaded on its first use. */
export function createExplainTool(services: LoadedServices): ExplainTool {
  return new ExplainTool(services, new WorkspaceFinder(services));
}
