/** Typical log lines, with placeholders for their variable parts. */
const LINES = [
  '{time} {level} [http] GET /api/v2/orders/{number}/items?page={number} 200 {number}ms id={uuid}',
  '{time} {level} [deploy] built app-{hash8}.js from commit {sha1} in {number} ms',
  '{time} {level} [cache] miss for key session:{md5}:profile, loading from replica-{number}',
  '{time} {level} [db] SELECT * FROM customers WHERE customer_id = {number} took {number} ms',
  '{time} {level} [auth] token accepted for user {uuid}, scopes read:orders write:orders',
  '{time} {level} {"logger":"worker","message":"job finished","durationMs":{number},"trace":"{md5}"}',
  '{time} {level} [queue] visibility timeout extended, receipt {base64}',
  '{time} {level} java.lang.IllegalStateException at com.example.orders.OrderRepository.find(OrderRepository.java:{number})',
];

/** The ends of some of them. */
const ENDINGS = [
  ' task {sid:WT}',
  ' GET /v1/Workspaces/{sid:WS}/Tasks/{sid:WT} 200',
  ' {"task_sid":"{sid:WT}","reason":"timeout"}',
  ' call_sid={sid:CA} attempt={number}',
];

/**
 * A log of at least this many characters, always the same: timestamps, levels, paths, UUIDs,
 * hashes.
 *
 * @param withSids whether about every third line contains SIDs; otherwise there are none
 */
export function generatedLog(length: number, { withSids }: { readonly withSids: boolean }): string {
  const random = seeded(20_260_302);
  const pick = <T>(values: readonly T[]): T => values[random() % values.length] as T;
  const hex = (count: number) =>
    Array.from({ length: count / 4 }, () => (random() & 0xffff).toString(16).padStart(4, '0')).join(
      '',
    );
  let time = Date.UTC(2026, 2, 2, 9);
  const fill = (template: string): string =>
    template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, kind: string, prefix: string) => {
      switch (kind) {
        case 'time':
          return new Date((time += random() % 100)).toISOString();
        case 'level':
          return pick(['INFO ', 'INFO ', 'DEBUG', 'WARN ', 'ERROR']);
        case 'number':
          return String(random() % 100_000);
        case 'uuid':
          return [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-');
        case 'base64':
          return Buffer.from(hex(64), 'hex').toString('base64');
        case 'sid':
          return prefix + hex(32);
        default:
          return hex({ hash8: 8, md5: 32, sha1: 40 }[kind] ?? 0);
      }
    });
  const lines: string[] = [];
  for (let written = 0; written < length;) {
    const ending = random() % 3 === 0 && withSids ? pick(ENDINGS) : '';
    const line = fill(`${pick(LINES)}${ending}\n`);
    lines.push(line);
    written += line.length;
  }
  return lines.join('');
}

/** Numbers from 0 to 2³²-1 (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
