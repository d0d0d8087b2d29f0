import type { ResourceReference } from '../resources/resourceReference.ts';

/** Something that a view names, with a way to it. */
export interface ResourceLink {
  /** As it came. */
  readonly sid: string;
  /** What people call it, in one line; empty where nothing says it. */
  readonly name: string;
  /** Its document; absent where it can have none. */
  readonly opens?: ResourceReference;
}
