import { buildResourceUri, parseTaskUri } from '../core/documents/documentUri.ts';
import { asRecord } from '../core/json/jsonObject.ts';
import type { Formatted } from '../core/messages/viewText.ts';
import type { DeletedTaskView } from '../core/page/deletedTask.ts';
import type { LifecycleView } from '../core/page/lifecycle.ts';
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

/** What the editor tells a details page: all that it is to show. */
export interface ToPage {
  readonly type: 'show';
  readonly page: PageView;
}

export interface PageView {
  /** Whose page it is; all that it notes of it for the time after a reload. */
  readonly task: PageTask;
  /** BCP 47, for dates. */
  readonly locale: string;
  readonly strings: PageStrings;
  /** What the SIDs in the values name. */
  readonly sidKinds: SidKinds;
  readonly content: PageContent;
  readonly timeline: PageTimeline;
  /** What has to be said above all: why the page is stale, that watching has ended. */
  readonly notices: readonly PageNotice[];
  /** Whether a fetch of the Task is under way. */
  readonly fetching: boolean;
  readonly watching: boolean;
  /** Why a pending Task waits, as far as that is known. */
  readonly waiting?: string;
  /** Whether that may still come, or become another. */
  readonly awaitsWaiting: boolean;
}

export interface PageTask {
  readonly profile: string;
  readonly workspaceSid: string;
  readonly taskSid: string;
}

export type PageContent =
  | { readonly kind: 'loading' }
  /** Nothing is known of it, and why. */
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'task';
      readonly view: Formatted<TaskDetailsView>;
      readonly changes: ViewChanges;
    }
  | { readonly kind: 'gone'; readonly view: Formatted<DeletedTaskView> };

export type PageTimeline =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'ready';
      readonly view: Formatted<TimelineView>;
      /** As events and reservations tell it. */
      readonly lifecycle: Formatted<LifecycleView>;
    };

export interface PageNotice {
  readonly severity: 'warning' | 'info';
  readonly text: string;
}

/** The buttons of a page; `timeline` reads the timeline again. */
const commands = [
  'refresh',
  'watch',
  'unwatch',
  'json',
  'compare',
  'console',
  'copySid',
  'timeline',
] as const;
export type PageCommand = (typeof commands)[number];

/** A part of a page that shows a value as a tree. */
export const pageParts = ['attributes', 'addons', 'otherFields'] as const;
export type PagePart = (typeof pageParts)[number];

/** What a page tells the editor. It names things by their place: what is there, the editor knows. */
export type FromPage =
  /** It is there, and listens. */
  | { readonly type: 'ready' }
  | { readonly type: 'run'; readonly command: PageCommand }
  | { readonly type: 'open'; readonly resource: ResourceReference }
  /** One of the links of the Task that lead out of the editor, by its position. */
  | { readonly type: 'browse'; readonly at: number }
  | {
      readonly type: 'copy';
      readonly part: PagePart;
      readonly at: string;
      readonly what: 'value' | 'path';
    };

/** Reads what a page posted, which may be anything if somebody got into it; nothing for what is none. */
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
      const isPlace = typeof at === 'string' && /^\d{1,9}(?:\.\d{1,9})*$/.test(at);
      const isWhat = what === 'value' || what === 'path';
      return isPlace && isWhat && isPart(part) ? { type, part, at, what } : undefined;
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
  const named = { workspaceSid, ...taken(taskSid, sid) };
  const read = parseResourcePath(resourcePath(named));
  // A SID with a slash in it is no SID, though a path of SIDs may come of it.
  const isSame = read?.workspaceSid === workspaceSid && read.taskSid === named.taskSid;
  return isSame ? read : undefined;
}

function taken(taskSid: unknown, sid: unknown) {
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

/** Whose page it was, by what a page kept over a reload; nothing if that cannot be read. */
export function readPageTask(state: unknown): ProfiledTask | undefined {
  const { profile, workspaceSid, taskSid } = asRecord(asRecord(state)['task']);
  if ([profile, workspaceSid, taskSid].some((part) => typeof part !== 'string')) return undefined;
  const task = {
    profileId: String(profile),
    workspaceSid: String(workspaceSid),
    taskSid: String(taskSid),
  };
  // What names a Task is what its document could be named by.
  return parseTaskUri(buildResourceUri(task));
}
