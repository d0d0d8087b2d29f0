import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  commands,
  ConfigurationTarget,
  languages,
  Uri,
  window,
  workspace,
  type DocumentSymbol,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import {
  activeTaskDocument,
  fetchTask,
  isNotFetched,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
/** Characters of one to four bytes in UTF-8, and some that look like another encoding. */
const WORDS = 'José Ã© 東京 ｶﾅ Привет 😀 \u00a0 ﷽';

/** A Task that no other test has fetched: its document, and the expected text. */
async function putTask(more = {}): Promise<{ readonly taskSid: string; readonly uri: Uri }> {
  const taskSid = `WT${randomUUID().replaceAll('-', '')}`;
  const body = { sid: taskSid, assignment_status: 'pending', reason: WORDS, ...more };
  await server.putTask(WORKSPACE, taskSid, JSON.stringify(body));
  return { taskSid, uri: Uri.parse(`taskrouter://env/${WORKSPACE}/${taskSid}.json`) };
}

async function set(key: string, value: unknown): Promise<void> {
  const files = workspace.getConfiguration('files');
  // Writing a setting takes as long without a change.
  if (files.inspect<unknown>(key)?.globalValue === value) return;
  await files.update(key, value, ConfigurationTarget.Global);
}

async function setForLanguage(language: string, key: string, value: unknown): Promise<void> {
  const files = workspace.getConfiguration('files', { languageId: language });
  if (files.inspect<unknown>(key)?.globalLanguageValue === value) return;
  await files.update(key, value, ConfigurationTarget.Global, true);
}

const reasonIn = (text: string) => (JSON.parse(text) as { reason: string }).reason;

describe('A document has the text of the answer', () => {
  beforeEach(startAfresh);
  afterEach(async () => {
    for (const key of ['encoding', 'autoGuessEncoding', 'associations']) await set(key, undefined);
    for (const language of ['json', 'taskrouter-json']) {
      await setForLanguage(language, 'encoding', undefined);
    }
  });

  // Encodings with a byte order mark, with one byte, with two, and with one or two bytes a
  // character.
  for (const encoding of ['utf8bom', 'windows1252', 'utf16le', 'shiftjis']) {
    it(`where files.encoding is ${encoding}`, async () => {
      await set('encoding', encoding);
      const { taskSid } = await putTask();
      await fetchTask({ workspaceSid: WORKSPACE, taskSid });
      const document = activeTaskDocument();
      assert.equal(reasonIn(document.getText()), WORDS);
      assert.equal(document.getText().charAt(0), '{');

      await putTask();
      await server.putTask(WORKSPACE, taskSid, JSON.stringify({ sid: taskSid, reason: 'Ünd 東' }));
      await commands.executeCommand('taskrouter.refreshTask');
      assert.equal(reasonIn(document.getText()), 'Ünd 東');
    });
  }

  it('where the encoding is guessed', async () => {
    await set('autoGuessEncoding', true);
    // Short texts with characters that are more likely in another encoding.
    const { taskSid } = await putTask({ reason: 'Ã© ÃŸ é ß ÃŸ Ã¼'.repeat(40) });
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    assert.equal(reasonIn(activeTaskDocument().getText()), 'Ã© ÃŸ é ß ÃŸ Ã¼'.repeat(40));
  });

  for (const language of ['json', 'taskrouter-json']) {
    it(`where files.encoding is another for ${language}`, async () => {
      await setForLanguage(language, 'encoding', 'utf16le');
      const { taskSid } = await putTask();
      await fetchTask({ workspaceSid: WORKSPACE, taskSid });
      assert.equal(reasonIn(activeTaskDocument().getText()), WORDS);
    });
  }

  it('in a tab that was opened before its text was there, as after a reload', async () => {
    await set('encoding', 'windows1252');
    const { uri } = await putTask();
    await commands.executeCommand('vscode.open', uri);
    assert.ok(isNotFetched(activeTaskDocument().getText()));
    await commands.executeCommand('taskrouter.refreshTask', uri);
    assert.equal(reasonIn(activeTaskDocument().getText()), WORDS);
  });

  it('in a tab whose encoding VS Code has kept', async () => {
    const { uri } = await putTask();
    const document = await workspace.openTextDocument(uri, { encoding: 'windows1252' });
    await window.showTextDocument(document);
    await commands.executeCommand('taskrouter.refreshTask', uri);
    assert.equal(reasonIn(document.getText()), WORDS);
  });

  it('in the diff of two fetches', async () => {
    await set('encoding', 'utf16le');
    const { taskSid, uri } = await putTask();
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    const changed = JSON.stringify({ sid: taskSid, reason: 'Ünd 東' });
    await server.putTask(WORKSPACE, taskSid, changed);
    await commands.executeCommand('taskrouter.refreshTask', uri);
    await commands.executeCommand('taskrouter.compareTask', uri);
    const reasons = () =>
      workspace.textDocuments
        .filter((one) => one.uri.path === uri.path && one.uri.query !== '')
        .map((one) => reasonIn(one.getText()));
    await waitFor(() => reasons().length === 2);
    assert.deepEqual(reasons().sort(), [WORDS, 'Ünd 東'].sort());
  });

  it('without a byte order mark if VS Code reads UTF-8 anyway', async () => {
    const { taskSid, uri } = await putTask();
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    const bytes = await workspace.fs.readFile(uri);
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).charAt(0), '{');
    assert.equal((await workspace.fs.stat(uri)).size, bytes.length);
  });
});

