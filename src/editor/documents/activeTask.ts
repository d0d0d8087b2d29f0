import { TabInputText, window } from 'vscode';
import { parseTaskAddress } from '../../core/documents/taskAddress.ts';
import { TaskRouterFailure } from '../../core/failures/taskRouterFailure.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { readFetchArgument } from '../../core/references/readFetchArgument.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';

/**
 * The Task whose document a command is about: its argument's, else the active editor's.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeTask(
  argument: unknown,
  directory: ProfileDirectory,
): ProfiledTask | undefined {
  const task = readTask(argument);
  if (task !== undefined && directory.find(task.profileId) === undefined) {
    throw new TaskRouterFailure({ kind: 'unknownProfile', profileId: task.profileId });
  }
  return task;
}

function readTask(argument: unknown): ProfiledTask | undefined {
  const asked = readFetchArgument(argument);
  if (asked.kind === 'refused') return undefined;
  if (asked.kind !== 'reference') return shownTask();
  const { reference, profileId } = asked;
  const { workspaceSid, taskSid } = reference;
  return workspaceSid === undefined || profileId === undefined
    ? undefined
    : { profileId, workspaceSid, taskSid };
}

/** The active text editor can be an output panel, while the Task is what the user looks at. */
function shownTask(): ProfiledTask | undefined {
  const editor = window.activeTextEditor?.document.uri;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const tab = input instanceof TabInputText ? input.uri : undefined;
  return (editor && parseTaskAddress(editor)) ?? (tab && parseTaskAddress(tab));
}
