import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EditorSession } from '../e2e/editorSession.ts';
import { packagedExtension } from '../packagedExtension.ts';
import { onStopped } from '../process/onStopped.ts';
import { runNpm } from '../process/runCommand.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';
import { pictures } from '../screenshots/pictures.ts';
import { readPng, writePng } from '../screenshots/png.ts';

/*
 * Takes the README's pictures, light and dark, from a real editor with the built-in sample:
 *
 *     npm run screenshots
 */

onStopped(() => process.exit(130));

/** Hides the parts of the editor that have nothing to do with the extension. */
const settings = {
  'window.title': 'TaskRouter Lens',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.layoutControl.enabled': false,
};
const folder = resolve(projectRoot, 'media/screenshots');
try {
  if (!packagedExtension().fresh) {
    progress('Building and packaging the extension…');
    await runNpm(['run', '--silent', 'package'], projectRoot);
  }
  mkdirSync(folder, { recursive: true });
  for (const theme of ['light', 'dark']) {
    progress(`Taking pictures of a ${theme} editor…`);
    const session = await EditorSession.start({ dark: theme === 'dark', settings });
    try {
      for (const { name, height, show } of pictures) {
        await session.page.setViewportSize({ width: 1280, height });
        await show(session);
        const taken = await session.page.screenshot({ animations: 'disabled' });
        const picture = writePng(readPng(taken));
        writeFileSync(resolve(folder, `${name}-${theme}.png`), picture);
        console.log(`media/screenshots/${name}-${theme}.png  ${picture.length} bytes`);
      }
    } catch (error) {
      progress(`See ${await session.capture('failed-picture')}`);
      throw error;
    } finally {
      await session.close();
    }
  }
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
