import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { isTask, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { ShownPages } from '../details/shownPages.ts';
import { activeResource } from './activeResource.ts';

/**
 * The Task that a command is about: its argument's, else that of the active page or editor.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeTask(
  argument: unknown,
  directory: ProfileDirectory,
  pages: ShownPages,
): ProfiledTask | undefined {
  const resource = activeResource(argument, directory, pages);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}
