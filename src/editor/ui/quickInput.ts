import {
  InputBoxValidationSeverity,
  QuickInputButtons,
  window,
  type Disposable,
  type QuickInput,
  type QuickInputButton,
  type QuickPickItem,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import type { Message } from '../../core/messages/message.ts';
import { localize } from './localize.ts';
import { plainText } from './plainText.ts';

/** The answer of a user who goes to the prompt before. */
export const BACK: unique symbol = Symbol('back');

/** VS Code's own Back button, which has a keyboard shortcut. */
export const backButton = { button: QuickInputButtons.Back, answer: BACK } as const;

export interface Question<T> {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  /** Prefilled and selected. */
  readonly value: string;
  /** Shows dots instead of the text. */
  readonly password?: boolean;
  /** Why the input is asked for again. Shown below the box until the user types. */
  readonly validationMessage?: Message | undefined;
  /** The number of this step and of all steps, from 1. */
  readonly step?: { readonly number: number; readonly of: number };
  /** Buttons beside the title. Each returns its own answer. */
  readonly buttons?: readonly { readonly button: QuickInputButton; readonly answer: T }[];
  /** Parses the text after each change. */
  readonly read: (text: string) =>
    | {
        readonly valid: true;
        readonly value: T;
        /** Shown below the box. The input can still be accepted. */
        readonly remark?: { readonly severity: 'warning' | 'hint'; readonly message: Message };
      }
    | { readonly valid: false; readonly reason: Message };
}

/**
 * Asks for one line of text, and accepts it only if it can be parsed. Returns `undefined` if
 * cancelled. Unlike `showInputBox`, it shows no error for a box that is still empty.
 */
export async function askFor<T>(question: Question<T>): Promise<T | undefined> {
  const box = window.createInputBox();
  // VS Code renders links in these texts, including links that run commands.
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

export interface ListQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Whether several items can be selected. Those that are `picked` are selected at first. */
  readonly many?: boolean;
  /** The item that Enter selects at first. Default: the first one. */
  readonly active?: T | undefined;
  readonly ignoreFocusOut?: boolean;
}

/** Asks for items of a list that follows another prompt. Returns `undefined` if cancelled. */
export async function pickOrGoBack<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeholder, many = false, active, ignoreFocusOut = false }: ListQuestion<T>,
): Promise<readonly T[] | typeof BACK | undefined> {
  const box = window.createQuickPick<T>();
  box.title = title;
  box.placeholder = placeholder;
  box.matchOnDescription = true;
  box.ignoreFocusOut = ignoreFocusOut;
  box.canSelectMany = many;
  box.buttons = [QuickInputButtons.Back];
  box.items = items;
  if (active !== undefined) box.activeItems = [active];
  if (many) box.selectedItems = items.filter(({ picked }) => picked);
  return showQuickInput<readonly T[] | typeof BACK>(box, (answer) => [
    box.onDidTriggerButton(() => {
      answer(BACK);
    }),
    box.onDidAccept(() => {
      if (many || box.selectedItems.length > 0) answer(box.selectedItems);
    }),
  ]);
}

/**
 * Shows an input box or a quick pick until it is answered, and disposes of it. Returns `undefined`
 * if it is hidden first, as by Escape.
 *
 * @param listen subscribes to the events that answer
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
