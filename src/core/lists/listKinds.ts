import {
  resourceKinds,
  taskRouterPrefixes,
  type ResourcePrefix,
} from '../resources/resourceKind.ts';
import type { ResourceList } from './resourceList.ts';

interface ListKind {
  /** Of the SIDs in it. */
  readonly prefix: ResourcePrefix;
  /** What an answer has its rows under. */
  readonly key: string;
  /** How many rows are asked for at once; the API allows 1 to 1000. */
  readonly pageSize: number;
}

/** How the API has each list. */
export const listKinds = Object.fromEntries(
  taskRouterPrefixes.flatMap((prefix) => {
    const { collection, list } = resourceKinds[prefix];
    return list === undefined ? [] : [[collection, { prefix, ...list }]];
  }),
) as Readonly<Record<ResourceList['kind'], ListKind>>;
