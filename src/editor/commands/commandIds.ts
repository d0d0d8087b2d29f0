import type { Uri } from 'vscode';
import type { NamedResource } from '../../core/references/namedResource.ts';
import type { FailureNode, LoadMoreNode, TreeNode } from '../../core/tree/treeNode.ts';

/**
 * A Task: its SID or URL as text, the Uri of its document, or an object with its SIDs, such as a
 * tree row.
 */
type TaskArgument =
  | string
  | Uri
  | { readonly taskSid: string; readonly workspaceSid?: string; readonly profile?: string };

/** The Uri of a resource's document, or a SID with its context and the profile to use. */
type ResourceArgument = Uri | (NamedResource & { readonly profile?: string });

/** The SID of a TaskQueue, with where it is and the profile to read it with, where they are known. */
interface QueueArgument {
  readonly sid: string;
  readonly workspaceSid?: string;
  readonly profile?: string;
}

/** Where a SID is in an open document, counted from 0. */
interface SidPosition {
  /** Its Uri. */
  readonly document: string;
  readonly line: number;
  readonly character: number;
}

/** A row that has a document: a Task or another resource. */
interface NodeWithDocument {
  readonly profile: string;
  readonly workspaceSid: string;
  readonly taskSid?: string;
  readonly sid?: string;
}

declare const signature: unique symbol;

/**
 * A command's id, with the types of its argument and its result. The types hold for callers in this
 * code only. Other extensions, key bindings and links run commands too, so handlers read their
 * argument as `unknown`.
 */
export type CommandId<F> = string & { readonly [signature]: F };

function id<F extends (...args: never[]) => unknown>(text: string): CommandId<F> {
  return text as CommandId<F>;
}

/**
 * All commands. Public ones must not change, as key bindings and other extensions use them. The
 * others begin with an underscore, and are for this extension's own menus and links.
 */
export const commandIds = {
  /** Opens a Task as set by `taskrouter.openTaskAs`. Without an argument, the user is asked. */
  fetchTask: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.fetchTask'),
  openTaskJson: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.openTaskJson'),
  openTaskDetails: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.openTaskDetails'),
  /** Opens the page of a Task at the section about its routing. */
  explainRouting: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.explainRouting'),
  /** Finds out why the Task of a document waits, and shows it above the text. */
  readRouting: id<(document: Uri) => void>('_taskrouter.readRouting'),
  /** The argument is a SID, or an expression over attributes. */
  findTasks: id<(text?: string) => Uri | undefined>('taskrouter.findTasks'),
  openResource: id<(resource: ResourceArgument) => Uri | undefined>('_taskrouter.openResource'),
  /** Reads the friendly names of the TaskQueues beside the one with this SID. */
  readNames: id<(queue: QueueArgument) => void>('_taskrouter.readNames'),
  /** The argument is the Uri of an open document; by default, that of the active editor. */
  tryWorkflow: id<(document?: Uri) => Uri | undefined>('taskrouter.tryWorkflow'),
  /** Applies the fix of a SID, given its position in an open document. */
  fixSid: id<(at: SidPosition) => void>('_taskrouter.fixSid'),
  copySid: id<(sid: string | TreeNode) => void>('_taskrouter.copySid'),

  // Without an argument, these are for the active document or page.
  refreshTask: id<(task?: TaskArgument) => Uri | undefined>('taskrouter.refreshTask'),
  toggleAttributes: id<(document?: Uri) => void>('taskrouter.toggleAttributes'),
  watchTask: id<(task?: TaskArgument) => void>('taskrouter.watchTask'),
  unwatchTask: id<(task?: TaskArgument) => void>('taskrouter.unwatchTask'),
  /** Watches what was watched before the window was reloaded. */
  watchAgain: id<() => void>('_taskrouter.watchAgain'),
  /** Selects the Task in the side bar. */
  revealTask: id<(task?: TaskArgument) => void>('taskrouter.revealTask'),
  compareTask: id<(task?: TaskArgument) => void>('taskrouter.compareTask'),
  /** Asks which of the earlier fetches to compare with. */
  compareTaskWith: id<(task?: TaskArgument) => void>('taskrouter.compareTaskWith'),
  copyAs: id<(task?: TaskArgument) => void>('taskrouter.copyAs'),
  saveTaskAs: id<(task?: TaskArgument) => void>('taskrouter.saveTaskAs'),
  openInConsole: id<(task?: TaskArgument) => void>('taskrouter.openInConsole'),
  /** Shows the full message about a document that could not be fetched. */
  explainFailure: id<(document: Uri) => void>('_taskrouter.explainFailure'),

  // Those that return a string return the id of the added or selected profile.
  addProfile: id<() => string | undefined>('taskrouter.addProfile'),
  removeProfile: id<() => void>('taskrouter.removeProfile'),
  switchProfile: id<() => string | undefined>('taskrouter.switchProfile'),
  importProfiles: id<() => string | undefined>('taskrouter.importProfiles'),
  /** Asks for new credentials of a profile, given by its id. Returns whether there are any. */
  changeCredentials: id<(profileId?: string) => boolean>('_taskrouter.changeCredentials'),
  /** Asks for the same credentials in another region. */
  changeRegion: id<(profileId?: string) => string | undefined>('_taskrouter.changeRegion'),
  /** Leaves the sample for the only profile of the user, or asks. Returns its id. */
  useOwnProfile: id<() => string | undefined>('_taskrouter.useOwnProfile'),

  refreshWorkspaces: id<() => void>('taskrouter.refreshWorkspaces'),
  /** What a click on a row with a document does: opens a preview, or keeps it if repeated. */
  openRow: id<(row: NodeWithDocument) => Uri | undefined>('_taskrouter.openRow'),
  /** What Enter does in a view, besides the click: opens the selected row, and keeps its tab. */
  keepRow: id<(view: 'workspaces' | 'recent') => void>('_taskrouter.keepRow'),
  /** Keeps the active page open. */
  keepPage: id<() => void>('_taskrouter.keepPage'),
  filterTasks: id<(row?: TreeNode) => void>('taskrouter.filterTasks'),
  clearFilter: id<() => void>('taskrouter.clearFilter'),
  collapseAll: id<() => void>('_taskrouter.collapseAll'),
  loadMoreTasks: id<(row: LoadMoreNode) => void>('taskrouter.loadMoreTasks'),
  /** Loads rows again after a failure, given the row that shows it. */
  retryRow: id<(row: FailureNode) => void>('_taskrouter.retryRow'),
  pinTask: id<(row: TaskArgument) => void>('_taskrouter.pinTask'),
  unpinTask: id<(row: TaskArgument) => void>('_taskrouter.unpinTask'),
  removeTask: id<(row: TaskArgument) => void>('_taskrouter.removeTask'),
  /** Shows the full message about a view without rows. */
  explainGap: id<() => void>('_taskrouter.explainGap'),
  /** Replaces the credentials of the active profile, and lists its Workspaces again. */
  mendProfile: id<() => void>('_taskrouter.mendProfile'),

  togglePrivacyMode: id<() => void>('taskrouter.togglePrivacyMode'),
  exploreSample: id<() => void>('taskrouter.exploreSample'),
  openSampleFile: id<() => void>('_taskrouter.openSampleFile'),
  showLog: id<() => void>('taskrouter.showLog'),
};
