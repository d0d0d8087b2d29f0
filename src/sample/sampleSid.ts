/**
 * The SID of a simulated resource: the prefix and 32 lowercase hex digits, derived only from the
 * arguments, so that tests, screenshots and bookmarks stay valid from one run to the next.
 *
 * @param prefix two uppercase letters, such as `WT`
 * @param name unique among the resources with that prefix
 */
export function sampleSid(prefix: string, name: string): string {
  const text = `${prefix}/${name}`;
  let [a, b, c, d] = [0x811c9dc5, 0x3c6ef372, 0xa54ff53a, 0x510e527f];
  // FNV-1a in four lanes. It is fast, as one answer with events needs a thousand SIDs.
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193);
    c = Math.imul(c ^ unit, 0x01000193);
    d = Math.imul(d ^ unit, 0x01000193);
  }
  return prefix + digits(a) + digits(b) + digits(c) + digits(d);
}

/** Faster than `toString(16)`, which is slow for numbers of 32 bits. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The finalizer of MurmurHash3. Without it, similar names give similar SIDs. */
function digits(lane: number): string {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  const byte = (shift: number) => BYTES[(hash >>> shift) & 0xff] ?? '';
  return byte(24) + byte(16) + byte(8) + byte(0);
}

/**
 * The SID of a resource of a simulated Workspace.
 *
 * @param name the name of a TaskQueue or a Worker, the key of a Task, or the like
 */
export function sidIn(workspace: { readonly name: string }, prefix: string, name: string): string {
  return sampleSid(prefix, `${workspace.name}/${name}`);
}
