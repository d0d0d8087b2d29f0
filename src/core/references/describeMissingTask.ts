import { message, type Message } from '../messages/message.ts';

/**
 * How a Task's Workspace is known: from the same reference, as the profile's only one, by the user's
 * choice; or guessed, from the same line, the same document, or the last fetch.
 */
export type WorkspaceOrigin = 'given' | 'only' | 'chosen' | 'line' | 'document' | 'recent';

/**
 * What a 404 says to whoever asked for a Task. Where the Workspace was a guess, a wrong guess is
 * likelier than that the Task is gone, so nothing is said of deletion.
 */
export function describeMissingTask(
  task: string,
  workspace: string,
  origin: WorkspaceOrigin,
): Message {
  switch (origin) {
    case 'given':
    case 'only':
    case 'chosen':
      return message(
        'Task {0} is not in Workspace {1}: TaskRouter deletes a Task some minutes after it is completed or canceled.',
        task,
        workspace,
      );
    case 'line':
      return message(
        'Task {0} is not in Workspace {1}, whose SID stands in the same line. Is it in another?',
        task,
        workspace,
      );
    case 'document':
      return message(
        'Task {0} is not in Workspace {1}, whose SID stands nearest in this document. Is it in another?',
        task,
        workspace,
      );
    case 'recent':
      return message(
        'Task {0} is not in Workspace {1}, which was used last. Is it in another?',
        task,
        workspace,
      );
  }
}
