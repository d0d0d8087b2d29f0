export type JsonResult =
  { readonly valid: true; readonly value: unknown } | { readonly valid: false };

/** For looking into a JSON text. What is shown of it comes from the text, never from the value. */
export function parseJson(text: string): JsonResult {
  try {
    return { valid: true, value: JSON.parse(text) };
  } catch {
    return { valid: false };
  }
}

/** Whether `text` is a JSON object or array, by the letter of RFC 8259: no comments, no extras. */
export function isJsonContainer(text: string): boolean {
  if (!/^[\s]*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a value that JSON stood for is an object, and neither an array nor null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object, none for any other value: what may be missing is `undefined`. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

/**
 * Fields of what another extension gave, each read once; none of what throws when it is read, as a
 * proxy can. Never throws.
 */
export function pickFields<Name extends string>(
  value: unknown,
  ...names: readonly Name[]
): Readonly<Partial<Record<Name, unknown>>> {
  try {
    const fields = asRecord(value);
    return Object.fromEntries(names.map((name) => [name, fields[name]])) as Record<Name, unknown>;
  } catch {
    return {} as Partial<Record<Name, unknown>>;
  }
}
