import type { EmptyReason } from '../../core/tree/emptyReason.ts';

declare const type: unique symbol;

/**
 * A key of `when` clauses in package.json, with the type of its value. See
 * https://code.visualstudio.com/api/references/when-clause-contexts.
 */
export type ContextKey<T> = string & { readonly [type]: T };

const key = <T>(text: string) => text as ContextKey<T>;

/** All context keys that this extension sets. An unset key counts as false. */
export const contextKeys = {
  /** Whether there is a profile besides the sample. */
  hasAccount: key<boolean>('taskrouter.hasAccount'),
  /** Whether the sample is the active profile. */
  sample: key<boolean>('taskrouter.sample'),
  /** Why the view Workspaces is empty. */
  gap: key<EmptyReason | 'none'>('taskrouter.gap'),
  filtered: key<boolean>('taskrouter.filtered'),
  /** Whether the active page is one that the next preview replaces. */
  pagePreview: key<boolean>('taskrouter.pagePreview'),
  watching: key<boolean>('taskrouter.watching'),
};

/** The ids of views and pages in package.json. VS Code also restores them by id. */
export const viewIds = {
  workspaces: 'taskrouter.workspaces',
  recent: 'taskrouter.recent',
  /** The view type of a Task's page. */
  details: 'taskrouter.details',
} as const;
