import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, window, workspace, type CodeLens } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import { fetchTask, server, startAfresh, waitForPages } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const D = '0000000000000000000000000000e0';
const [TASK, GONE, PAGE] = [`WT${D}01`, `WT${D}02`, `WT${D}03`];
const PERSON = 'canary@acme.example +15005550199';
const canary = /canary|0199/i;
const uriOf = (path: string) => Uri.parse(`taskrouter://env/${WORKSPACE}/${path}`);
const embedded = JSON.stringify({ who: PERSON, name: 'CANARY' });

/** Each is open in a tab, and has this text while nothing is masked. */
const documents: readonly (readonly [uri: Uri, body: object])[] = [
  ...(['WQ', 'WW', 'WA', 'TC'] as const).map(
    (prefix) =>
      [uriOf(`${prefix}${D}04.json`), { sid: `${prefix}${D}04`, friendly_name: PERSON }] as const,
  ),
  [uriOf(`WK${D}04.json`), { sid: `WK${D}04`, friendly_name: PERSON, attributes: embedded }],
  [
    uriOf(`EV${D}04.json`),
    {
      sid: `EV${D}04`,
      friendly_name: PERSON,
      event_data: { task_attributes: embedded },
      description: PERSON,
    },
  ],
  [
    uriOf(`${TASK}/WR${D}04.json`),
    { sid: `WR${D}04`, task_sid: TASK, worker_name: PERSON, friendly_name: PERSON },
  ],
];

describe('Changing taskrouter.privacyMode while documents are open', () => {
  const set = (value: boolean | undefined) =>
    workspace
      .getConfiguration('taskrouter')
      .update('privacyMode', value, ConfigurationTarget.Global);

  before(startAfresh);
  after(async () => {
    await set(undefined);
    await startAfresh();
  });

  const putTask = (taskSid: string, more: object = {}) =>
    server.putTask(
      WORKSPACE,
      taskSid,
      JSON.stringify({
        ...{ sid: taskSid, assignment_status: PERSON, task_queue_friendly_name: PERSON },
        ...{ attributes: embedded, addons: embedded, ...more },
      }),
    );
  const textOf = (uri: Uri) =>
    workspace.textDocuments.find((one) => String(one.uri) === String(uri))?.getText() ?? '';
  const lensesOf = async (uri: Uri) => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
    return lenses.map(({ command }) => `${command?.title ?? ''} ${command?.tooltip ?? ''}`).join();
  };
  const titles = () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join();

  it('masks documents, CodeLenses, earlier fetches, hovers and titles, and shows them again', async function () {
    this.timeout(60_000);
    await putTask(TASK);
    const named = { workspaceSid: WORKSPACE, taskSid: TASK };
    const task = await fetchTask(named);
    assert.ok(task !== undefined);
    await putTask(TASK, { reason: PERSON });
    await fetchTask(named);
    await commands.executeCommand('taskrouter.compareTask', task);
    for (const [uri, body] of documents) {
      const sid = uri.path.slice(-39, -5);
      await server.fault({
        ...{ match: sid, status: 200 },
        body: JSON.stringify({ workspace_sid: WORKSPACE, ...body }),
      });
      const open = commands.executeCommand<Uri | undefined>('_taskrouter.openResource', uri);
      assert.equal(String(await open), String(uri));
    }
    const failed = uriOf(`${GONE}.json`);
    await commands.executeCommand('vscode.open', failed, { preview: false });
    await server.fault({
      ...{ match: GONE, status: 400 },
      body: JSON.stringify({ code: 20001, message: `No ${PERSON}` }),
    });
    await commands.executeCommand('taskrouter.refreshTask', failed);
    await putTask(PAGE);
    await commands.executeCommand('taskrouter.openTaskDetails', { ...named, taskSid: PAGE });
    await waitForPages(1);
    const file = await openFile('.txt', TASK);

    const surfaces: Readonly<Record<string, () => string | Promise<string>>> = {
      'the document of the Task': () => textOf(task),
      'the line of the Task': () => lensesOf(task),
      'an earlier fetch': () => textOf(task.with({ query: 'fetch=1' })),
      'the latest fetch': () => textOf(task.with({ query: 'fetch=2' })),
      'a hover': () => plainHover(file, 5),
      'the document that says why it is empty': () => textOf(failed),
      'the line that says why it is empty': () => lensesOf(failed),
      'the title of a page': titles,
      ...Object.fromEntries(
        documents.flatMap(([uri]): [string, () => string | Promise<string>][] => [
          [`the document ${uri.path}`, () => textOf(uri)],
          [`the line of ${uri.path}`, () => lensesOf(uri)],
        ]),
      ),
    };
    const shown = async () => {
      const texts = await Promise.all(
        Object.entries(surfaces).map(async ([name, show]) => [name, await show()] as const),
      );
      return texts.filter(([, text]) => canary.test(text)).map(([name]) => name);
    };
    const all = Object.keys(surfaces);
    assert.deepEqual(await shown(), all);
    for (const [masked, expected] of [
      [true, []],
      [undefined, all],
      [true, []],
    ] as const) {
      await set(masked);
      let last: readonly string[] = [];
      for (const tries of Array(100).keys()) {
        last = await shown();
        if (last.length === expected.length) break;
        await new Promise((resolve) => setTimeout(resolve, 10 * tries));
      }
      assert.deepEqual(last, expected, `privacyMode is ${String(masked)}`);
    }
    await waitFor(() => !canary.test(titles()));
  });
});
