import { l10n, window, type QuickPickItem, type Uri } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { message } from '../../core/messages/message.ts';
import { describeStatus } from '../../core/resources/taskStatus.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import { workspaceLabel } from '../../core/taskrouter/resourceLabel.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import { searchExpression } from '../../core/tasks/search/searchExpression.ts';
import { parseSearchQuery, type SearchQuery } from '../../core/tasks/search/searchQuery.ts';
import {
  describeNoResults,
  searchTasks,
  type FoundTask,
  type TaskSearchResult,
} from '../../core/tasks/search/taskSearch.ts';
import { describeTaskRow } from '../../core/tree/taskRow.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import type { LoadedServices } from '../services.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts, localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { runWithProgress } from '../ui/progress.ts';
import { askFor } from '../ui/quickInput.ts';
import { tryAnotherProfile } from './profileActions.ts';

type TasksFinderServices = Pick<
  LoadedServices,
  'chooseProfile' | 'profiles' | 'connections' | 'workspaceNames' | 'runner'
>;

type ValidQuery = Extract<SearchQuery, { valid: true }>;

interface FoundItem extends QuickPickItem {
  readonly task?: FoundTask;
}

/** Find TaskRouter Tasks…: searches for Tasks by a call, a conversation or any attribute. */
export class TasksFinder {
  readonly #services: TasksFinderServices;
  readonly #fetchTask: (argument: unknown) => Promise<Uri | undefined>;

  /** @param fetchTask the command Fetch TaskRouter Task */
  constructor(
    services: TasksFinderServices,
    fetchTask: (argument: unknown) => Promise<Uri | undefined>,
  ) {
    this.#services = services;
    this.#fetchTask = fetchTask;
  }

  /**
   * Lists the Tasks found, and opens the selected one. Returns the Uri of its document.
   *
   * @param argument a SID is searched for at once; any other text is prefilled
   */
  async find(argument: unknown): Promise<Uri | undefined> {
    const { chooseProfile, connections, workspaceNames, runner } = this.#services;
    const given = typeof argument === 'string' ? argument : '';
    const parsed = parseSearchQuery(given);
    const asked =
      searchExpression(given.trim()) !== undefined ? parsed : await askWhatToFind(given);
    if (asked?.valid !== true) return undefined;
    const profileId = await chooseProfile();
    if (profileId === undefined) return undefined;
    const look = async () => {
      const result = await runWithProgress(l10n.t('Looking for Tasks…'), async (signal) => {
        const { source } = await untilAborted(connections.open(profileId), signal);
        const onWorkspaces = workspaceNames.add.bind(workspaceNames, profileId);
        return searchTasks(source, asked.expression, onWorkspaces, signal);
      });
      const only = onlyResult(result);
      if (only !== undefined) return this.#open(profileId, only);
      if (result.found.length > 0) return this.#pick(profileId, result);
      this.#tellNothing(asked.sought, asked.expression, profileId, result);
      return undefined;
    };
    return runner.run('find Tasks', () => this.#orEdit(look, asked), profileId);
  }

  /** Leads from an expression that TaskRouter refuses back to it, with Twilio's words. */
  async #orEdit(
    look: () => Promise<Uri | undefined>,
    { sought, expression }: ValidQuery,
  ): Promise<Uri | undefined> {
    try {
      return await look();
    } catch (error) {
      const failure = asFailure(error);
      if (failure?.kind !== 'badRequest') throw error;
      this.#services.runner.showMessage('error', failureSentence(failure), [
        {
          title: message('Edit Expression…'),
          run: async () => executeCommand(commandIds.findTasks, sought ?? expression),
        },
      ]);
      return undefined;
    }
  }

  #open(profile: string, { workspace, taskSid }: FoundTask): Promise<Uri | undefined> {
    return this.#fetchTask({ workspaceSid: workspace.sid, taskSid, profile });
  }

  async #pick(
    profileId: string,
    { found, more, failures }: TaskSearchResult,
  ): Promise<Uri | undefined> {
    const profile = this.#nameOf(profileId);
    const unread = failures.map(({ workspace, failure }): FoundItem => ({
      label: l10n.t(
        '$(warning) {0} was not searched',
        plainText(workspaceLabel(workspace, present())),
      ),
      detail: plainText(localize(failureSentence(failure))),
    }));
    const cut = more.map((workspace): FoundItem => {
      const name = workspaceLabel(workspace, present());
      return {
        label: l10n.t('$(info) {0} has more than these', plainText(name)),
        detail: l10n.t('Narrow the expression, or use Filter Tasks… in the side bar'),
      };
    });
    const chosen = await window.showQuickPick<FoundItem>(
      [...found.map((task) => toItem(task, profile)), ...cut, ...unread],
      {
        title: l10n.t('Tasks Found with “{0}”', plainText(profile)),
        placeHolder: l10n.t('Select the Task to open'),
        matchOnDescription: true,
        matchOnDetail: true,
        ignoreFocusOut: true,
      },
    );
    return chosen?.task && this.#open(profileId, chosen.task);
  }

  #tellNothing(
    sought: string | undefined,
    expression: string,
    profileId: string,
    { workspaces, failures }: TaskSearchResult,
  ): void {
    const { profiles, runner } = this.#services;
    const shown = sought && present().line(sought);
    const searched = workspaces.length - failures.length;
    const text = describeNoResults(shown, searched, this.#nameOf(profileId));
    const [failed] = failures;
    const whole =
      failed === undefined
        ? text
        : message(
            '{0} {1} more could not be searched: {2}',
            text,
            failures.length,
            failureSentence(failed.failure),
          );
    runner.showMessage('information', whole, [
      {
        title: message('Find Again…'),
        // Prefilled with the last search, to be corrected.
        run: async () => executeCommand(commandIds.findTasks, sought ?? expression),
      },
      ...tryAnotherProfile(profiles, () => this.find(sought ?? expression)),
    ]);
  }

  #nameOf(profileId: string): string {
    return this.#services.profiles.find(profileId)?.name ?? profileId;
  }
}

