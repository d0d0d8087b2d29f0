import { buildResourceUri, parseTaskUri } from '../core/documents/documentUri.ts';
import { asRecord } from '../core/json/jsonObject.ts';
import type { DeletedTaskView } from '../core/page/deletedTask.ts';
import type { LifecycleView } from '../core/page/lifecycle.ts';
import type { TimedText } from '../core/page/liveText.ts';
import type { RoutingView } from '../core/page/routing/routingView.ts';
import type { SidKinds } from '../core/page/sidKinds.ts';
import type { TaskDetailsView } from '../core/page/taskDetails.ts';
import type { TimelineView } from '../core/page/timeline.ts';
import type { ViewChanges } from '../core/page/viewChanges.ts';
import type { ProfileBadge } from '../core/profiles/profileBadge.ts';
import {
  parseResourcePath,
  resourcePath,
  type ProfiledTask,
  type ResourceReference,
} from '../core/resources/resourceReference.ts';
import type { PageStrings } from './pageStrings.ts';

/** A message to a details page. */
export type ToPage =
  /** Everything that it shows. */
  | { readonly type: 'show'; readonly page: PageView }
  /** The answer to each `ping`. */
  | { readonly type: 'pong' };

export interface PageView {
  /** The page's Task. Saved by the page, so that it can be restored after a reload. */
  readonly task: PageTask;
  /** BCP 47, for dates. */
  readonly locale: string;
  /** By the server's clock, in ms since the epoch: the page counts on from here. */
  readonly now: number;
  readonly strings: PageStrings;
  /** The kinds of resources that SIDs in the values refer to. */
  readonly sidKinds: SidKinds;
  readonly content: PageContent;
  readonly timeline: PageTimeline;
  /** Why the Task waits; absent where that is not asked. */
  readonly routing?: PageRouting;
  /** Set once, to scroll to that section. */
  readonly reveal?: 'routing';
  /** Shown at the top, such as why the page is stale, or that watching has ended. */
  readonly notices: readonly PageNotice[];
  /** Whether the Task is being fetched. */
  readonly fetching: boolean;
  /** Absent if the Task is not watched. */
  readonly watching?: { readonly intervalSeconds: number };
  /** What can be done with the Task, in the order of the buttons. */
  readonly actions: readonly PageAction[];
  /** Whether TaskRouter has deleted the Task. */
  readonly deleted: boolean;
  /** Whether privacy mode masks what is shown. */
  readonly masked: boolean;
  readonly badge?: ProfileBadge | undefined;
  /** When the user last saw the Task, if anything is marked as changed since. In ms since the epoch. */
  readonly changesSince?: number;
}

export interface PageTask {
  readonly profile: string;
  readonly workspaceSid: string;
  readonly taskSid: string;
}

export type PageContent =
  | { readonly kind: 'loading' }
  /** The Task could not be fetched, and nothing is known about it. */
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'task';
      readonly view: TaskDetailsView;
      readonly changes: ViewChanges;
    }
  | { readonly kind: 'gone'; readonly view: DeletedTaskView };

export type PageTimeline =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'ready';
      readonly view: TimelineView;
      /** According to the Task's events and Reservations. */
      readonly lifecycle: LifecycleView;
    };

export type PageRouting =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  /** `renewing` while it is read again. */
  | { readonly kind: 'ready'; readonly view: RoutingView; readonly renewing: boolean };

export interface PageNotice extends TimedText {
  readonly severity: 'warning' | 'info';
  readonly action?: { readonly command: PageCommand; readonly label: string };
}

/** The actions at the top of a page, in the order of their buttons. */
export const pageActions = ['refresh', 'watch', 'json', 'compare', 'copyAs', 'console'] as const;
export type PageAction = (typeof pageActions)[number];

/**
 * The commands of a page's buttons. `timeline` and `routing` load a part of the page again,
 * `dismiss` removes the marks of
 * what changed, `ownProfile` leaves the sample, and `togglePrivacy` turns privacy mode on and off.
 */
const commands = [
  ...pageActions,
  'unwatch',
  'copySid',
  'timeline',
  'routing',
  'dismiss',
  'ownProfile',
  'togglePrivacy',
] as const;
export type PageCommand = (typeof commands)[number];

/** The parts of a page that show a value as a tree. */
export const pageParts = ['attributes', 'addons', 'otherFields'] as const;
export type PagePart = (typeof pageParts)[number];

/** A message from a details page. It refers to values by position, as the editor has the values. */
export type FromPage =
  /** The page has loaded and handles messages. */
  | { readonly type: 'ready' }
  /** Asks whether the editor still answers. */
  | { readonly type: 'ping' }
  | { readonly type: 'run'; readonly command: PageCommand }
  | { readonly type: 'open'; readonly resource: ResourceReference }
  /** Opens one of the Task's links in the browser, by its position. */
  | { readonly type: 'browse'; readonly at: number }
  | {
      readonly type: 'copy';
      readonly part: PagePart;
      readonly at: string;
      readonly what: 'value' | 'path';
    };

/**
 * Reads a message from a page. Returns `undefined` if it is malformed, as a page is not trusted.
 */
export function readFromPage(value: unknown): FromPage | undefined {
  const { type, command, resource, part, at, what } = asRecord(value);
  switch (type) {
    case 'ready':
    case 'ping':
      return { type };
    case 'run':
      return isCommand(command) ? { type, command } : undefined;
    case 'open': {
      const read = readResource(resource);
      return read && { type, resource: read };
    }
    case 'browse':
      return Number.isInteger(at) && Number(at) >= 0 ? { type, at: Number(at) } : undefined;
    case 'copy': {
      const isPointer = typeof at === 'string' && /^\d{1,9}(?:\.\d{1,9})*$/.test(at);
      const isWhat = what === 'value' || what === 'path';
      return isPointer && isWhat && isPart(part) ? { type, part, at, what } : undefined;
    }
    default:
      return undefined;
  }
}

function readResource(value: unknown): ResourceReference | undefined {
  const { workspaceSid, taskSid, sid } = asRecord(value);
  const texts = [workspaceSid, taskSid, sid].filter((text) => text !== undefined);
  if (typeof workspaceSid !== 'string' || texts.some((text) => typeof text !== 'string')) {
    return undefined;
  }
  const named = { workspaceSid, ...optionalSids(taskSid, sid) };
  const read = parseResourcePath(resourcePath(named));
  // A "SID" with a slash may parse as another path of SIDs.
  const isSame = read?.workspaceSid === workspaceSid && read.taskSid === named.taskSid;
  return isSame ? read : undefined;
}

function optionalSids(taskSid: unknown, sid: unknown) {
  return {
    ...(typeof taskSid === 'string' && { taskSid }),
    ...(typeof sid === 'string' && { sid }),
  };
}

function isCommand(value: unknown): value is PageCommand {
  return typeof value === 'string' && (commands as readonly string[]).includes(value);
}

function isPart(value: unknown): value is PagePart {
  return typeof value === 'string' && (pageParts as readonly string[]).includes(value);
}

/** Reads the Task from the state that a page saved. Returns `undefined` if that is malformed. */
export function readPageTask(state: unknown): ProfiledTask | undefined {
  const { profile, workspaceSid, taskSid } = asRecord(asRecord(state)['task']);
  if ([profile, workspaceSid, taskSid].some((part) => typeof part !== 'string')) return undefined;
  const task = {
    profileId: String(profile),
    workspaceSid: String(workspaceSid),
    taskSid: String(taskSid),
  };
  // Builds and parses a document's URI, so that the same rules apply.
  return parseTaskUri(buildResourceUri(task));
}
