import { window } from 'vscode';
import { Disposables } from '../core/disposables.ts';
import type { Message } from '../core/messages/message.ts';
import { say } from './say.ts';

export interface Question<T> {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Stands in the box, selected, when it opens. */
  readonly value: string;
  /** Says with every change whether the text will do. */
  readonly read: (
    text: string,
  ) =>
    | { readonly valid: true; readonly value: T }
    | { readonly valid: false; readonly reason: Message };
}

/**
 * Asks for one line and takes it only when it can be read; nothing if cancelled. Unlike
 * `showInputBox` it does not greet an empty box with an error.
 */
export async function askFor<T>(question: Question<T>): Promise<T | undefined> {
  const box = window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = question.value;
  box.ignoreFocusOut = true;

  const validate = () => {
    const result = question.read(box.value);
    box.validationMessage = result.valid ? undefined : say(result.reason);
    return result;
  };
  if (box.value !== '') validate();

  const disposables = new Disposables();
  disposables.add(box);
  try {
    return await new Promise<T | undefined>((resolve) => {
      disposables.add(
        box.onDidChangeValue((text) => {
          if (text === '') box.validationMessage = undefined;
          else validate();
        }),
      );
      disposables.add(
        box.onDidAccept(() => {
          const result = validate();
          if (result.valid) resolve(result.value);
        }),
      );
      disposables.add(
        box.onDidHide(() => {
          resolve(undefined);
        }),
      );
      box.show();
    });
  } finally {
    disposables.dispose();
  }
}
