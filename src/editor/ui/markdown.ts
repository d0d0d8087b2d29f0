import { MarkdownString } from 'vscode';
import { oneLine, withoutLinks } from '../../core/messages/plainText.ts';
import type { TooltipLine } from '../../core/tree/tooltip.ts';
import { localize } from './localize.ts';

/**
 * Appends a sentence with what it holds of a file or an answer, all of it as it stands. `appendText`
 * alone would make links of addresses, begin a block behind a carriage return, and write spaces that
 * no line can be broken at.
 */
export function appendPlain(markdown: MarkdownString, text: string): void {
  const escaped = new MarkdownString('', true).appendText(withoutLinks(oneLine(text)));
  markdown.appendMarkdown(escaped.value.replaceAll('&nbsp;', ' '));
}

/** The text of a tooltip; what it holds of an answer is data, and becomes no link, icon or tag. */
export function tooltipMarkdown(lines: readonly TooltipLine[]): MarkdownString | undefined {
  if (lines.length === 0) return undefined;
  // With icons, as `appendPlain` keeps texts from becoming one: without, its escapes would be seen.
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
