import type { Row } from './row.ts';

/** A resource that the simulation made itself: it has no number that printing could change. */
export function bodyRow(
  body: Readonly<Record<string, unknown>> & { readonly sid: string },
  order: number,
  revision?: number,
): Row {
  return {
    sid: body.sid,
    // Printed when asked: most rows are only filtered.
    get text() {
      return JSON.stringify(body);
    },
    fields: body,
    order,
    ...(revision !== undefined && { revision }),
  };
}
