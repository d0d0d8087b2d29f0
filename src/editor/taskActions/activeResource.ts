import { TabInputText, window } from 'vscode';
import { parseDocumentUri, readUri } from '../../core/documents/documentUri.ts';
import type { Message } from '../../core/messages/message.ts';
import { readFetchArgument } from '../../core/references/commandArgument.ts';
import {
  isTask,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import { TaskRouterFailure } from '../../core/taskrouter/failure.ts';
import type { VisiblePages } from '../details/visiblePages.ts';
import type { Services } from '../services.ts';

type ActiveServices = Pick<Services, 'profiles' | 'visiblePages'>;

/**
 * The resource of a command: its argument's, or else that of the active page or editor.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeResource(
  argument: unknown,
  { profiles, visiblePages }: ActiveServices,
): ProfiledResource | undefined {
  const resource = namedResource(argument, visiblePages);
  if (resource !== undefined && profiles.find(resource.profileId) === undefined) {
    throw new TaskRouterFailure({ kind: 'unknownProfile', profileId: resource.profileId });
  }
  return resource;
}

/** Like `activeResource`, but its profile need not exist. */
export function namedResource(
  argument: unknown,
  visiblePages: VisiblePages,
): ProfiledResource | undefined {
  const address = readUri(argument);
  const addressed = address && parseDocumentUri(address);
  if (addressed !== undefined) return addressed;
  const asked = readFetchArgument(argument);
  if (asked.kind === 'refused') return undefined;
  if (asked.kind !== 'reference') return visiblePages.active ?? shownResource();
  const { reference, profileId } = asked;
  const { workspaceSid, taskSid } = reference;
  return workspaceSid === undefined || profileId === undefined
    ? undefined
    : { profileId, workspaceSid, taskSid };
}

/** The active text editor may be an output panel, while the user looks at a document. */
function shownResource(): ProfiledResource | undefined {
  const editor = window.activeTextEditor?.document.uri;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const tab = input instanceof TabInputText ? input.uri : undefined;
  return (editor && parseDocumentUri(editor)) ?? (tab && parseDocumentUri(tab));
}

/**
 * The Task of a command: its argument's, or else that of the active page or editor.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeTask(argument: unknown, services: ActiveServices): ProfiledTask | undefined {
  const resource = activeResource(argument, services);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}

/** Like `activeTask`, but tells the user if there is no Task. */
export function requireTask(
  argument: unknown,
  services: ActiveServices & Pick<Services, 'runner'>,
  otherwise: Message,
): ProfiledTask | undefined {
  const task = activeTask(argument, services);
  if (task === undefined) services.runner.showMessage('information', otherwise);
  return task;
}
