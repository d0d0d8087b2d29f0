import { readFileSync } from 'node:fs';

/** A JSON file of texts by key, in the project's root, where tests run. */
export function readTexts(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/** Placeholders, icons and links, and product names that stay the same in all languages. */
const PARTS = [
  /\{\w+\}/g,
  /\$\([\w-]+\)/g,
  /\(command:[^)]*\)/g,
  /`[^`]*`/g,
  /\*\*|\n/g,
  /\b(?:taskrouter|http)\.\w+/g,
  /\b(?:[A-Z]+_)+(?:[A-Z]+|…)/g,
  /\bhttps:\/\/[\w.]+\w/g,
  /\b(?:AC|CA|CH|SK|SM|WS|WT|US1|IE1)\b/g,
] as const;

/** Names that can occur more or less often in another language. */
const NAMES =
  /TaskRouter|Twilio|VS Code|JSON|SID|TaskQueue|Task Channel|Workspace|Workflow|Worker|Task|Console|Auth Token/g;

/** The parts that a text and its translations must share, sorted; each name only once. */
export function preservedParts(text: string): readonly string[] {
  const parts = PARTS.flatMap((part) => text.match(part) ?? []);
  return [...parts, ...new Set(text.match(NAMES))].sort();
}
