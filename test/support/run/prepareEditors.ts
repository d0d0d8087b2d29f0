import { findBrowser } from '../host/browser.ts';
import { codeServerVersions, prepareEditorHost, type EditorVersion } from '../host/editorHost.ts';

/*
 * Sets up the editors and the browser that the tests run in, unless they are there:
 *
 *     node test/support/run/prepareEditors.ts
 */

const versions = Object.keys(codeServerVersions) as EditorVersion[];
// Together: one waits for the network while the other unpacks.
await Promise.all([findBrowser(), ...versions.map((version) => prepareEditorHost(version))]);
