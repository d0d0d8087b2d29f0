import { message } from '../../core/messages/message.ts';
import { consoleUrl } from '../../core/taskrouter/resourceUrl.ts';
import type { Services } from '../services.ts';
import { settings } from '../settings.ts';
import { openSetting, openWebAddress } from '../ui/links.ts';
import { requireTask } from './activeResource.ts';

/** Opens a Task's page in the Twilio Console, in a browser. */
export async function openInConsole(
  argument: unknown,
  services: Pick<Services, 'profiles' | 'visiblePages' | 'runner'>,
): Promise<void> {
  const { profiles, runner } = services;
  const otherwise = message('Open the document of a Task.');
  const task = requireTask(argument, services, otherwise);
  if (task === undefined) return;
  if (profiles.find(task.profileId)?.origin === 'sample') {
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
      message('The setting taskrouter.consoleUrlTemplate is not a web address.'),
      [openSetting('consoleUrlTemplate')],
    );
    return;
  }
  await openWebAddress(url);
}
