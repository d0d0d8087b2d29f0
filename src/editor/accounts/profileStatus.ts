import {
  ColorThemeKind,
  l10n,
  StatusBarAlignment,
  TabInputText,
  TabInputTextDiff,
  ThemeColor,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseDocumentUri } from '../../core/documents/documentUri.ts';
import {
  badgedName,
  badgeThemeColor,
  type ProfileBadge,
} from '../../core/profiles/profileBadge.ts';
import type { ListedProfile, ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { VisiblePages } from '../details/visiblePages.ts';
import { plainText } from '../ui/plainText.ts';

/**
 * Shows a profile in the status bar while one of the extension's documents or pages is visible: the
 * profile of the active one, or else the active profile of this window. The profile's badge and
 * color are shown as well.
 */
export class ProfileStatus implements Disposable {
  readonly #profiles: ProfileDirectory;
  readonly #pages: VisiblePages;
  readonly #disposables = new DisposableStore();
  readonly #item: StatusBarItem;
  #described: ListedProfile | undefined;

  constructor(profiles: ProfileDirectory, pages: VisiblePages) {
    this.#profiles = profiles;
    this.#pages = pages;
    this.#item = this.#disposables.add(
      // Of the extension's items, the profile is always first.
      window.createStatusBarItem('taskrouter.profile', StatusBarAlignment.Left, 3),
    );
    this.#item.name = l10n.t('Twilio Profile');
    this.#item.command = commandIds.switchProfile;
    const update = () => {
      this.#update();
    };
    this.#disposables.add(profiles.onDidChange(update));
    this.#disposables.add(pages.onDidChange(update));
    this.#disposables.add(window.onDidChangeActiveColorTheme(update));
    this.#disposables.add(window.tabGroups.onDidChangeTabs(update));
    this.#disposables.add(window.tabGroups.onDidChangeTabGroups(update));
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const active =
      profileOf(window.tabGroups.activeTabGroup.activeTab?.input) ?? this.#pages.active?.profileId;
    const isInSight =
      active !== undefined ||
      this.#pages.isAnyVisible ||
      window.tabGroups.all.some(({ activeTab }) => profileOf(activeTab?.input) !== undefined);
    if (!isInSight) {
      this.#item.hide();
      return;
    }
    const profile = active === undefined ? this.#profiles.active() : this.#profiles.find(active);
    // The document of a removed profile has only its id.
    const unnamed = active === undefined ? l10n.t('no profile') : l10n.t('unknown profile');
    const name = profile?.name ?? unnamed;
    const badge = profile?.badge ?? {};
    const shown = badgedName({ name, badge });
    this.#item.text = `$(account) ${plainText(shown)}`;
    this.#item.accessibilityInformation = { label: l10n.t('Twilio profile {0}', shown) };
    this.#item.backgroundColor = backgroundOf(badge);
    this.#item.color = foregroundOf(badge);
    this.#item.show();
    void this.#describe(profile);
  }

  async #describe(profile: ListedProfile | undefined): Promise<void> {
    this.#described = profile;
    if (profile === undefined) {
      this.#item.tooltip = undefined;
      return;
    }
    const { describeListed } = await import('./describeListed.ts');
    // Another profile may be shown by now.
    if (this.#described === profile) this.#item.tooltip = describeListed(profile);
  }
}

function profileOf(input: unknown): string | undefined {
  if (input instanceof TabInputText) return parseDocumentUri(input.uri)?.profileId;
  if (!(input instanceof TabInputTextDiff)) return undefined;
  return (parseDocumentUri(input.modified) ?? parseDocumentUri(input.original))?.profileId;
}

/** VS Code allows only these two backgrounds, and its dark high contrast theme has neither. */
function backgroundOf({ color }: ProfileBadge): ThemeColor | undefined {
  if (window.activeColorTheme.kind === ColorThemeKind.HighContrast) return undefined;
  if (color === 'red') return new ThemeColor('statusBarItem.errorBackground');
  return color === 'yellow' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
}

/** A background brings its own foreground. */
function foregroundOf(badge: ProfileBadge): ThemeColor | undefined {
  const color = badgeThemeColor(badge);
  return color === undefined || backgroundOf(badge) !== undefined
    ? undefined
    : new ThemeColor(color);
}
