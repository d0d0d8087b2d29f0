import { TerminalLink } from 'vscode';
import { findSidLinks, type SidLink } from '../../core/links/sidLinks.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import { openTitle } from './openTitle.ts';
import { pickSidAction } from './pickSidAction.ts';

class SidTerminalLink extends TerminalLink {
  readonly link: SidLink;

  constructor(link: SidLink) {
    super(link.offset, link.length, openTitle(link.action));
    this.link = link;
  }
}

/** Output in one line of more than this is data. */
const LONGEST_LINE = 100_000;

/** Links from the SIDs that a terminal shows: a Task is fetched, for others one is asked what to do. */
export class SidTerminalLinks {
  provideTerminalLinks({ line }: { readonly line: string }): TerminalLink[] {
    return findSidLinks(line.slice(0, LONGEST_LINE)).map((link) => new SidTerminalLink(link));
  }

  /** @param chosen one of those that were provided */
  async handleTerminalLink(chosen: TerminalLink): Promise<void> {
    if (!(chosen instanceof SidTerminalLink)) return;
    const { found, action } = chosen.link;
    if (action.kind === 'fetch') await executeCommand(commandIds.fetchTask, action.argument);
    else await pickSidAction(found, action);
  }
}
