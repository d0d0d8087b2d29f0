import type { DocumentSelector } from 'vscode';

/** Where routing is looked for: as `sourceKindOf` tells, in any kind of document. */
export const ROUTING_SELECTOR: DocumentSelector = [
  ...['json', 'jsonc', 'taskrouter-json'],
  ...['terraform', 'hcl', 'opentofu', 'python', 'ruby'],
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  { pattern: '**/*.{tf,hcl,tofu,tftpl}' },
];

/**
 * Where expressions are coloured: of the providers for a document, VS Code takes the colours of one, and
 * those that a language has of its own colour more than its strings. Decorations are no way around it, as a
 * theme does not name its colours of code to them.
 */
export const COLORED_SELECTOR: DocumentSelector = [
  ...['json', 'jsonc', 'taskrouter-json'],
  { language: 'plaintext', pattern: '**/*.{tf,hcl,tofu}' },
  { pattern: '**/*.tftpl' },
];