async function askWhatToFind(value: string) {
  const { checkTaskExpression } = await import('../../core/routing/routingApi.ts');
  return askFor({
    title: l10n.t('Find TaskRouter Tasks'),
    prompt: l10n.t(
      'Enter a phone number, an e-mail address, a name, the SID of a call or conversation, or an expression',
    ),
    placeholder: l10n.t('+1 500 555 0006, CA…, CH… or {0}', "customer_id == '4711'"),
    value,
    read: (text) => {
      const result = parseSearchQuery(text);
      if (!result.valid) return result;
      const { sought, hint, expression } = result;
      if (sought === undefined) return { value: result, ...checkTaskExpression(expression) };
      const remark = hint && ({ severity: 'hint', message: hint } as const);
      return { value: result, valid: true, ...(remark !== undefined && { remark }) };
    },
  });
}

/** The only Task that was found, if there is certainly no other. */
function onlyResult({ found, more, failures }: TaskSearchResult): FoundTask | undefined {
  return found.length === 1 && more.length + failures.length === 0 ? found[0] : undefined;
}

function toItem(task: FoundTask, profile: string): FoundItem {
  const { workspace, taskSid, text } = task;
  const now = Date.now();
  const summary = summarizeTask(text);
  const shown = present();
  const status = shown.line(summary.status ?? '');
  const facts = { taskSid, summary, fetchedAt: now, deleted: false };
  const row = describeTaskRow(facts, { profile, present: shown, now, clock: formatTime });
  return {
    label: plainText(joinFacts(row.label)),
    description: plainText(joinFacts([describeStatus(status || undefined), ...row.description])),
    detail: plainText(`${workspaceLabel(workspace, shown)} · ${taskSid}`),
    task,
  };
}
