import {
  InputBoxValidationSeverity,
  window,
  type Disposable,
  type QuickInput,
  type QuickInputButton,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import type { Message } from '../../core/messages/message.ts';
import { localize } from './localize.ts';
import { plainText } from './plainText.ts';

export interface Question<T> {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Stands in the box, selected, when it opens. */
  readonly value: string;
  /** Shows dots instead of what is typed. */
  readonly password?: boolean;
  /** Why it is asked again; stands below the box until something is typed. */
  readonly validationMessage?: Message | undefined;
  /** Which of how many, from 1. */
  readonly step?: { readonly number: number; readonly of: number };
  /** Beside the title; each answers the question in its own way. */
  readonly buttons?: readonly { readonly button: QuickInputButton; readonly answer: T }[];
  /** Says with every change whether the text will do. */
  readonly read: (text: string) =>
    | {
        readonly valid: true;
        readonly value: T;
        /** Stands below the box, which can be accepted all the same. */
        readonly remark?: { readonly severity: 'warning' | 'hint'; readonly message: Message };
      }
    | { readonly valid: false; readonly reason: Message };
}

/**
 * Asks for one line and takes it only when it can be read; nothing if cancelled. Unlike
 * `showInputBox` it does not greet an empty box with an error.
 */
export async function askFor<T>(question: Question<T>): Promise<T | undefined> {
  const box = window.createInputBox();
  // The editor makes links of what looks like one, and of a command, too.
  box.title = plainText(question.title);
  box.prompt = plainText(question.prompt);
  box.placeholder = question.placeholder;
  box.value = question.value;
  box.ignoreFocusOut = true;
  box.password = question.password === true;
  box.step = question.step?.number;
  box.totalSteps = question.step?.of;
  box.buttons = question.buttons?.map(({ button }) => button) ?? [];

  const validate = () => {
    const result = question.read(box.value);
    if (!result.valid) box.validationMessage = plainText(localize(result.reason));
    else if (result.remark === undefined) box.validationMessage = undefined;
    else {
      const { severity, message } = result.remark;
      box.validationMessage = {
        message: plainText(localize(message)),
        severity:
          severity === 'hint'
            ? InputBoxValidationSeverity.Info
            : InputBoxValidationSeverity.Warning,
      };
    }
    return result;
  };
  if (question.validationMessage !== undefined)
    box.validationMessage = plainText(localize(question.validationMessage));
  else if (box.value !== '') validate();

  return showQuickInput(box, (answer) => [
    box.onDidChangeValue((text) => {
      if (text === '') box.validationMessage = undefined;
      else validate();
    }),
    box.onDidAccept(() => {
      const result = validate();
      if (result.valid) answer(result.value);
    }),
    box.onDidTriggerButton((pressed) => {
      const chosen = question.buttons?.find(({ button }) => button === pressed);
      if (chosen !== undefined) answer(chosen.answer);
    }),
  ]);
}

/**
 * Shows an input box or pick list until it is answered, and disposes of it. Nothing if it is hidden
 * before, as by Escape.
 *
 * @param listen subscribes to what may answer
 */
export async function showQuickInput<T>(
  box: QuickInput,
  listen: (answer: (value: T) => void) => readonly Disposable[],
): Promise<T | undefined> {
  const disposables = new DisposableStore();
  disposables.add(box);
  try {
    return await new Promise<T | undefined>((resolve) => {
      for (const subscription of listen(resolve)) disposables.add(subscription);
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
