import type { Row } from './row.ts';

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