describe('A document has a language of its own', () => {
  beforeEach(startAfresh);
  afterEach(() => set('associations', undefined));

  it('that VS Code’s JSON service ignores: no $schema is requested, no key is a problem', async () => {
    const asked: string[] = [];
    const schemas = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => schemas.listen(0, '127.0.0.1', resolve));
    const { port } = schemas.address() as AddressInfo;
    const { taskSid, uri } = await putTask();
    const text = (schema: string) =>
      `{"sid":"${taskSid}","$schema":"http://127.0.0.1:${port}/${schema}","twice":1,"twice":2}`;
    try {
      await server.putTask(WORKSPACE, taskSid, text('ours'));
      await fetchTask({ workspaceSid: WORKSPACE, taskSid });
      assert.equal(activeTaskDocument().languageId, 'taskrouter-json');
      // In a file with the same text, VS Code reports problems and requests the schema.
      const file = await openFile('.json', text('file'));
      await waitFor(() => languages.getDiagnostics(file.uri).length > 0);
      await waitFor(() => asked.length > 0);
      assert.deepEqual([...new Set(asked)], ['/file']);
      assert.deepEqual(languages.getDiagnostics(uri), []);
    } finally {
      schemas.close();
    }
  });

  it('even if files.associations sets another for *.json', async () => {
    await set('associations', { '*.json': 'jsonc' });
    const { taskSid } = await putTask();
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    const document = activeTaskDocument();
    await waitFor(() => document.languageId === 'taskrouter-json');
  });

  it('until the user selects another', async () => {
    const { taskSid } = await putTask();
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    const document = activeTaskDocument();
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await commands.executeCommand('taskrouter.refreshTask');
    assert.equal(document.languageId, 'plaintext');
  });

  it('that no other file with such a name has', async () => {
    const { languageId } = await openFile(`/${WORKSPACE}.json`, '{}');
    assert.equal(languageId, 'json');
  });

  it('with an outline, and ranges to fold', async () => {
    const { taskSid, uri } = await putTask({ attributes: '{"list":[1,{"a":null}]}' });
    await fetchTask({ workspaceSid: WORKSPACE, taskSid });
    const outline = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const names = (all: readonly DocumentSymbol[]): unknown =>
      all.map(({ name, children }) => (children.length === 0 ? name : [name, names(children)]));
    const list = ['list', ['0', ['1', ['a']]]];
    const expected = ['sid', 'assignment_status', 'reason', ['attributes', [list]]];
    assert.deepEqual(names(outline), expected);
  });
});
