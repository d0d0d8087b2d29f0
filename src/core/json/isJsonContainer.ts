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
