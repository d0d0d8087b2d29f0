import { SidDiagnostics } from './sidDiagnostics.ts';
import { SidFixes } from './sidFixes.ts';
import { SidHover, type SidServices } from './sidHover.ts';
import { SidDocumentLinks, SidTerminalLinks } from './sidLinks.ts';

// Exported here, as this entry point has the table of prefixes.
export { sidKind } from '../../core/sids/catalog/sidCatalog.ts';

/** All features for SIDs in any document, with the table of prefixes. Loaded lazily. */
export class SidFeatures {
  readonly hover: SidHover;
  readonly diagnostics: SidDiagnostics;
  readonly fixes: SidFixes;
  readonly documentLinks: SidDocumentLinks;
  readonly terminalLinks = new SidTerminalLinks();

  constructor(services: SidServices) {
    this.diagnostics = new SidDiagnostics();
    this.fixes = new SidFixes(this.diagnostics);
    this.hover = new SidHover(services, this.fixes);
    this.documentLinks = new SidDocumentLinks(services.profiles);
  }

  dispose(): void {
    this.diagnostics.dispose();
  }
}
