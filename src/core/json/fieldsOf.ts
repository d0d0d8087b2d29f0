import { isJsonObject } from './isJsonObject.ts';

/** The fields of a JSON object, none for any other value: what may be missing is `undefined`. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}
