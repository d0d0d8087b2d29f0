import type { Told } from './faultRow.ts';

/** What a sentence of the table has to be like. */
export function sentencePattern({ sentence }: Told, host: string, seconds: number): RegExp {
  const facts: Readonly<Record<string, string>> = {
    host: escaped(host),
    seconds: String(seconds),
    code: '[A-Z][A-Z_]+',
    duration: String.raw`\d+ (?:d|h|min|s)(?: \d+ (?:h|min|s))?`,
  };
  const parts = sentence.split(/\{(\w+)\}/);
  const pattern = parts.map((part, index) =>
    index % 2 === 0 ? escaped(part) : (facts[part] ?? ''),
  );
  return new RegExp(`^${pattern.join('')}$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
