import { readFileSync } from 'node:fs';

/** A file of texts by their keys, in the project's root, where tests are run. */
export function readTexts(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/** What code fills in, draws or runs, and what a reader looks for under the same name everywhere. */
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

/** Names, which one language may write more or less often than another. */
const NAMES =
  /TaskRouter|Twilio|VS Code|JSON|SID|Task Queue|Task Channel|Workspace|Workflow|Worker|Task|Console|Auth Token/g;

/** What a text and its translations have in common, sorted: each part as often as it is there, each name once. */
export function preservedParts(text: string): readonly string[] {
  const parts = PARTS.flatMap((part) => text.match(part) ?? []);
  return [...parts, ...new Set(text.match(NAMES))].sort();
}
