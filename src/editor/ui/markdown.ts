import { MarkdownString } from 'vscode';
import { oneLine, withoutLinks } from '../../core/messages/plainText.ts';
import type { TooltipLine } from '../../core/tree/tooltip.ts';
import { localize } from './localize.ts';

/**
 * Appends a sentence as plain text, including the data in it. `appendText` alone would turn URLs
 * into links, start a block after a carriage return, and write spaces that do not wrap.
 */
export function appendPlain(markdown: MarkdownString, text: string): void {
  const escaped = new MarkdownString('', true).appendText(withoutLinks(oneLine(text)));
  markdown.appendMarkdown(escaped.value.replaceAll('&nbsp;', ' '));
}

/** The text of a tooltip. Data of an answer cannot become a link, an icon or a tag. */
export function tooltipMarkdown(lines: readonly TooltipLine[]): MarkdownString | undefined {
  if (lines.length === 0) return undefined;
  // Supports icons, because only then are `appendPlain`'s escapes for them hidden.
  const text = new MarkdownString('', true);
  for (const line of lines) {
    if ('code' in line) text.appendCodeblock(line.code, 'json');
    else if ('sentence' in line) appendPlain(text, localize(line.sentence));
    else {
      text.appendMarkdown('**');
      appendPlain(text, localize(line.label));
      text.appendMarkdown('** ');
      appendPlain(text, localize(line.value));
    }
    text.appendMarkdown('\n\n');
  }
  return text;
}
