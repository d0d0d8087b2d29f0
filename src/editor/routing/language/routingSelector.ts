import type { DocumentSelector } from 'vscode';

/** The documents in which `sourceKindOf` finds routing, on any file system. */
export const ROUTING_SELECTOR: DocumentSelector = [
  ...['json', 'jsonc', 'taskrouter-json'],
  ...['terraform', 'hcl', 'opentofu', 'python', 'ruby'],
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  { pattern: '**/*.{tf,hcl,tofu,tftpl}' },
];

/**
 * Where expressions are coloured. VS Code uses only one provider of semantic tokens for a document, and that of
 * a language itself colours more than strings. Decorations are no substitute, as they cannot use a theme's
 * colours of code.
 */
export const COLORED_SELECTOR: DocumentSelector = [
  ...['json', 'jsonc', 'taskrouter-json'],
  { language: 'plaintext', pattern: '**/*.{tf,hcl,tofu}' },
  { pattern: '**/*.tftpl' },
];
