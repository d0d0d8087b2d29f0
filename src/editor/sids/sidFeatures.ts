import { SidDiagnostics } from './sidDiagnostics.ts';
import { SidFixes } from './sidFixes.ts';
import { SidHover, type SidServices } from './sidHover.ts';
import { SidDocumentLinks, SidTerminalLinks } from './sidLinks.ts';

// Here, as the table of prefixes is.
export { sidKind } from '../../core/sids/catalog/sidCatalog.ts';

/** All that is done with SIDs in any document; with the table of prefixes, loaded when first needed. */
export class SidFeatures {
  readonly hover: SidHover;
  readonly diagnostics: SidDiagnostics;
  readonly fixes: SidFixes;
  readonly documentLinks: SidDocumentLinks;
  readonly terminalLinks = new SidTerminalLinks();

  constructor(services: SidServices) {
    this.hover = new SidHover(services);
    this.diagnostics = new SidDiagnostics();
    this.fixes = new SidFixes(this.diagnostics);
    this.documentLinks = new SidDocumentLinks(services.profiles);
  }

  dispose(): void {
    this.diagnostics.dispose();
  }
}
