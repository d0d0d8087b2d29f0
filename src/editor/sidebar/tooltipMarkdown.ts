import { MarkdownString } from 'vscode';
import type { TooltipLine } from '../../core/tree/tooltip.ts';
import { appendPlain } from '../appendPlain.ts';
import { say } from '../say.ts';

/** The text of a tooltip; what it holds of an answer is data, and becomes no link, icon or tag. */
export function tooltipMarkdown(lines: readonly TooltipLine[]): MarkdownString | undefined {
  if (lines.length === 0) return undefined;
  // With icons, as `appendPlain` keeps texts from becoming one: without, its escapes would be seen.
  const text = new MarkdownString('', true);
  for (const line of lines) {
    if ('code' in line) text.appendCodeblock(line.code, 'json');
    else if ('sentence' in line) appendPlain(text, say(line.sentence));
    else {
      text.appendMarkdown('**');
      appendPlain(text, say(line.label));
      text.appendMarkdown('** ');
      appendPlain(text, say(line.value));
    }
    text.appendMarkdown('\n\n');
  }
  return text;
}
