import { l10n, type TreeView } from 'vscode';
import { describeFilter } from '../../core/tree/namedFilter.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { StaleRows } from '../../core/tree/staleRows.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts, localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';

/** What is said above the rows: how old they are, and which filters are set. */
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
    const stale = this.#tree && this.stale.describe(formatTime);
    const filters = this.#tree === undefined ? [] : this.#filters(this.#tree);
    this.#view.message = [...(stale === undefined ? [] : [localize(stale)]), ...filters].join('\n');
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
