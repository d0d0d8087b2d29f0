import {
  DocumentLink,
  l10n,
  Range,
  TerminalLink,
  window,
  type DocumentLinkProvider,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import { parseDocumentUri } from '../../core/documents/documentUri.ts';
import type { OpenAction } from '../../core/links/sidAction.ts';
import { findSidLinks, type SidLink } from '../../core/links/sidLinks.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { sidPrefixes } from '../../core/sids/catalog/sidCatalog.ts';
import { docsUrl } from '../../core/sids/catalog/sidMeaning.ts';
import type { SidMatch } from '../../core/sids/scan/sidCandidate.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import { openWebAddress } from '../ui/links.ts';
import { copySid } from './copySid.ts';
import { commandLink, openCommand, openTitle } from './sidCommands.ts';

/** Only the beginning of a larger document gets links. */
const MAX_LINKED_CHARS = 2_000_000;

/** Links from SIDs, and from URLs of the API, to the documents of their resources. */
export class SidDocumentLinks implements DocumentLinkProvider {
  readonly #profiles: ProfileDirectory;

  constructor(profiles: ProfileDirectory) {
    this.#profiles = profiles;
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const resource = parseDocumentUri(document.uri);
    const profile = resource && this.#profiles.find(resource.profileId);
    const home =
      resource === undefined || profile === undefined || 'fault' in profile
        ? undefined
        : { resource, profile };
    // Without a profile, a document has no links.
    if (resource !== undefined && home === undefined) return [];
    const text = document.getText().slice(0, MAX_LINKED_CHARS);
    return findSidLinks(text, home).map(({ offset, length, action }) => {
      const command = openCommand(action);
      const link = new DocumentLink(
        new Range(document.positionAt(offset), document.positionAt(offset + length)),
        commandLink(command),
      );
      link.tooltip = command.title;
      return link;
    });
  }
}

class SidTerminalLink extends TerminalLink {
  readonly link: SidLink;

  constructor(link: SidLink) {
    super(link.offset, link.length, openTitle(link.action));
    this.link = link;
  }
}

/** A longer line in a terminal is data. */
const MAX_TERMINAL_LINE_CHARS = 100_000;

/**
 * Links for the SIDs in a terminal: a Task is fetched, and for other SIDs the user selects an
 * action.
 */
export class SidTerminalLinks {
  provideTerminalLinks({ line }: { readonly line: string }): TerminalLink[] {
    return findSidLinks(line.slice(0, MAX_TERMINAL_LINE_CHARS)).map(
      (link) => new SidTerminalLink(link),
    );
  }

  /** @param chosen one of the provided links */
  async handleTerminalLink(chosen: TerminalLink): Promise<void> {
    if (!(chosen instanceof SidTerminalLink)) return;
    const { found, action } = chosen.link;
    if (action.kind === 'fetch') await executeCommand(commandIds.fetchTask, action.argument);
    else await pickSidAction(found, action);
  }
}

interface ActionItem extends QuickPickItem {
  readonly run: () => unknown;
}

/** Asks for an action on a SID, and runs it. */
async function pickSidAction(
  found: SidMatch,
  action: Extract<OpenAction, { kind: 'open' }>,
): Promise<void> {
  const meanings = sidPrefixes.get(found.prefix) ?? [];
  const items: readonly ActionItem[] = [
    {
      label: `$(go-to-file) ${openTitle(action)}`,
      detail: l10n.t('As JSON, read with the active profile'),
      run: () => executeCommand(commandIds.openResource, action.argument),
    },
    { label: l10n.t('$(copy) Copy SID'), run: () => copySid(found.text) },
    ...meanings.map((meaning) => ({
      label: l10n.t('$(book) Open Documentation'),
      description: `${meaning.name} · ${meaning.product}`,
      run: () => openWebAddress(docsUrl(meaning)),
    })),
  ];
  const [meaning] = meanings;
  const chosen = await window.showQuickPick(items, {
    title:
      meaning === undefined ? found.text : `${l10n.t('{0} SID', meaning.name)} · ${found.text}`,
  });
  await chosen?.run();
}
