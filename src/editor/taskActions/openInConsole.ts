import { message } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { consoleUrl } from '../../core/taskrouter/resourceUrl.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { VisiblePages } from '../details/visiblePages.ts';
import { settings } from '../settings.ts';
import { openSetting, openWebAddress } from '../ui/links.ts';
import { activeTask } from './activeResource.ts';

/** Opens a Task's page in the Twilio Console, outside of the editor. */
export async function openInConsole(
  argument: unknown,
  directory: ProfileDirectory,
  pages: VisiblePages,
  runner: CommandRunner,
): Promise<void> {
  const task = activeTask(argument, directory, pages);
  if (task === undefined) {
    runner.showMessage('information', message('Open the document of a Task first.'));
    return;
  }
  if (directory.find(task.profileId)?.origin === 'sample') {
    runner.showMessage(
      'information',
      message('The built-in sample has no pages in the Twilio Console.'),
    );
    return;
  }
  const url = consoleUrl(settings.consoleUrlTemplate(), task);
  if (url === undefined) {
    runner.showMessage(
      'error',
      message('The setting taskrouter.consoleUrlTemplate does not make a web address.'),
      [openSetting('consoleUrlTemplate')],
    );
    return;
  }
  await openWebAddress(url);
}
