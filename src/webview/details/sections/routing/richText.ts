import { element } from '../../element.ts';

/** A sentence with code in backticks, as the core writes it. */
export function withCode(sentence: string): (Node | string)[] {
  const parts = sentence.split('`');
  // An odd backtick is one of the data.
  if (parts.length % 2 === 0) return [sentence];
  return parts
    .map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)))
    .filter((part) => part !== '');
}

/** A number as the reader writes it: the page has the editor's language. */
export function numberText(count: number): string {
  return new Intl.NumberFormat(document.documentElement.lang || undefined).format(count);
}
