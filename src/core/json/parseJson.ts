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
