import type { SourceKind } from '../configuration/embeddedConfigurations.ts';

/** By the language that VS Code gives a document. */
const kindsByLanguage: ReadonlyMap<string, SourceKind> = new Map([
  ...(['json', 'jsonc', 'taskrouter-json'] as const).map((id) => [id, 'json'] as const),
  ...(['terraform', 'hcl', 'opentofu'] as const).map((id) => [id, 'terraform'] as const),
  ...(['javascript', 'javascriptreact', 'typescript', 'typescriptreact'] as const).map(
    (id) => [id, 'javascript'] as const,
  ),
  ['python', 'python'],
  ['ruby', 'ruby'],
]);

/** By the end of a path: VS Code itself knows no language for these. */
const kindsByExtension: ReadonlyMap<string, SourceKind> = new Map([
  ...(['tf', 'hcl', 'tofu'] as const).map((end) => [end, 'terraform'] as const),
  ...(['json', 'jsonc', 'tftpl'] as const).map((end) => [end, 'json'] as const),
]);

/** How to find routing in a document. Returns `undefined` if documents of this kind hold none. */
export function sourceKindOf(languageId: string, path: string): SourceKind | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  // Extensions give `.tftpl` various languages, Terraform's among them.
  if (extension === 'tftpl') return 'json';
  return kindsByLanguage.get(languageId) ?? kindsByExtension.get(extension);
}

/** Whether a text can have routing in it: a cheap question, before anything is loaded or read. */
export function mayHoldRouting(text: string): boolean {
  return text.includes('task_routing') || text.includes('target_workers');
}
