/** The scheme of documents with the steps of a Workflow that is tried. */
export const TRIAL_SCHEME = 'taskrouter-steps';
