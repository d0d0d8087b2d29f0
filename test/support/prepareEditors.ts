import { findBrowser } from './browser/findBrowser.ts';
import { codeServerVersions, type EditorVersion } from './host/codeServerVersions.ts';
import { prepareEditorHost } from './host/prepareEditorHost.ts';

/*
 * Sets up the editors and the browser that the tests run in, unless they are there:
 *
 *     node test/support/prepareEditors.ts
 */

const versions = Object.keys(codeServerVersions) as EditorVersion[];
// Together: one waits for the network while the other unpacks.
await Promise.all([findBrowser(), ...versions.map((version) => prepareEditorHost(version))]);
