/**
 * Something to tell the user, as data: English with `{0}`, `{1}` … and what belongs there. English
 * is also the key that VS Code's l10n looks a translation up by, so it must be a literal.
 */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** A message as an argument is translated too; a string is data and stays as it is. */
export type MessageArgument = string | number | Message;

/** A {@link Message}; `text` is to be a literal, so that translations can be collected. */
export function message(text: string, ...args: readonly MessageArgument[]): Message {
  return { text, args };
}

/** Puts a message in the reader's language; data stays as it is. */
export type Localize = (text: MessageArgument) => string;

/** The editor's `l10n.t`, or {@link plainEnglish}. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

/** The words of a message, its arguments' included, in the language of `translate`. */
export function formatMessage({ text, args }: Message, translate: Translate): string {
  return translate(
    text,
    ...args.map((arg) => (typeof arg === 'object' ? formatMessage(arg, translate) : arg)),
  );
}

/** Fills in the arguments and translates nothing. */
export const plainEnglish: Translate = (text, ...args) =>
  text.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(args[Number(index)] ?? placeholder),
  );
