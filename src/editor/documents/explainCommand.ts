/** Tells in full why a document, given by its Uri, could not be fetched. */
export const EXPLAIN_COMMAND = '_taskrouter.explainFailure';
