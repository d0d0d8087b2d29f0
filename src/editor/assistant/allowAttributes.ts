import { l10n, window } from 'vscode';
import { shortenSid } from '../../core/sids/sid.ts';

/** Asks whether a language model may have the attributes of a Task, and with them personal data. */
export async function allowAttributes(taskSid: string): Promise<boolean> {
  const share = l10n.t('Share Attributes');
  const question = l10n.t('Give this chat the attributes of Task {0}?', shortenSid(taskSid));
  const detail = l10n.t(
    'They may hold personal data, and whoever runs the language model receives them. Without them the chat gets the Task with its attributes masked.',
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, share)) === share;
}
