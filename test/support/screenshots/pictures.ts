import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sampleTask } from '../../../src/core/profiles/profile.ts';
import { acmeTravelDesk } from '../../../src/sample/data/acmeTravelDesk.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import type { EditorSession } from '../e2e/editorSession.ts';
import { SidebarView } from '../e2e/sidebarView.ts';
import { TaskPage } from '../e2e/taskPage.ts';

interface Picture {
  /** The name of its files in `media/screenshots`, before `-light.png` and `-dark.png`. */
  readonly name: string;
  /** In pixels; the content must fill it. */
  readonly height: number;
  /** Shows its content, after the pictures before it. */
  readonly show: (session: EditorSession) => Promise<void>;
}

/** The README's pictures, in the order in which they are taken. */
export const pictures: readonly Picture[] = [
  { name: 'task', height: 800, show: showTask },
  { name: 'json', height: 600, show: showDocument },
  { name: 'hover', height: 440, show: showHover },
];

const { workspaceSid, taskSid } = sampleTask;
const waitingTask = {
  workspaceSid: sampleSid('WS', acmeTravelDesk.name),
  taskSid: sidIn(acmeTravelDesk, 'WT', 'all-on-break'),
};

/** Python, as the editor has no language server for it that could show progress in the picture. */
const CODE = `from twilio.rest import Client

client = Client()
workspace_sid = "${workspaceSid}"


def waiting():
    """The invoice that nobody has taken."""
    task_sid = "${taskSid}"
    return client.taskrouter.v1.workspaces(workspace_sid).tasks(task_sid).fetch()


# Of the wrong kind, and with the letter O for a digit.
events = "/v1/Workspaces/${taskSid}/Events"
mistyped = "${taskSid.replace('0', 'O')}"
`;

/** The page of a Task that waits, as all who could take it are away, beside the side bar. */
async function showTask(session: EditorSession): Promise<void> {
  await SidebarView.open(session.page);
  const view = new SidebarView(session.page, 'Workspaces');
  await view.welcomeAction('Explore Sample Workspace').click();
  await new TaskPage(session).shows('customer_id');
  await session.closeAll();
  await new TaskPage(session).open(waitingTask, /Workers? match/);
  await view.expand(acmeTravelDesk.name);
  await view.expand(/^Pending/);
}

/** A Task as a document. */
async function showDocument(session: EditorSession): Promise<void> {
  await session.closeAll();
  await session.runCommand('Twilio: Open Task as JSON');
  await session.typeInQuickInput(`${workspaceSid}/${taskSid}`);
  await session.page.keyboard.press('Enter');
  await session.waitUntil('the line above the document is there', async () =>
    (await session.codeLenses()).join().includes('profile Sample'),
  );
  await hideSidebar(session);
}

/** The hover of a SID in code, after its Task was fetched. */
async function showHover(session: EditorSession): Promise<void> {
  const { page } = session;
  writeFileSync(resolve(session.folder, 'mistakes.py'), CODE);
  await session.closeAll();
  await session.runCommand('View: Show Explorer');
  await session.openFile('mistakes.py');
  await hideSidebar(session);
  await page.locator('.squiggly-hint, .squiggly-warning').nth(1).waitFor();
  const sid = page.locator('.view-line span span', { hasText: taskSid }).first();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'fetched' }).first();
  await session.waitUntil('the SID is explained', async () => {
    await page.mouse.move(5, 5);
    await sid.hover();
    return await hover.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  await hover.filter({ hasNotText: 'Loading' }).waitFor();
}

async function hideSidebar({ page }: EditorSession): Promise<void> {
  await page.keyboard.press('Control+B');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}
