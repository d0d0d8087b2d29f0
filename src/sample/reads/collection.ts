import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import type { Row } from './row.ts';

/** One kind of resource under a Workspace: how its list is called, made and narrowed. */
export interface Collection {
  /** Of the SIDs in it. */
  readonly prefix: string;
  /** What the API calls the list. */
  readonly key: string;
  readonly rows: (moment: WorkspaceMoment) => readonly Row[];
  /** A result with `invalid` names the parameter that cannot be read. */
  readonly select: (query: URLSearchParams, moment: WorkspaceMoment) => Selection | Invalid;
}

export interface Selection {
  readonly keep: (row: Row) => boolean;
  /** The row's own order if absent. */
  readonly order?: (row: Row) => number;
  readonly descending?: boolean;
}

export interface Invalid {
  readonly invalid: string;
}
