import { message, type Message } from '../messages/message.ts';
import { describeResource } from '../taskrouter/resourceLabel.ts';

/** Where a Task was looked for in vain. */
export type SearchScope =
  /** The Workspace of the same reference, or one that the user named; or one in the same line. */
  | { readonly kind: 'given' | 'line'; readonly workspace: string }
  /** Everywhere, and the profile sees this Workspace alone. */
  | { readonly kind: 'only'; readonly workspace: string; readonly profile: string }
  /** Everywhere, in this many Workspaces, which are not one. */
  | { readonly kind: 'all'; readonly count: number; readonly profile: string };

/**
 * What it says to whoever asked for a Task that it is not there. Where its Workspace was a guess, a
 * wrong guess is likelier than that the Task is gone, so nothing is said of deletion.
 */
export function describeMissingTask(task: string, place: SearchScope): Message {
  switch (place.kind) {
    case 'given':
      return message(
        'Task {0} is not in Workspace {1}: TaskRouter deletes a Task some minutes after it is completed or canceled.',
        task,
        place.workspace,
      );
    case 'line':
      return message(
        'Task {0} is not in Workspace {1}, whose SID stands in the same line. Is it in another?',
        task,
        place.workspace,
      );
    case 'only':
      return message(
        'Task {0} is not in Workspace {1}, the only one that the profile “{2}” sees: TaskRouter deletes a Task some minutes after it is completed or canceled.',
        task,
        place.workspace,
        place.profile,
      );
    case 'all':
      return place.count === 0
        ? message(
            'Task {0} was not found: the profile “{1}” sees no Workspace.',
            task,
            place.profile,
          )
        : message(
            'Task {0} is in none of the {1} Workspaces that the profile “{2}” sees: TaskRouter deletes a Task some minutes after it is completed or canceled.',
            task,
            place.count,
            place.profile,
          );
  }
}

/** So many SIDs fit into a sentence. */
const MAX_NAMED_TASKS = 3;

/**
 * What it says of those that are not there to whoever asked for several Tasks.
 *
 * @param missing the Tasks as they are to be named; not empty
 * @param asked how many Tasks were asked for
 */
export function describeMissingTasks(missing: readonly string[], asked: number): Message {
  const named = missing.slice(0, MAX_NAMED_TASKS).join(', ');
  const more = missing.length - MAX_NAMED_TASKS;
  if (missing.length === 1) {
    return message(
      '1 of {0} Tasks was not found: {1}. TaskRouter deletes a Task some minutes after it is completed or canceled.',
      asked,
      named,
    );
  }
  return message(
    '{0} of {1} Tasks were not found: {2}. TaskRouter deletes a Task some minutes after it is completed or canceled.',
    missing.length,
    asked,
    more > 0 ? message('{0} and {1} more', named, more) : named,
  );
}

/**
 * What it says to whoever asked for a resource that is in none of the Workspaces of a profile.
 *
 * @param count of the Workspaces that the profile sees
 */
export function describeMissingResource(sid: string, count: number, profile: string): Message {
  const what = describeResource(sid);
  switch (count) {
    case 0:
      return message('{0} was not found: the profile “{1}” sees no Workspace.', what, profile);
    case 1:
      return message(
        '{0} is not in the only Workspace that the profile “{1}” sees: it may be gone, or of another account.',
        what,
        profile,
      );
    default:
      return message(
        '{0} is in none of the {1} Workspaces that the profile “{2}” sees: it may be gone, or of another account.',
        what,
        count,
        profile,
      );
  }
}
