import { message, type Message } from '../messages/message.ts';
import { describeResource } from '../taskrouter/resourceLabel.ts';

/** Where a Task was searched for but not found. */
export type SearchScope =
  /** `given`: in the Workspace of the reference or of the user's input. `line`: in one from the same line. */
  | { readonly kind: 'given' | 'line'; readonly workspace: string }
  /** In the only Workspace that the profile can access. */
  | { readonly kind: 'only'; readonly workspace: string; readonly profile: string }
  /** In all Workspaces of the profile; `count` is not 1. */
  | { readonly kind: 'all'; readonly count: number; readonly profile: string };

/**
 * Explains that a Task was not found. If its Workspace was a guess, the guess is probably wrong, so the message
 * does not say that the Task may be deleted.
 */
export function describeMissingTask(task: string, place: SearchScope): Message {
  switch (place.kind) {
    case 'given':
      return message(
        'Task {0} is not in Workspace {1}. TaskRouter deletes a Task some minutes after it is completed or canceled.',
        task,
        place.workspace,
      );
    case 'line':
      return message(
        'Task {0} is not in Workspace {1}, whose SID is in the same line. Search other Workspaces?',
        task,
        place.workspace,
      );
    case 'only':
      return message(
        'Task {0} is not in Workspace {1}, the only one that the profile “{2}” sees. TaskRouter deletes a Task some minutes after it is completed or canceled.',
        task,
        place.workspace,
        place.profile,
      );
    case 'all':
      return place.count === 0
        ? message(
            'Task {0} was not found. The profile “{1}” sees no Workspace.',
            task,
            place.profile,
          )
        : message(
            'Task {0} is in none of the {1} Workspaces that the profile “{2}” sees. TaskRouter deletes a Task some minutes after it is completed or canceled.',
            task,
            place.count,
            place.profile,
          );
  }
}

/** How many SIDs fit in a sentence. */
const MAX_NAMED_TASKS = 3;

/**
 * Explains that some of several Tasks were not found.
 *
 * @param missing the Tasks as shown to the user; not empty
 * @param asked the number of requested Tasks
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
 * Explains that a resource is in none of the Workspaces of a profile.
 *
 * @param count the number of Workspaces that the profile can access
 */
export function describeMissingResource(sid: string, count: number, profile: string): Message {
  const what = describeResource(sid);
  switch (count) {
    case 0:
      return message('{0} was not found. The profile “{1}” sees no Workspace.', what, profile);
    case 1:
      return message(
        '{0} is not in the only Workspace that the profile “{1}” sees. It may be deleted, or belong to another account.',
        what,
        profile,
      );
    default:
      return message(
        '{0} is in none of the {1} Workspaces that the profile “{2}” sees. It may be deleted, or belong to another account.',
        what,
        count,
        profile,
      );
  }
}
