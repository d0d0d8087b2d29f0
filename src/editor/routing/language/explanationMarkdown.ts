import { l10n, type MarkdownString } from 'vscode';
import { routingDocs } from '../../../core/routing/check/problemDocs.ts';
import { describeEvidence, type Explanation } from '../../../core/routing/language/explanation.ts';
import { localize } from '../../ui/localize.ts';
import { appendPlain } from '../../ui/markdown.ts';

/** Appends the rule, what is easily missed, and where it comes from. */
export function appendExplanation(
  text: MarkdownString,
  { text: sentence, notes, evidence, page }: Explanation,
): void {
  appendPlain(text, localize(sentence));
  text.appendMarkdown('\n\n');
  for (const note of notes) {
    text.appendMarkdown('- ');
    appendPlain(text, localize(note));
    text.appendMarkdown('\n');
  }
  if (notes.length > 0) text.appendMarkdown('\n');
  appendPlain(text, localize(describeEvidence(evidence)));
  text.appendMarkdown(` · [${l10n.t('Documentation')}](${routingDocs[page]})`);
}
