/**
 * A text for the user, as data: English with the placeholders `{0}`, `{1}` … and their arguments. The
 * English text is also the key of its translation in `vscode.l10n`
 * (https://code.visualstudio.com/api/references/vscode-api#l10n), so it must be a literal.
 */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** An argument that is a message is translated too; a string is data and stays as it is. */
export type MessageArgument = string | number | Message;

/** @param text a literal, so that the tests can collect all keys of translations */
export function message(text: string, ...args: readonly MessageArgument[]): Message {
  return { text, args };
}

/** Puts a message in the reader's language; data stays as it is. */
export type Localize = (text: MessageArgument) => string;

/** The editor's `l10n.t`, or {@link plainEnglish}. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

/** Translates a message and those of its arguments that are messages. */
export function formatMessage({ text, args }: Message, translate: Translate): string {
  return translate(
    text,
    ...args.map((arg) => (typeof arg === 'object' ? formatMessage(arg, translate) : arg)),
  );
}

/** Fills in the arguments without translating. */
export const plainEnglish: Translate = (text, ...args) =>
  text.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(args[Number(index)] ?? placeholder),
  );
