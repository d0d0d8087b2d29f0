import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { WorkspaceFinder, type WorkspaceFinderParts } from '../workspaces/workspaceFinder.ts';
import { allowAttributes } from './allowAttributes.ts';
import { TaskTool } from './taskTool.ts';

/** The tool that a chat calls; loaded with its first call. */
export function createTaskTool(
  parts: WorkspaceFinderParts & { readonly directory: ProfileDirectory },
): TaskTool {
  return new TaskTool({ ...parts, finder: new WorkspaceFinder(parts), allowAttributes });
}
