import type { Message } from './message.ts';

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
