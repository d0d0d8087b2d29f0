import type { ViewText } from '../messages/viewText.ts';
import type { Moment } from '../resources/timestamp.ts';
import type { ResourceLink } from './resourceLink.ts';

export interface FactView<T = ViewText> {
  /** The field that it comes from, such as `priority`. */
  readonly name: string;
  readonly group: 'routing' | 'time';
  readonly label: T;
  readonly value: FactValueView<T>;
}

export type FactValueView<T = ViewText> =
  /** The field is null, empty or missing, where that says something. */
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly words: T }
  | { readonly kind: 'link'; readonly link: ResourceLink }
  /** `written` is the date as the API wrote it, `note` what is known besides. */
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      readonly written: string;
      readonly note?: T;
    }
  /** Age against timeout: "20 min 14 s of 1 h", of which `ratio` is from 0 to 1. */
  | { readonly kind: 'meter'; readonly words: T; readonly ratio: number };
