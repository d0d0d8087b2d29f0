import type { MessageArgument } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import type { ProfileBadge } from '../profiles/profileBadge.ts';
import { factsOfStatus } from '../resources/taskStatus.ts';

/** What a row shows, in the editor's terms but without them. */
export interface TreeRow {
  /** Facts of one line. */
  readonly label: readonly MessageArgument[];
  /** Facts behind it, less visible. */
  readonly description: readonly MessageArgument[];
  /** All of it in words, for who hears it: no fact is in the icon or its colour alone. */
  readonly spoken: readonly MessageArgument[];
  readonly icon?: RowIcon;
  readonly opens: 'never' | 'closed' | 'open';
  /** What kind of row it is, for the `when` clauses of its actions. */
  readonly context: string;
}

export interface RowIcon {
  /** One of VS Code's product icons: https://code.visualstudio.com/api/references/icons-in-labels. */
  readonly name: string;
  /** The id of a theme colour. */
  readonly color?: string;
}

/** What rows depend on besides what they show. */
export interface RowContext {
  /** What people call the profile. */
  readonly profile: string;
  /** What makes the profile stand out. */
  readonly badge?: ProfileBadge | undefined;
  readonly present: Presenter;
  /** In ms since the epoch. */
  readonly now: number;
  /** A time, in ms since the epoch, as the reader writes it. */
  readonly clock: (time: number) => string;
}

/** @param status as the API gave it, which may be one that came later */
export function statusIcon(status: string | undefined): RowIcon {
  const { icon: name, color } = factsOfStatus(status) ?? { icon: 'question' };
  return { name, ...(color !== undefined && { color }) };
}
