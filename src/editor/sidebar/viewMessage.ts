import { l10n, type TreeView } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../core/profiles/profile.ts';
import { describeFilter } from '../../core/tree/namedFilter.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { StaleRows } from '../../core/tree/staleRows.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts, localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';

/** What is said above the rows: that they are of the sample, how old they are, and which filters are set. */
export class ViewMessage {
  readonly stale = new StaleRows(() => {
    this.#update();
  });
  readonly #view: Pick<TreeView<unknown>, 'message'>;
  readonly #workspaceNames: WorkspaceNames;
  #tree: ProfileTree | undefined;

  constructor(view: Pick<TreeView<unknown>, 'message'>, workspaceNames: WorkspaceNames) {
    this.#view = view;
    this.#workspaceNames = workspaceNames;
  }

  /** Describes the rows of a tree. */
  show(tree: ProfileTree | undefined): void {
    this.#tree = tree;
    void setContext(contextKeys.filtered, (tree?.filters.size ?? 0) > 0);
    this.#update();
  }

  /** VS Code hides the welcome view, which explains why there are no rows, while there is a message. */
  hide(): void {
    this.#tree = undefined;
    this.#update();
  }

  #update(): void {
    const tree = this.#tree;
    this.#view.message = tree === undefined ? '' : this.#describe(tree).join('\n');
  }

  #describe(tree: ProfileTree): readonly string[] {
    const stale = this.stale.describe(formatTime);
    const isSample = tree.profileId === SAMPLE_PROFILE_ID;
    return [
      ...(isSample
        ? [
            l10n.t(
              'This is the built-in sample. To leave it, choose Use My Profile in the title of this view.',
            ),
          ]
        : []),
      ...(stale === undefined ? [] : [localize(stale)]),
      ...this.#filters(tree),
    ];
  }

  #filters({ filters, workspaces, profileId }: ProfileTree): readonly string[] {
    const shown = present();
    return [...filters].map(([workspaceSid, filter]) => {
      const facts = joinFacts(describeFilter(filter, shown));
      const name = this.#workspaceNames.label(profileId, workspaceSid);
      return workspaces.length > 1
        ? l10n.t('Filter in {0}: {1}', name, facts)
        : l10n.t('Filter: {0}', facts);
    });
  }
}
