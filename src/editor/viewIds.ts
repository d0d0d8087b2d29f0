/** The ids of views and pages, as package.json has them; the editor restores them by these. */
export const viewIds = {
  workspaces: 'taskrouter.workspaces',
  recent: 'taskrouter.recent',
  /** The type of a Task's page. */
  details: 'taskrouter.details',
} as const;
