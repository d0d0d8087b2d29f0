import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { acmeTravelDesk } from '../../../src/sample/data/acmeTravelDesk.ts';
import { sidIn } from '../../../src/sample/sampleSid.ts';
import type { EditorSession } from '../e2e/editorSession.ts';
import { SidebarView } from '../e2e/sidebarView.ts';
import { TaskPage } from '../e2e/taskPage.ts';
import type { AnimationFrame } from './images.ts';
import { Recorder } from './recorder.ts';

/** The README's animation, in `media/screenshots`. */
export const animation = { name: 'fetch-light.gif', width: 1040, height: 580 } as const;

const taskSid = sidIn(acmeTravelDesk, 'WT', 'all-on-break');
const LOG = 'dispatcher.log';
const CONTENT = `2026-05-04T09:10:02Z INFO  dispatcher started, 4 queues
2026-05-04T09:10:02Z INFO  listening on :8080
2026-05-04T09:10:37Z INFO  call from +1 202 555 0146, hotel in Lyon
2026-05-04T09:10:51Z INFO  taken after 14 s
2026-05-04T09:11:08Z INFO  chat from the web, bike on a train
2026-05-04T09:11:15Z INFO  taken after 7 s
2026-05-04T09:11:40Z INFO  call from +1 202 555 0173, trip for 24 people
2026-05-04T09:11:41Z INFO  created ${taskSid}
2026-05-04T09:16:41Z WARN  still pending after 5 min
2026-05-04T09:18:09Z INFO  call from +1 202 555 0119, refund
2026-05-04T09:18:21Z INFO  taken after 12 s
2026-05-04T09:21:41Z WARN  still pending after 10 min
2026-05-04T09:26:41Z ERROR still pending after 15 min, paging on-call
`;

/** The main path: a SID in a log, its hover, its Task, and why that Task waits. */
export async function recordAnimation(session: EditorSession): Promise<readonly AnimationFrame[]> {
  const { page } = session;
  await prepare(session);
  const recorder = await Recorder.start(page, 640, 400);
  await recorder.hold(800);

  const sid = page.locator('.view-line span span', { hasText: taskSid }).last();
  await recorder.moveTo(sid, 200);
  const fetch = page.locator('.monaco-hover:visible').getByText('Fetch Task').first();
  await fetch.waitFor();
  await recorder.hold(1_200);

  await recorder.moveTo(fetch, 30);
  await recorder.press();
  const lens = page.locator('.codelens-decoration a');
  const why = lens.filter({ hasText: 'Why Is It Waiting?' });
  await why.waitFor();
  await recorder.hold(1_200);

  await recorder.moveTo(why, 60);
  await recorder.press();
  const cause = lens.filter({ hasText: 'Workers match' });
  await cause.waitFor();
  await recorder.hold(1_600);

  await recorder.press();
  await new TaskPage(session).shows('It is offered as soon as');
  await recorder.hold(3_000);
  return recorder.frames;
}

async function prepare(session: EditorSession): Promise<void> {
  const { page } = session;
  await page.setViewportSize({ width: animation.width, height: animation.height });
  await SidebarView.open(page);
  await new SidebarView(page, 'Workspaces').welcomeAction('Explore Sample Workspace').click();
  await new TaskPage(session).shows('customer_id');
  await session.closeAll();
  writeFileSync(resolve(session.folder, LOG), CONTENT);
  await session.runCommand('View: Show Explorer');
  await session.openFile(LOG);
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}
