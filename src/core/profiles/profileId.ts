/**
 * The id of a stored profile: random, and never derived from its name. A VS Code profile has a list of
 * Twilio profiles of its own, but shares secrets, pins and tabs with the others, and equal names must not
 * meet there.
 */
export function newProfileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `p-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether an id is such a one. Earlier versions made ids of names, and kept bare secrets under them. */
export function isRandomId(id: string): boolean {
  return /^p-[0-9a-f]{32}$/.test(id);
}
