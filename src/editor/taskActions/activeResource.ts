import { TabInputText, window } from 'vscode';
import { parseDocumentUri, readUri } from '../../core/documents/documentUri.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { readFetchArgument } from '../../core/references/commandArgument.ts';
import {
  isTask,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import { TaskRouterFailure } from '../../core/taskrouter/failure.ts';
import type { VisiblePages } from '../details/visiblePages.ts';

/**
 * The resource that a command is about: its argument's, else that of the active page or editor.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeResource(
  argument: unknown,
  directory: ProfileDirectory,
  pages: VisiblePages,
): ProfiledResource | undefined {
  const resource = namedResource(argument, pages);
  if (resource !== undefined && directory.find(resource.profileId) === undefined) {
    throw new TaskRouterFailure({ kind: 'unknownProfile', profileId: resource.profileId });
  }
  return resource;
}

/** The same, whether there is its profile or not. */
export function namedResource(
  argument: unknown,
  pages: VisiblePages,
): ProfiledResource | undefined {
  const address = readUri(argument);
  const addressed = address && parseDocumentUri(address);
  if (addressed !== undefined) return addressed;
  const asked = readFetchArgument(argument);
  if (asked.kind === 'refused') return undefined;
  if (asked.kind !== 'reference') return pages.active ?? shownResource();
  const { reference, profileId } = asked;
  const { workspaceSid, taskSid } = reference;
  return workspaceSid === undefined || profileId === undefined
    ? undefined
    : { profileId, workspaceSid, taskSid };
}

/** The active text editor can be an output panel, while the document is what the user looks at. */
function shownResource(): ProfiledResource | undefined {
  const editor = window.activeTextEditor?.document.uri;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const tab = input instanceof TabInputText ? input.uri : undefined;
  return (editor && parseDocumentUri(editor)) ?? (tab && parseDocumentUri(tab));
}

/**
 * The Task that a command is about: its argument's, else that of the active page or editor.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeTask(
  argument: unknown,
  directory: ProfileDirectory,
  pages: VisiblePages,
): ProfiledTask | undefined {
  const resource = activeResource(argument, directory, pages);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}
