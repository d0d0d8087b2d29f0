import type { SourceKind } from '../configuration/embeddedConfigurations.ts';

/** By the language that VS Code gives a document, and by the end of a path it knows no language for. */
const kinds: readonly (readonly [SourceKind, languageId: RegExp, path?: RegExp])[] = [
  ['json', /^(?:jsonc?|taskrouter-json)$/, /\.jsonc?$/i],
  ['terraform', /^(?:terraform|hcl|opentofu)$/, /\.(?:tf|hcl|tofu)$/i],
  ['javascript', /^(?:java|type)script(?:react)?$/],
  ['python', /^python$/],
  ['ruby', /^ruby$/],
];

/** How to find routing in a document. Returns `undefined` if documents of this kind hold none. */
export function sourceKindOf(languageId: string, path: string): SourceKind | undefined {
  // Extensions give `.tftpl` various languages, Terraform's among them.
  if (/\.tftpl$/i.test(path)) return 'json';
  const found =
    kinds.find(([, language]) => language.test(languageId)) ??
    kinds.find(([, , end]) => end?.test(path));
  return found?.[0];
}

/** Whether a text can have routing in it: a cheap question, before anything is loaded or read. */
export function mayHoldRouting(text: string): boolean {
  return text.includes('task_routing') || text.includes('target_workers');
}
