import type { EmptyReason } from '../../core/tree/emptyReason.ts';

declare const type: unique symbol;

/** A key that the `when` clauses of package.json ask for, with the type of its value. */
export type ContextKey<T> = string & { readonly [type]: T };

const key = <T>(text: string) => text as ContextKey<T>;

/** Every context key that this extension sets. One that was never set counts as false. */
export const contextKeys = {
  /** Whether there is a profile besides the sample. */
  hasAccount: key<boolean>('taskrouter.hasAccount'),
  /** Why the view of Workspaces is empty. */
  gap: key<EmptyReason | 'none'>('taskrouter.gap'),
  filtered: key<boolean>('taskrouter.filtered'),
  watching: key<boolean>('taskrouter.watching'),
};

/** The ids of views and pages, as package.json has them; the editor restores them by these. */
export const viewIds = {
  workspaces: 'taskrouter.workspaces',
  recent: 'taskrouter.recent',
  /** The type of a Task's page. */
  details: 'taskrouter.details',
} as const;
