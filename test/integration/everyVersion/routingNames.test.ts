import assert from 'node:assert/strict';
import { commands, extensions, MarkdownString, Uri } from 'vscode';
import { ChangedSettings } from '../../support/suite/changedSettings.ts';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import {
  completionsAt,
  definitionAt,
  hintsIn,
  labelsAt,
  offsetIn,
  QUEUE,
  readNamesAt,
  routingConfiguration,
  routingDocuments,
  until,
  WORKSPACE,
} from '../../support/suite/routingDocuments.ts';
import { fetchTask, server, startAfresh } from '../../support/suite/taskSuite.ts';

const TASK = 'WT0000000000000000000000000000b002';

describe('Names in routing', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  afterEach(closeAll);

  it('offers attributes of Tasks that were fetched, by their keys alone', async () => {
    const attributes = JSON.stringify({ conversations: { topic: 'secret topic' } });
    const body = { sid: TASK, workspace_sid: WORKSPACE, assignment_status: 'pending', attributes };
    await server.putTask(WORKSPACE, TASK, JSON.stringify(body));
    await fetchTask(`${WORKSPACE}/${TASK}`);
    const document = await openFile('.json', routingConfiguration);
    await until(async () =>
      (await labelsAt(document, offsetIn(document, 'language'))).includes('conversations.topic'),
    );
    const all = await completionsAt(document, offsetIn(document, 'language'));
    const said = all.map(({ documentation: about, ...item }) => [
      item,
      about instanceof MarkdownString ? about.value : about,
    ]);
    assert.ok(!JSON.stringify(said).includes('secret topic'));
  });

  it('knows no names if the server cannot be reached, and offers to read them again', async () => {
    const document = await openFile('.json', routingConfiguration);
    const at = offsetIn(document, QUEUE, 4);
    await until(async () => (await plainHover(document, at)) !== '');
    await server.fault({ reset: true, times: Infinity });
    await readNamesAt(document, at);
    assert.ok((await server.requests()).length > 0);
    assert.deepEqual(await hintsIn(document), []);
    assert.match(await plainHover(document, at), /Read Names/);
  });

  it('reads no names once that is cancelled', async () => {
    const settings = new ChangedSettings();
    await settings.set('taskrouter.requestTimeoutSeconds', 120);
    try {
      const document = await openFile('.json', routingConfiguration);
      const at = offsetIn(document, QUEUE, 4);
      await until(async () => (await plainHover(document, at)) !== '');
      await server.fault({ hang: true, times: Infinity });
      let isDone = false;
      const reading = readNamesAt(document, at).then(() => {
        isDone = true;
      });
      await server.waitForRequests((requests) => requests.length > 0);
      await until(async () => {
        // Its first button cancels.
        await commands.executeCommand('notification.acceptPrimaryAction');
        return isDone;
      });
      await reading;
      assert.deepEqual(await hintsIn(document), []);
      assert.match(await plainHover(document, at), /Read Names/);
    } finally {
      await settings.dispose();
    }
  });

  it('knows the names of TaskQueues once they were read, and leads to their documents', async () => {
    const document = await openFile('.json', routingConfiguration);
    await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
    const at = offsetIn(document, QUEUE, 4);
    await readNamesAt(document, at);
    assert.deepEqual(await hintsIn(document), ['Support', 'Support']);
    assert.match(await plainHover(document, at), /\*\*Support\*\* · profile env/);
    const queues = await completionsAt(document, at);
    const support = queues.find(({ label }) => label === 'Support');
    assert.equal(support?.insertText, QUEUE);
    assert.deepEqual(await definitionAt(document, at), []);

    const uri = Uri.parse(`taskrouter://env/${WORKSPACE}/${QUEUE}.json`);
    await commands.executeCommand('_taskrouter.openResource', uri);
    const asked = (await server.requests()).length;
    const [definition] = await definitionAt(document, at);
    assert.equal(definition?.uri.toString(), uri.toString());
    assert.equal((await server.requests()).length, asked);

    for (const [what, open] of routingDocuments) {
      const hints = await hintsIn(await open());
      assert.deepEqual(hints, ['Support', 'Support'], what);
    }
  });
});
