import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import { afterActivation, type Services } from '../services.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';

/** Registers Toggle Privacy Mode, and the status bar item that shows and toggles it. */
export function registerPrivacy({ runner }: Services): DisposableStore {
  const all = new DisposableStore();
  all.add(
    runner.register(commandIds.togglePrivacyMode, () =>
      settings.setPrivacyMode(!settings.privacyMode()),
    ),
  );
  all.add(afterActivation(() => new PrivacyStatus()));
  return all;
}

/**
 * Says in the status bar that privacy mode is on. Once it was, the item stays when it is turned off,
 * so that the same click turns it on again. Asks the setting, as what masks is not loaded yet.
 */
class PrivacyStatus implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    window.createStatusBarItem('taskrouter.privacy', StatusBarAlignment.Left, 1),
  );
  #wasOn = false;

  constructor() {
    this.#item.name = l10n.t('Twilio Privacy Mode');
    this.#item.command = commandIds.togglePrivacyMode;
    this.#disposables.add(
      settings.onDidChange(PRIVACY_SETTINGS, () => {
        this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const masks = settings.privacyMode();
    this.#wasOn ||= masks;
    if (!this.#wasOn) return;
    this.#item.text = masks
      ? `$(eye-closed) ${l10n.t('Masked')}`
      : `$(eye) ${l10n.t('Not Masked')}`;
    this.#item.tooltip = masks
      ? l10n.t('Privacy mode masks personal data of Tasks. Click to show it.')
      : l10n.t('Personal data of Tasks is shown. Click to mask it.');
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.show();
  }
}
