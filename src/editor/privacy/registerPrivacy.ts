import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import { afterActivation, type Services } from '../services.ts';
import { settings } from '../settings.ts';
import { present } from '../ui/present.ts';
import { PrivacyStatus } from './privacyStatus.ts';

/** Registers Toggle Privacy Mode, and the status bar item that shows and toggles it. */
export function registerPrivacy({ runner }: Services): DisposableStore {
  const all = new DisposableStore();
  all.add(
    runner.register(commandIds.togglePrivacyMode, () => settings.setPrivacyMode(!present().masks)),
  );
  all.add(afterActivation(() => new PrivacyStatus()));
  return all;
}
