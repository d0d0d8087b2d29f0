import type { TextDocument } from 'vscode';
import { hoverAt } from './hoverAt.ts';

/** What hovers say at an offset of a document, without where their links lead. */
export async function plainHover(document: TextDocument, offset: number): Promise<string> {
  return (await hoverAt(document, offset))
    .map(({ value }) => value)
    .join('\n')
    .replace(/\((?:command|https):[^)]*\)/g, '')
    .replace(/\\(.)/g, '$1');
}
