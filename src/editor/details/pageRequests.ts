import { env } from 'vscode';
import { jsonPath, printValue, valueAt } from '../../core/json/jsonValue.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { FromPage, PageCommand, PageView } from '../../webview/protocol.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import { taskUri } from '../documents/taskUri.ts';
import { copySid } from '../sids/copySid.ts';
import { openWebAddress } from '../ui/links.ts';
import { pageValue } from './composePage.ts';

/** What only the panel of a page can do. */
interface PanelActions {
  /** What the page shows. */
  readonly shown: () => PageView | undefined;
  readonly refresh: () => Promise<void>;
  readonly retryTimeline: () => void;
  readonly retryRouting: () => void;
  readonly dismissChanges: () => void;
}

/** Does what the user asks for on a page. */
export class PageRequests {
  readonly #task: ProfiledTask;
  readonly #panel: PanelActions;

  constructor(task: ProfiledTask, panel: PanelActions) {
    this.#task = task;
    this.#panel = panel;
  }

  async handle(message: Exclude<FromPage, { type: 'ready' | 'ping' }>): Promise<void> {
    switch (message.type) {
      case 'run':
        return this.#run(message.command);
      case 'open': {
        const uri = taskUri({ profileId: this.#task.profileId, ...message.resource });
        await executeCommand(commandIds.openResource, uri);
        return;
      }
      case 'browse':
        return this.#browse(message.at);
      case 'copy':
        return this.#copy(message);
    }
  }

  async #run(command: PageCommand): Promise<void> {
    const uri = taskUri(this.#task);
    switch (command) {
      case 'refresh':
        return this.#panel.refresh();
      case 'timeline':
        this.#panel.retryTimeline();
        return;
      case 'routing':
        this.#panel.retryRouting();
        return;
      case 'dismiss':
        this.#panel.dismissChanges();
        return;
      case 'watch':
        await executeCommand(commandIds.watchTask, uri);
        return;
      case 'unwatch':
        await executeCommand(commandIds.unwatchTask, uri);
        return;
      case 'json':
        await executeCommand(commandIds.openTaskJson, uri);
        return;
      case 'compare':
        await executeCommand(commandIds.compareTask, uri);
        return;
      case 'copyAs':
        await executeCommand(commandIds.copyAs, uri);
        return;
      case 'console':
        await executeCommand(commandIds.openInConsole, uri);
        return;
      case 'ownProfile':
        await executeCommand(commandIds.useOwnProfile);
        return;
      case 'togglePrivacy':
        await executeCommand(commandIds.togglePrivacyMode);
        return;
      case 'copySid':
        return copySid(this.#task.taskSid);
    }
  }

  /** Opens only links that the page shows, and only in a browser. */
  async #browse(at: number): Promise<void> {
    const content = this.#panel.shown()?.content;
    const link = content?.kind === 'task' ? content.view.links[at] : undefined;
    if (link?.isWeb === true) await openWebAddress(link.url);
  }

  async #copy({ part, at, what }: Extract<FromPage, { type: 'copy' }>): Promise<void> {
    const page = this.#panel.shown();
    const value = page && pageValue(page.content, part);
    const found = value && valueAt(value, at);
    if (value === undefined || found === undefined) return;
    const text = what === 'path' ? jsonPath(value, at) : printValue(found.value);
    if (text !== undefined) await env.clipboard.writeText(text);
  }
}
