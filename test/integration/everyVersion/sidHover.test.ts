import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  env,
  Position,
  Range,
  Uri,
  workspace,
  type Hover,
  type TextDocument,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { documentKinds, type ShownDocument } from '../../support/suite/documentKinds.ts';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { hoverAt, hoverCases, plainHover } from '../../support/suite/hovers.ts';
import {
  activeTaskDocument,
  fetchTask,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';

const D = '0123456789abcdef0123456789abcdef';
const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000b001';

/** An offset within a part that occurs once in a document. */
function within(document: TextDocument, part: string): number {
  const [before = '', ...behind] = document.getText().split(part);
  assert.equal(behind.length, 1, `${part} stands in the document ${behind.length} times`);
  return before.length + 5;
}

const hoverOn = (document: TextDocument, part: string) =>
  plainHover(document, within(document, part));

describe('A hover on a SID', () => {
  before(startAfresh);
  after(startAfresh);

  const kinds = Object.entries(documentKinds);
  for (const [number, [kind, show]] of kinds.entries()) {
    describe(`in ${kind}`, () => {
      // The result does not depend on the kind of document, so that each case is tried in one or
      // two.
      const cases = hoverCases.filter((_, index) => index === 0 || index % kinds.length === number);
      const lines = cases.map(([text]) => `before ${text} behind`);
      let shown: ShownDocument;
      before(async () => {
        shown = await show(lines.join('\n'));
      });
      after(async () => {
        await closeAll();
        shown.needs?.dispose();
      });

      for (const [index, [text, ...said]] of cases.entries()) {
        it(`says of ${text}: ${said.join(', ')}`, async () => {
          const { document, write } = shown;
          const plain = lines[index] ?? '';
          const line = write?.(plain) ?? plain;
          const sid = /[A-Za-z]{2}[0-9A-Za-z]{31,}/.exec(line);
          const hover = await plainHover(document, within(document, line) + (sid?.index ?? 0));
          for (const part of said) assert.ok(hover.includes(part), `${part} is not in ${hover}`);
        });
      }
    });
  }

  describe('anywhere', () => {
    beforeEach(startAfresh);
    afterEach(closeAll);

    it('appears from its first letter to its end, and not beside it', async () => {
      const sid = `WT${D}`;
      const document = await openFile('.txt', `- ${sid} -`);
      const isThere = async (offset: number) => (await hoverAt(document, offset)).length > 0;
      assert.equal(await isThere(1), false);
      assert.equal(await isThere(2), true);
      assert.equal(await isThere(2 + sid.length), true);
      assert.equal(await isThere(3 + sid.length), false);
      const [hover] = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new Position(0, 9),
      );
      assert.deepEqual(hover?.range, new Range(0, 2, 0, 2 + sid.length));
    });

    it('marks the wrong characters', async () => {
      const sid = `WT${D.slice(0, 6)}O${D.slice(7, 9)}l${D.slice(10)}`;
      const hover = await hoverOn(await openFile('.txt', sid), sid);
      assert.ok(hover.includes(`${sid}\n        ^  ^\n`), hover);
    });

    it("links to Twilio's documentation of each meaning", async () => {
      const [hover] = await hoverAt(await openFile('.txt', `CH${D}`), 5);
      const text = hover?.value ?? '';
      const links = text.match(/\[Documentation\]\(https:\/\/www\.twilio\.com\/docs\/[^)]+\)/g);
      const meanings = text.match(/^- \*\*/gm);
      assert.ok(meanings !== null && meanings.length > 1);
      assert.equal(links?.length, meanings.length);
    });

    it('shows in a Task document what a field expects, and what is known about the Task', async () => {
      const body = { sid: TASK, workspace_sid: WORKSPACE, workflow_sid: TASK.replace('WT', 'WQ') };
      await server.putTask(
        WORKSPACE,
        TASK,
        JSON.stringify({ ...body, assignment_status: 'pending', routing_target: 'nobody' }),
      );
      await fetchTask(`${WORKSPACE}/${TASK}`);
      const document = activeTaskDocument();
      const wrong = await hoverOn(document, body.workflow_sid);
      assert.match(wrong, /Expected a Workflow SID, but found a TaskQueue SID/);
      assert.match(
        await hoverOn(document, '"nobody'),
        /Not a valid SID: expected two uppercase letters and 32 hex digits/,
      );
      assert.equal(await hoverOn(document, 'routing_target'), '');
      assert.match(await hoverOn(document, TASK), /Pending · profile env · fetched /);
      const asked = (await server.requests()).length;
      const elsewhere = await openFile('.txt', TASK);
      assert.match(await hoverOn(elsewhere, TASK), /Pending · profile env · fetched /);
      assert.equal((await server.requests()).length, asked, 'a hover asked the network');
    });

    it('has links that copy the SID, and fetch it from the Workspace in the line', async () => {
      await server.putTask(WORKSPACE, TASK, JSON.stringify({ sid: TASK }));
      const document = await openFile('.txt', `/Workspaces/${WORKSPACE}/Tasks/${TASK}`);
      const [hover] = await hoverAt(document, within(document, TASK));
      assert.deepEqual(hover?.isTrusted, {
        enabledCommands: [
          'taskrouter.fetchTask',
          '_taskrouter.openResource',
          'taskrouter.findTasks',
          '_taskrouter.copySid',
          '_taskrouter.fixSid',
        ],
      });
      const links = [...hover.value.matchAll(/\((command:[^)]*)\)/g)].map(([, link = '']) =>
        Uri.parse(link),
      );
      assert.deepEqual(
        links.map(({ path }) => path),
        ['taskrouter.fetchTask', '_taskrouter.copySid'],
      );
      await env.clipboard.writeText('');
      for (const { path, query } of links) {
        await commands.executeCommand(path, ...(JSON.parse(query) as unknown[]));
      }
      assert.equal(activeTaskDocument().uri.path, `/${WORKSPACE}/${TASK}.json`);
      assert.equal(await env.clipboard.readText(), TASK);
    });

    it("offers to fetch a Task in a Task document with that document's profile", async () => {
      const other = TASK.replace('b001', 'b002');
      const attributes = JSON.stringify({ parent: other });
      await server.putTask(WORKSPACE, TASK, JSON.stringify({ sid: TASK, attributes }));
      await fetchTask(`${WORKSPACE}/${TASK}`);
      const document = activeTaskDocument();
      const [hover] = await hoverAt(document, within(document, other));
      const link = /\((command:taskrouter[^)]*)\)/.exec(hover?.value ?? '')?.[1] ?? '';
      assert.deepEqual(JSON.parse(Uri.parse(link).query), [{ taskSid: other, profile: 'env' }]);
    });

    it('lets nothing of a file become a link, an icon or HTML', async () => {
      const hostile = `[x](command:evil) ![](https://evil.example) <img src=x> $(alert) workspace_sid: WT${D}`;
      const hover = await hoverOn(await openFile('.md', hostile), `WT${D}`);
      assert.match(hover, /Expected a Workspace SID, but found a Task SID/);
      assert.doesNotMatch(hover, /evil|<img|alert/);
    });

    it('lets nothing of a field become a link, an icon or HTML', async () => {
      const evil = '[x](command:evil) <img src=x> $(alert)';
      await server.putTask(WORKSPACE, TASK, JSON.stringify({ sid: TASK, workflow_sid: evil }));
      await fetchTask(`${WORKSPACE}/${TASK}`);
      const document = activeTaskDocument();
      const hover = await hoverOn(document, '[x](');
      assert.match(hover, /Not a valid SID: expected two uppercase letters and 32 hex digits/);
      assert.doesNotMatch(hover, /evil|<img|alert/);
    });

    it('does not appear if it is disabled, for all languages or for one', async () => {
      const text = await openFile('.txt', `WT${D}`);
      const python = await openFile('.py', `WT${D}`);
      const set = (value: boolean | undefined, languageId?: string) =>
        workspace
          .getConfiguration('taskrouter', languageId === undefined ? undefined : { languageId })
          .update('hover.enabled', value, ConfigurationTarget.Global, languageId !== undefined);
      const isThere = async (document: TextDocument) => (await hoverOn(document, `WT${D}`)) !== '';
      try {
        await set(false);
        assert.equal(await isThere(text), false);
        await set(undefined);
        await set(false, 'python');
        assert.equal(await isThere(text), true);
        assert.equal(await isThere(python), false);
      } finally {
        await set(undefined);
        await set(undefined, 'python');
      }
      assert.equal(await isThere(python), true);
    });
  });
});
