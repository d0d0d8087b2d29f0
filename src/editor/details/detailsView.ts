/** The type of a Task's page, by which the editor knows whose it is after a reload. */
export const DETAILS_VIEW = 'taskrouter.details';
