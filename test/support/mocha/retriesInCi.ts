/**
 * How often a test that fails in a real editor is tried again: once where a whole change would be
 * refused for it, and never where a person looks on. What was tried again is told at the end of the
 * run, as it is a fault of the test or of the product all the same.
 */
export const retriesInCi = process.env['CI'] === undefined ? 0 : 1;
