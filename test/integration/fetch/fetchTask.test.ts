import assert from 'node:assert/strict';
import { commands, FilePermission, Selection, Uri, window, workspace } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import {
  activeTaskDocument,
  dismissing,
  useNewAccount,
  fetchTask,
  lineAbove,
  openText,
  server,
  serverUrl,
  startAfresh,
  taskTabs,
  waitForText,
} from '../../support/suite/taskSuite.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const OTHER_WORKSPACE = sampleSid('WS', 'Acme Back Office');
const THIRD_WORKSPACE = sampleSid('WS', 'Acme Travel Desk');
const TASK = 'WT00000000000000000000000000001234';
const ATTRIBUTES = '{"customer_id":9007199254740993,"rate":1.50e+3,"from":"a","from":"b"}';
const BODY = JSON.stringify({
  sid: TASK,
  workspace_sid: WORKSPACE,
  assignment_status: 'pending',
  age: 1214,
  attributes: ATTRIBUTES,
});

const documentUri = (workspaceSid = WORKSPACE, taskSid = TASK) =>
  `taskrouter://env/${workspaceSid}/${taskSid}.json`;

/** The Task of each request so far, as `WS…/WT…`, or "Workspaces" for their list. */
const askedFor = async () =>
  (await server.requests()).map(({ path }) =>
    path.replace('/v1/', '').replace(/^Workspaces\/(\w+)\/Tasks\//, '$1/'),
  );

describe('Fetch TaskRouter Task', () => {
  beforeEach(async () => {
    await startAfresh();
    await server.putTask(WORKSPACE, TASK, BODY);
  });

  it('keeps its connection for the next Task, which VS Code does only on request', async () => {
    await fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK });
    await fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK });
    const ports = (await server.requests()).map(({ port }) => port);
    assert.equal(ports.length, 2);
    assert.ok(ports[0] !== undefined && ports[0] === ports[1], ports.join(', '));
  });

  const apiPath = `/v1/Workspaces/${WORKSPACE}/Tasks/${TASK}`;
  const consolePath = `/console/taskrouter/workspaces/${WORKSPACE}/tasks/${TASK}`;
  const named: [kind: string, argument: unknown][] = [
    ['SIDs', { workspaceSid: WORKSPACE, taskSid: TASK }],
    ['SIDs and a profile', { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'env' }],
    ['WS…/WT…', `${WORKSPACE}/${TASK}`],
    ['an API URL', `${serverUrl}${apiPath}`],
    ['an API path', apiPath],
    ['a Console address', `https://www.twilio.com${consolePath}`],
    [
      'a framed Console address',
      `https://console.twilio.com/?frameUrl=${encodeURIComponent(consolePath)}`,
    ],
    ['the Uri of its document', Uri.parse(documentUri())],
    ['the name of its tab, with its Workspace', `${WORKSPACE} ${TASK}.json`],
    ['a body of a webhook', `AccountSid=AC1&WorkspaceSid=${WORKSPACE}&TaskSid=${TASK}&TaskAge=1`],
    ['a chain of calls', `workspaces('${WORKSPACE}').tasks('${TASK}').fetch()`],
  ];
  for (const [kind, argument] of named) {
    it(`opens the Task named by ${kind} and returns its Uri`, async () => {
      const uri = await fetchTask(argument);
      assert.equal(uri?.toString(), documentUri());
      const document = activeTaskDocument();
      assert.equal(document.uri.toString(), documentUri());
      assert.equal(document.languageId, 'taskrouter-json');
      assert.match(document.getText(), /"assignment_status": "pending"/);
      assert.equal((await server.requests()).length, 1);
    });
  }

  it('sends a GET with credentials, and nothing else', async () => {
    await fetchTask(`${WORKSPACE}/${TASK}`);
    const [request, ...others] = await server.requests();
    assert.deepEqual(others, []);
    assert.equal(request?.method, 'GET');
    assert.equal(request.path, apiPath);
    assert.equal(request.query, '');
    assert.equal(request.authorizationPresent, true);
  });

  it('opens a read-only document', async () => {
    const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
    assert.ok(uri !== undefined);
    assert.equal(workspace.fs.isWritableFileSystem('taskrouter'), false);
    assert.equal((await workspace.fs.stat(uri)).permissions, FilePermission.Readonly);
    await assert.rejects(async () => workspace.fs.writeFile(uri, new Uint8Array()));
    await assert.rejects(async () => workspace.fs.delete(uri));
    const before = activeTaskDocument().getText();
    // VS Code reports success, although the document does not change.
    await window.activeTextEditor?.edit((edit) => {
      edit.insert(activeTaskDocument().positionAt(0), 'x');
    });
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(activeTaskDocument().getText(), before);
    assert.equal(activeTaskDocument().isDirty, false);
  });

  it('sends nothing without credentials, and settles when the prompt is cancelled', async () => {
    const token = process.env['TWILIO_AUTH_TOKEN'];
    delete process.env['TWILIO_AUTH_TOKEN'];
    try {
      assert.equal(await dismissing(fetchTask()), undefined);
      assert.equal(await dismissing(fetchTask(`${WORKSPACE}/${TASK}`)), undefined);
      assert.equal(await dismissing(commands.executeCommand('taskrouter.addProfile')), undefined);
      assert.deepEqual(await server.requests(), []);
      assert.equal(taskTabs(), 0);
    } finally {
      process.env['TWILIO_AUTH_TOKEN'] = token;
    }
    assert.equal((await fetchTask(`${WORKSPACE}/${TASK}`))?.toString(), documentUri());
  });

  it('makes one request for twenty calls at once, and opens one tab', async () => {
    await server.fault({ delayMs: 300 });
    const calls = Array.from({ length: 20 }, () => fetchTask(`${WORKSPACE}/${TASK}`));
    const uris = await Promise.all(calls);
    assert.deepEqual(new Set(uris.map(String)), new Set([documentUri()]));
    assert.equal((await server.requests()).length, 1);
    assert.equal(taskTabs(), 1);
  });

  const refused: [what: string, argument: unknown][] = [
    ['swapped SIDs', { workspaceSid: TASK, taskSid: WORKSPACE }],
    ['swapped SIDs in a text', `${TASK}/${WORKSPACE}`],
    ['swapped SIDs in an API path', `/v1/Workspaces/${TASK}/Tasks/${WORKSPACE}`],
    ['a SID that is too short', { workspaceSid: WORKSPACE, taskSid: TASK.slice(0, -1) }],
    ['a SID with a path in it', { workspaceSid: `${WORKSPACE}/../x`, taskSid: TASK }],
    ['words', 'no Task here'],
    ['a number', 7],
    ['a profile that does not exist', { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'nope' }],
    ['the document of another profile', Uri.parse(documentUri().replace('env', 'nope'))],
    ['an API URL of another host', `https://taskrouter.twilio.com${apiPath}`],
    ['one of JSON', `https:\\/\\/taskrouter.twilio.com${apiPath.replaceAll('/', '\\/')}`],
    ['one without a scheme', `taskrouter.twilio.com${apiPath}`],
    ['one in capitals', `HTTPS://TASKROUTER.TWILIO.COM${apiPath}`],
    ['one that is encoded', encodeURIComponent(`https://taskrouter.twilio.com${apiPath}`)],
    ['the Console in another region', `https://console.twilio.com/ie1/x${consolePath}`],
  ];
  for (const [what, argument] of refused) {
    it(`refuses ${what}: no request, no tab, and the command settles`, async () => {
      assert.equal(await fetchTask(argument), undefined);
      assert.deepEqual(await server.requests(), []);
      assert.equal(taskTabs(), 0);
    });
  }

  const faults: [what: string, fault: Parameters<typeof server.fault>[0]][] = [
    ['401', { status: 401, body: '{"code":20003}' }],
    ['403', { status: 403, body: '{"code":70051}' }],
    ['404', { status: 404, body: '{"code":20404}' }],
    ['429 for longer than the call may take', { status: 429, headers: { 'Retry-After': '900' } }],
    ['500 with HTML', { status: 500, body: '<html></html>' }],
    ['a redirect', { status: 302, headers: { Location: `${serverUrl}/elsewhere` } }],
    ['a cut connection', { cutBody: true }],
    ['something that is not JSON', { status: 200, body: 'hello' }],
    ['another Task', { status: 200, body: '{"sid":"WT0"}' }],
  ];
  for (const [index, [what, fault]] of faults.entries()) {
    it(`opens no tab when the first answer is ${what}, and works the next time`, async () => {
      // What was fetched before would be shown.
      const taskSid = `WT${'0'.repeat(28)}fa0${index}`;
      await server.putTask(WORKSPACE, taskSid, BODY.replace(TASK, taskSid));
      await server.fault(fault);
      assert.equal(await fetchTask(`${WORKSPACE}/${taskSid}`), undefined);
      assert.equal(taskTabs(), 0);
      assert.equal((await server.requests()).length, 1);
      const uri = await fetchTask(`${WORKSPACE}/${taskSid}`);
      assert.equal(uri?.toString(), documentUri(WORKSPACE, taskSid));
    });
  }

  it('shows what is in memory when the answer is a failure, marked with the reason', async () => {
    await fetchTask(`${WORKSPACE}/${TASK}`);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await server.fault({ status: 500, body: '<html></html>' });
    assert.equal(await fetchTask(`${WORKSPACE}/${TASK}`), undefined);
    assert.equal(taskTabs(), 1);
    assert.match(await lineAbove(activeTaskDocument().uri), /^\$\(warning\)\u00a0Stale: /);
  });

  describe('finds the Workspace of a Task SID', () => {
    it('in the same line before one that is nearer in another', async () => {
      await openText(`"${OTHER_WORKSPACE}"\ntasks("|${TASK}") // ${'x'.repeat(60)} ${WORKSPACE}\n`);
      assert.equal((await fetchTask(TASK))?.toString(), documentUri());
    });

    it('as the nearest in the document', async () => {
      await openText(`${OTHER_WORKSPACE}\n\n\n${WORKSPACE}\n\n|${TASK}\n`);
      assert.equal((await fetchTask(TASK))?.toString(), documentUri());
    });

    it('as the one used last under this profile', async () => {
      await server.putTask(OTHER_WORKSPACE, TASK, BODY.replace(WORKSPACE, OTHER_WORKSPACE));
      for (const workspaceSid of [OTHER_WORKSPACE, WORKSPACE]) {
        await fetchTask({ workspaceSid, taskSid: TASK });
        await commands.executeCommand('workbench.action.closeAllEditors');
        assert.equal((await fetchTask(TASK))?.toString(), documentUri(workspaceSid));
        await commands.executeCommand('workbench.action.closeAllEditors');
      }
    });

    it('in the line only: a missing Task is searched for elsewhere only on request', async () => {
      await openText(`${WORKSPACE}\n${OTHER_WORKSPACE} |${TASK}\n`);
      assert.equal(await fetchTask(TASK), undefined);
      assert.deepEqual(await askedFor(), [`${OTHER_WORKSPACE}/${TASK}`]);
    });

    it('outside the document if that one is wrong', async () => {
      await server.putTask(OTHER_WORKSPACE, TASK, BODY.replace(WORKSPACE, OTHER_WORKSPACE));
      await server.removeTask(WORKSPACE, TASK);
      await openText(`${WORKSPACE}\n\n|${TASK}\n`);
      assert.equal((await fetchTask(TASK))?.toString(), documentUri(OTHER_WORKSPACE));
      assert.equal((await askedFor())[0], `${WORKSPACE}/${TASK}`);
    });

    describe('without any hint', () => {
      let leave: () => void;
      beforeEach(() => {
        leave = useNewAccount();
      });
      afterEach(() => {
        leave();
      });

      /** The other Workspaces are asked side by side. The first one that has the Task ends the requests to the rest. */
      const answerLast = (workspaceSid: string) =>
        server.fault({ match: `/${workspaceSid}/Tasks/`, delayMs: 500 });

      it('by searching all without a prompt, and searches it first the next time', async () => {
        await server.removeTask(WORKSPACE, TASK);
        await server.putTask(OTHER_WORKSPACE, TASK, BODY.replace(WORKSPACE, OTHER_WORKSPACE));
        await answerLast(OTHER_WORKSPACE);
        assert.equal((await fetchTask(TASK))?.toString(), documentUri(OTHER_WORKSPACE));
        assert.deepEqual((await askedFor()).sort(), [
          `${OTHER_WORKSPACE}/${TASK}`,
          `${THIRD_WORKSPACE}/${TASK}`,
          `${WORKSPACE}/${TASK}`,
          'Workspaces',
        ]);
        assert.equal(activeTaskDocument().uri.toString(), documentUri(OTHER_WORKSPACE));
        assert.equal(taskTabs(), 1);

        await commands.executeCommand('workbench.action.closeAllEditors');
        const before = (await server.requests()).length;
        assert.equal((await fetchTask(TASK))?.toString(), documentUri(OTHER_WORKSPACE));
        assert.deepEqual((await askedFor()).slice(before), [`${OTHER_WORKSPACE}/${TASK}`]);
      });

      it('in the others if the last one is wrong', async () => {
        await fetchTask(`${WORKSPACE}/${TASK}`);
        await commands.executeCommand('workbench.action.closeAllEditors');
        await server.removeTask(WORKSPACE, TASK);
        await server.putTask(OTHER_WORKSPACE, TASK, BODY.replace(WORKSPACE, OTHER_WORKSPACE));
        await answerLast(OTHER_WORKSPACE);
        assert.equal((await fetchTask(TASK))?.toString(), documentUri(OTHER_WORKSPACE));
        const asked = await askedFor();
        assert.deepEqual(asked.slice(1, 3), [`${WORKSPACE}/${TASK}`, 'Workspaces']);
        assert.deepEqual(asked.slice(3).sort(), [
          `${OTHER_WORKSPACE}/${TASK}`,
          `${THIRD_WORKSPACE}/${TASK}`,
        ]);
      });

      it('with one request to each if the Task does not exist', async () => {
        await server.removeTask(WORKSPACE, TASK);
        assert.equal(await fetchTask(TASK), undefined);
        assert.deepEqual((await askedFor()).sort(), [
          `${OTHER_WORKSPACE}/${TASK}`,
          `${THIRD_WORKSPACE}/${TASK}`,
          `${WORKSPACE}/${TASK}`,
          'Workspaces',
        ]);
        assert.equal(taskTabs(), 0);
      });

      it('not if one of them refuses: the command settles, and works the next time', async () => {
        await server.fault({ match: `${OTHER_WORKSPACE}/Tasks`, status: 403 });
        await server.fault({ match: `${WORKSPACE}/Tasks`, hang: true });
        assert.equal(await fetchTask(TASK), undefined);
        await server.waitForRequests((requests) => requests.some(({ aborted }) => aborted));
        assert.equal((await fetchTask(TASK))?.toString(), documentUri());
      });

      it('not if they cannot be listed: the command settles when its prompt is closed', async () => {
        await server.fault({ match: '/v1/Workspaces?', status: 400 });
        const closing = setInterval(() => {
          void commands.executeCommand('workbench.action.closeQuickOpen');
        }, 20);
        try {
          assert.equal(await fetchTask(TASK), undefined);
        } finally {
          clearInterval(closing);
        }
        assert.deepEqual(await askedFor(), ['Workspaces']);
      });
    });
  });

  describe('from the menu of a file', () => {
    it('fetches the Task at the cursor without a prompt', async () => {
      const document = await openText(
        `const workspace = "${WORKSPACE}";\ntasks("${TASK.slice(0, 9)}|${TASK.slice(9)}");\n`,
      );
      assert.equal((await fetchTask(document.uri))?.toString(), documentUri());
    });

    it('fetches the selected Task', async () => {
      const document = await openText(`// ${WORKSPACE}\nlog: task ${TASK} timed out\n`);
      const editor = window.activeTextEditor;
      assert.ok(editor !== undefined);
      const { range } = document.lineAt(1);
      editor.selection = new Selection(range.start, range.end);
      assert.equal((await fetchTask(document.uri))?.toString(), documentUri());
    });

    it('does not accept a selected SID in a URL with another host', async () => {
      const document = await openText(`// ${WORKSPACE} https://other.example${apiPath}\n`);
      const editor = window.activeTextEditor;
      assert.ok(editor !== undefined);
      const at = document.getText().indexOf(TASK);
      editor.selection = new Selection(
        document.positionAt(at),
        document.positionAt(at + TASK.length),
      );
      assert.equal(await fetchTask(document.uri), undefined);
      assert.deepEqual(await server.requests(), []);
    });

    it('fetches another Task in the document of a Task', async () => {
      const parent = 'WT00000000000000000000000000005678';
      await server.putTask(WORKSPACE, parent, BODY.replace(TASK, parent));
      await server.putTask(WORKSPACE, TASK, BODY.replace('"age"', `"parent":"${parent}","age"`));
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      const editor = window.activeTextEditor;
      assert.ok(editor !== undefined);
      const at = editor.document.positionAt(editor.document.getText().indexOf(parent) + 4);
      editor.selection = new Selection(at, at);
      const named = { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'env' };
      assert.equal((await fetchTask(named))?.toString(), documentUri());
      assert.equal((await fetchTask(uri))?.toString(), documentUri(WORKSPACE, parent));
    });

    it('accepts a URL whose Workspace is a variable, and searches for the Workspace', async () => {
      const address = `${serverUrl}/v1/Workspaces/$WORKSPACE_SID/Tasks/`;
      const document = await openText(`# ${WORKSPACE}\ncurl "${address}|${TASK}" -u $A:$B\n`);
      assert.equal((await fetchTask(document.uri))?.toString(), documentUri());
    });

    it('refuses the selected path of a URL with another host', async () => {
      const document = await openText(`see https://taskrouter.twilio.com${apiPath} for more\n`);
      const editor = window.activeTextEditor;
      assert.ok(editor !== undefined);
      const at = document.getText().indexOf(apiPath);
      editor.selection = new Selection(
        document.positionAt(at),
        document.positionAt(at + apiPath.length),
      );
      assert.equal(await fetchTask(document.uri), undefined);
      assert.deepEqual(await server.requests(), []);
    });

    it('accepts a URL, and refuses another host', async () => {
      const document = await openText(`see "https://taskrouter.twilio.com${apiPath}.|"\n`);
      assert.equal(await fetchTask(document.uri), undefined);
      assert.deepEqual(await server.requests(), []);
    });
  });

  it('opens one tab for a Task, whatever the case of its digits', async () => {
    const sid = 'WT0000000000000000000000000000abcd';
    await server.putTask(WORKSPACE, sid, JSON.stringify({ sid, workspace_sid: WORKSPACE }));
    await server.putTask(WORKSPACE, 'WT0000000000000000000000000000ABCD', JSON.stringify({ sid }));
    const uri = await fetchTask(`${WORKSPACE}/${sid}`);
    const again = await fetchTask(`${WORKSPACE}/WT0000000000000000000000000000ABCD`);
    assert.equal(again?.toString(), uri?.toString());
    assert.equal(taskTabs(), 1);
  });

  it('keeps the digits of 64-bit numbers, exponents and duplicate keys, decoded and raw', async () => {
    const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
    const decoded = activeTaskDocument().getText();
    for (const part of [
      '"customer_id": 9007199254740993,',
      '"rate": 1.50e+3,',
      '"from": "a",',
      '"from": "b"',
    ]) {
      assert.ok(decoded.includes(`\n    ${part}`), `${part} is not in ${decoded}`);
    }
    await commands.executeCommand('taskrouter.toggleAttributes', uri);
    await waitForText((text) => text.includes(JSON.stringify(ATTRIBUTES)));
    await commands.executeCommand('taskrouter.toggleAttributes');
    await waitForText((text) => text === decoded);
  });
});
