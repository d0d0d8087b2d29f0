import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';

/** A kind of resource in a Workspace: how its list is named, built and filtered. */
export interface Collection {
  /** The prefix of its SIDs. */
  readonly prefix: string;
  /** The list's key in the answer. */
  readonly key: string;
  readonly rows: (snapshot: WorkspaceSnapshot) => readonly Row[];
  /** Parses the filters. `invalid` is the name of a malformed parameter. */
  readonly select: (query: URLSearchParams, snapshot: WorkspaceSnapshot) => Selection | Invalid;
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

/** A resource as it appears in answers. */
export interface Row {
  readonly sid: string;
  /** The exact body of the answer. */
  readonly text: string;
  /** The parsed body, for filters. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The sort key of lists, unless the client sets another order. */
  readonly order: number;
  /** How often the resource has changed. Sent as the ETag. */
  readonly revision?: number;
}

/**
 * A row for a resource that the simulation generated. Serializing it loses nothing, as all its
 * numbers are small.
 */
export function bodyRow(
  body: Readonly<Record<string, unknown>> & { readonly sid: string },
  order: number,
  revision?: number,
): Row {
  return {
    sid: body.sid,
    // Serialized when needed, as most rows are only filtered.
    get text() {
      return JSON.stringify(body);
    },
    fields: body,
    order,
    ...(revision !== undefined && { revision }),
  };
}

/** A row for a Task whose body was given as text, which may not be JSON. */
export function rawTask(sid: string, text: string, revision: number): Row {
  const fields = parseObject(text);
  const createdAt = Date.parse(String(fields['date_created']));
  return { sid, text, fields, order: Number.isNaN(createdAt) ? 0 : createdAt, revision };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * A filter by query parameters that set the value of a field.
 *
 * @param fields the field of each parameter, such as `{ FriendlyName: 'friendly_name' }`
 */
export function equalFilters(
  query: URLSearchParams,
  fields: Readonly<Record<string, string>>,
): (row: Pick<Row, 'fields'>) => boolean {
  const filters = Object.entries(fields).flatMap(([parameter, field]) => {
    const value = query.get(parameter);
    return value === null || value === '' ? [] : [{ field, value }];
  });
  return (row) => filters.every(({ field, value }) => String(row.fields[field]) === value);
}
