/**
 * How many levels of JSON a page tells apart. Each is three objects of a message, and what serializes
 * messages recurses; a person has stopped opening rows long before.
 */
export const deepest = 600;
