import { MarkdownString } from 'vscode';
import { oneLine, withoutLinks } from '../core/messages/plainText.ts';

/**
 * Appends a sentence with what it holds of a file or an answer, all of it as it stands. `appendText`
 * alone would make links of addresses, begin a block behind a carriage return, and write spaces that
 * no line can be broken at.
 */
export function appendPlain(markdown: MarkdownString, text: string): void {
  const escaped = new MarkdownString('', true).appendText(withoutLinks(oneLine(text)));
  markdown.appendMarkdown(escaped.value.replaceAll('&nbsp;', ' '));
}
