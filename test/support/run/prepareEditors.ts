import { findBrowser } from '../host/browser.ts';
import { codeServerVersions, prepareEditorHost, type EditorVersion } from '../host/editorHost.ts';

/*
 * Installs the editors and the browser for the tests, unless they are installed:
 *
 *     node test/support/run/prepareEditors.ts
 */

const versions = Object.keys(codeServerVersions) as EditorVersion[];
// In parallel: one waits for the network while the other unpacks.
await Promise.all([findBrowser(), ...versions.map((version) => prepareEditorHost(version))]);
