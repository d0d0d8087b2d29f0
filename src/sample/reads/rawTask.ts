import type { Row } from './row.ts';

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
