export type JsonResult =
  { readonly valid: true; readonly value: unknown } | { readonly valid: false };

/** Parses JSON to inspect it. What the user sees is taken from the text: a value loses digits and keys. */
export function parseJson(text: string): JsonResult {
  try {
    return { valid: true, value: JSON.parse(text) };
  } catch {
    return { valid: false };
  }
}

/** Whether `text` is a JSON object or array by RFC 8259, without comments or trailing commas. */
export function isJsonContainer(text: string): boolean {
  if (!/^[\s]*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a parsed JSON value is a number that can be counted with: `1e400` becomes `Infinity`. */
export function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Whether a parsed JSON value is an object, and neither an array nor null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value itself if it is a JSON object, otherwise an empty one. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

/**
 * Reads each of the named fields once. The value may come from another extension, where a getter or proxy
 * can throw: the result is then empty. Never throws.
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
