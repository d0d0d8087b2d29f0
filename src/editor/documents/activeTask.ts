import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { isTask, type ProfiledTask } from '../../core/tasks/profiledTask.ts';
import { activeResource } from './activeResource.ts';

/**
 * The Task whose document a command is about: its argument's, else the active editor's.
 *
 * @throws TaskRouterFailure `unknownProfile` if there is no such profile
 */
export function activeTask(
  argument: unknown,
  directory: ProfileDirectory,
): ProfiledTask | undefined {
  const resource = activeResource(argument, directory);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}
