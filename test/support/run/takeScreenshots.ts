import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EditorSession } from '../e2e/editorSession.ts';
import { packagedExtension } from '../packagedExtension.ts';
import { onStopped } from '../process/onStopped.ts';
import { runNpm } from '../process/runCommand.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';
import { animation, recordAnimation } from '../screenshots/animation.ts';
import { animatedGif, smallPng } from '../screenshots/images.ts';
import { pictures } from '../screenshots/pictures.ts';

/*
 * Takes the README's pictures, light and dark, and its animation, from a real editor with the built-in sample:
 *
 *     npm run screenshots [-- pictures | animation]
 */

onStopped(() => process.exit(130));

/** Hides the parts of the editor that have nothing to do with the extension. */
const settings = {
  'window.title': 'TaskRouter Lens',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.layoutControl.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
};
const folder = resolve(projectRoot, 'media/screenshots');
const [chosen] = process.argv.slice(2);
try {
  if (!packagedExtension().fresh) {
    progress('Building and packaging the extension…');
    await runNpm(['run', '--silent', 'package'], projectRoot);
  }
  mkdirSync(folder, { recursive: true });
  if (chosen !== 'animation') {
    await takePictures('light');
    await takePictures('dark');
  }
  if (chosen !== 'pictures') await takeAnimation();
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function takePictures(theme: 'light' | 'dark'): Promise<void> {
  progress(`Taking pictures of a ${theme} editor…`);
  await inEditor(theme === 'dark', async (session) => {
    for (const { name, height, show } of pictures) {
      await session.page.setViewportSize({ width: 1280, height });
      await show(session);
      const taken = await session.page.screenshot({ animations: 'disabled' });
      save(`${name}-${theme}.png`, await smallPng(taken));
    }
  });
}

async function takeAnimation(): Promise<void> {
  progress('Recording the animation…');
  await inEditor(false, async (session) => {
    save(animation.name, await animatedGif(await recordAnimation(session)));
  });
}

async function inEditor(
  dark: boolean,
  take: (session: EditorSession) => Promise<void>,
): Promise<void> {
  const session = await EditorSession.start({ dark, settings });
  try {
    await take(session);
  } catch (error) {
    progress(`See ${await session.capture('failed-picture')}`);
    throw error;
  } finally {
    await session.close();
  }
}

function save(name: string, picture: Buffer): void {
  writeFileSync(resolve(folder, name), picture);
  console.log(`media/screenshots/${name}  ${picture.length} bytes`);
}
