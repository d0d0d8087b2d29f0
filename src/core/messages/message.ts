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
