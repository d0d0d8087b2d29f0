import type { Uri } from 'vscode';
import type { NamedResource } from '../../core/references/namedResource.ts';
import type { FailureNode, LoadMoreNode, TreeNode } from '../../core/tree/treeNode.ts';

/** A Task: its SID or address as text, the Uri of its document, or its SIDs, as a row has them. */
type TaskArgument =
  | string
  | Uri
  | { readonly taskSid: string; readonly workspaceSid?: string; readonly profile?: string };

/** The document of any resource, or what a SID names with the profile to read it with. */
type ResourceArgument = Uri | (NamedResource & { readonly profile?: string });

/** The SID of a TaskQueue, with where it is and the profile to read it with, where they are known. */
interface QueueArgument {
  readonly sid: string;
  readonly workspaceSid?: string;
  readonly profile?: string;
}

declare const signature: unique symbol;

/**
 * A command's id, with the types of its argument and its result. They bind the callers in this code only:
 * other extensions, key bindings and links run commands too, so what runs reads its argument as `unknown`.
 */
export type CommandId<F> = string & { readonly [signature]: F };

const id = <F extends (...args: never[]) => unknown>(text: string) => text as CommandId<F>;

/**
 * Every command. The public ones stay as they are, for key bindings and other extensions; those that begin
 * with an underscore are for our own menus and links.
 */
export const commandIds = {
  /** Opens a Task as `taskrouter.openTaskAs` says. Without an argument, the user is asked. */
  fetchTask: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.fetchTask'),
  openTaskJson: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.openTaskJson'),
  openTaskDetails: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.openTaskDetails'),
  /** Takes a SID, or an expression over attributes. */
  findTasks: id<(text?: string) => Uri | undefined>('taskrouter.findTasks'),
  openResource: id<(resource: ResourceArgument) => Uri | undefined>('_taskrouter.openResource'),
  /** Reads the friendly names of the TaskQueues beside the one with this SID. */
  readNames: id<(queue: QueueArgument) => void>('_taskrouter.readNames'),
  copySid: id<(sid: string | TreeNode) => void>('_taskrouter.copySid'),

  // Without an argument, these are about the active document or page.
  refreshTask: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.refreshTask'),
  toggleAttributes: id<(document?: Uri) => void>('taskrouter.toggleAttributes'),
  watchTask: id<(task?: TaskArgument) => void>('taskrouter.watchTask'),
  unwatchTask: id<(task?: TaskArgument) => void>('taskrouter.unwatchTask'),
  compareTask: id<(task?: TaskArgument) => void>('taskrouter.compareTask'),
  copyAs: id<(task?: TaskArgument) => void>('taskrouter.copyAs'),
  openInConsole: id<(task?: TaskArgument) => void>('taskrouter.openInConsole'),
  /** Shows the whole sentence about a document that could not be fetched. */
  explainFailure: id<(document: Uri) => void>('_taskrouter.explainFailure'),

  // Those that return a string give the id of the profile that was added or chosen.
  addProfile: id<() => string | undefined>('taskrouter.addProfile'),
  removeProfile: id<() => void>('taskrouter.removeProfile'),
  switchProfile: id<() => string | undefined>('taskrouter.switchProfile'),
  importProfiles: id<() => string | undefined>('_taskrouter.importProfiles'),
  /** Asks for other credentials of a profile, given by its id. True if there are some. */
  changeCredentials: id<(profileId?: string) => boolean>('_taskrouter.changeCredentials'),
  /** Asks for the same credentials in another region. */
  changeRegion: id<(profileId?: string) => string | undefined>('_taskrouter.changeRegion'),

  refreshWorkspaces: id<() => void>('taskrouter.refreshWorkspaces'),
  filterTasks: id<(row?: TreeNode) => void>('taskrouter.filterTasks'),
  clearFilter: id<() => void>('taskrouter.clearFilter'),
  loadMoreTasks: id<(row: LoadMoreNode) => void>('taskrouter.loadMoreTasks'),
  /** Reads again what could not be read, given the row that says so. */
  retryRow: id<(row: FailureNode) => void>('_taskrouter.retryRow'),
  pinTask: id<(row: TaskArgument) => void>('_taskrouter.pinTask'),
  unpinTask: id<(row: TaskArgument) => void>('_taskrouter.unpinTask'),
  removeTask: id<(row: TaskArgument) => void>('_taskrouter.removeTask'),
  /** Shows the whole sentence about a view without rows. */
  explainGap: id<() => void>('_taskrouter.explainGap'),
  /** Changes the credentials of the active profile, and lists its Workspaces again. */
  mendProfile: id<() => void>('_taskrouter.mendProfile'),

  exploreSample: id<() => void>('taskrouter.exploreSample'),
  /** Explores the sample, and opens one of its Tasks. */
  tourSample: id<() => void>('_taskrouter.tourSample'),
  openSampleFile: id<() => void>('_taskrouter.openSampleFile'),
  showLog: id<() => void>('taskrouter.showLog'),
};
