import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';

/** One kind of resource under a Workspace: how its list is called, made and narrowed. */
export interface Collection {
  /** Of the SIDs in it. */
  readonly prefix: string;
  /** What the API calls the list. */
  readonly key: string;
  readonly rows: (moment: WorkspaceSnapshot) => readonly Row[];
  /** A result with `invalid` names the parameter that cannot be read. */
  readonly select: (query: URLSearchParams, moment: WorkspaceSnapshot) => Selection | Invalid;
}

export interface Selection {
  readonly keep: (row: Row) => boolean;
  /** The row's own order if absent. */
  readonly order?: (row: Row) => number;
  readonly descending?: boolean;
}

export interface Invalid {
  readonly invalid: string;
}

/** One resource as it stands in answers. */
export interface Row {
  readonly sid: string;
  /** The body to the letter: what is answered. */
  readonly text: string;
  /** The same parsed: what filters look at. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where lists put it, unless the caller orders them otherwise. */
  readonly order: number;
  /** How often it has changed; answers carry it as ETag. */
  readonly revision?: number;
}

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

/** A Task whose body somebody else wrote, JSON or not. */
export function rawTask(sid: string, text: string, revision: number): Row {
  const fields = objectIn(text);
  const createdAt = Date.parse(String(fields['date_created']));
  return { sid, text, fields, order: Number.isNaN(createdAt) ? 0 : createdAt, revision };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * A test of rows by query parameters that name a field's value.
 *
 * @param fields which field each parameter is about, such as `{ FriendlyName: 'friendly_name' }`
 */
export function equalFilters(
  query: URLSearchParams,
  fields: Readonly<Record<string, string>>,
): (row: Pick<Row, 'fields'>) => boolean {
  const wanted = Object.entries(fields).flatMap(([parameter, field]) => {
    const value = query.get(parameter);
    return value === null || value === '' ? [] : [{ field, value }];
  });
  return (row) => wanted.every(({ field, value }) => String(row.fields[field]) === value);
}
