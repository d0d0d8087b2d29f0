import { Uri } from 'vscode';
import { buildResourceAddress } from '../../core/documents/taskAddress.ts';
import type { ProfiledResource } from '../../core/tasks/profiledResource.ts';

/** The Uri of a resource's document. */
export function taskUri(resource: ProfiledResource): Uri {
  return Uri.from(buildResourceAddress(resource));
}
