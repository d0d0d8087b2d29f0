import { buildResourceUri, parseTaskUri } from '../core/documents/documentUri.ts';
import { asRecord } from '../core/json/jsonObject.ts';
import type { DeletedTaskView } from '../core/page/deletedTask.ts';
import type { LifecycleView } from '../core/page/lifecycle.ts';
import type { RoutingView } from '../core/page/routingView.ts';
import type { SidKinds } from '../core/page/sidKinds.ts';
import type { TaskDetailsView } from '../core/page/taskDetails.ts';
import type { TimelineView } from '../core/page/timeline.ts';
import type { ViewChanges } from '../core/page/viewChanges.ts';
import {
  parseResourcePath,
  resourcePath,
  type ProfiledTask,
  type ResourceReference,
} from '../core/resources/resourceReference.ts';
import type { PageStrings } from './pageStrings.ts';

/** A message to a details page, with everything that it shows. */
export interface ToPage {
  readonly type: 'show';
  readonly page: PageView;
}

export interface PageView {
  /** The page's Task. Saved by the page, so that it can be restored after a reload. */
  readonly task: PageTask;
  /** BCP 47, for dates. */
  readonly locale: string;
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
  readonly watching: boolean;
  /** Why a pending Task is waiting, if known. */
  readonly waiting?: string;
  /**
   * Whether `waiting` may still appear or change, so that the page keeps its scroll position until
   * then.
   */
  readonly awaitsWaiting: boolean;
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

export interface PageNotice {
  readonly severity: 'warning' | 'info';
  readonly text: string;
}

/** The commands of a page's buttons. `timeline` and `routing` load a part of the page again. */
const commands = [
  'refresh',
  'watch',
  'unwatch',
  'json',
  'compare',
  'console',
  'copySid',
  'timeline',
  'routing',
] as const;
export type PageCommand = (typeof commands)[number];

/** The parts of a page that show a value as a tree. */
export const pageParts = ['attributes', 'addons', 'otherFields'] as const;
export type PagePart = (typeof pageParts)[number];

/** A message from a details page. It refers to values by position, as the editor has the values. */
export type FromPage =
  /** The page has loaded and handles messages. */
  | { readonly type: 'ready' }
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
