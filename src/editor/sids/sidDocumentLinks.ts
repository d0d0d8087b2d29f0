import { DocumentLink, Range, type DocumentLinkProvider, type TextDocument } from 'vscode';
import { parseShownAddress } from '../../core/documents/documentUri.ts';
import { findSidLinks } from '../../core/links/sidLinks.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { commandLink } from './commandLink.ts';
import { openCommand } from './openCommand.ts';

/** Of a larger document, the beginning has links. */
const LONGEST_TEXT = 2_000_000;

/** Links from SIDs, and from addresses of the API, to the documents of what they name. */
export class SidDocumentLinks implements DocumentLinkProvider {
  readonly #directory: ProfileDirectory;

  constructor(directory: ProfileDirectory) {
    this.#directory = directory;
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const resource = parseShownAddress(document.uri);
    const profile = resource && this.#directory.find(resource.profileId);
    const home =
      resource === undefined || profile === undefined || 'fault' in profile
        ? undefined
        : { resource, profile };
    // Without its profile a document leads nowhere.
    if (resource !== undefined && home === undefined) return [];
    const text = document.getText().slice(0, LONGEST_TEXT);
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
