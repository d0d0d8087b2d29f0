import { resourcePath } from './resourcePath.ts';
import type { ResourceReference } from './resourceReference.ts';

/** A resource as one profile sees it: whose credentials ask for it, and whose answer it is. */
export interface ProfiledResource extends ResourceReference {
  readonly profileId: string;
}

/** One string a resource and profile, for maps; hex digits mean the same in either case. */
export function resourceKey(resource: ProfiledResource): string {
  return `${resource.profileId}/${resourcePath(resource).toLowerCase()}`;
}
