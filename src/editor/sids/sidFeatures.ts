import { SidDiagnostics } from './sidDiagnostics.ts';
import { SidFixes } from './sidFixes.ts';
import { SidHover, type SidHoverParts } from './sidHover.ts';

/** All that is done with SIDs in any document; with the table of prefixes, loaded when first needed. */
export class SidFeatures {
  readonly hover: SidHover;
  readonly diagnostics: SidDiagnostics;
  readonly fixes: SidFixes;

  constructor(parts: SidHoverParts) {
    this.hover = new SidHover(parts);
    this.diagnostics = new SidDiagnostics();
    this.fixes = new SidFixes(this.diagnostics);
  }

  dispose(): void {
    this.diagnostics.dispose();
  }
}
