import assert from 'node:assert/strict';
import { commands, env, Uri, window } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { server, startAfresh, taskTabs } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000link'.replace('link', '11ab');

const follow = (link: string) =>
  commands.executeCommand(
    'vscode.open',
    Uri.parse(`${env.uriScheme}://taskrouter-lens.taskrouter-lens${link}`),
  );

describe('A link to a Task', () => {
  beforeEach(async () => {
    await startAfresh();
    await server.putTask(WORKSPACE, TASK, JSON.stringify({ sid: TASK, priority: 4 }));
  });

  it('prefills the prompt of Fetch TaskRouter Task, and fetches when the user accepts it', async () => {
    await follow(`/task?workspace=${WORKSPACE}&task=${TASK}`);
    // VS Code's API does not tell when the prompt is open, so that this repeats until it was
    // accepted.
    const timer = setInterval(() => {
      void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }, 50);
    try {
      await waitFor(() => taskTabs() === 1);
    } finally {
      clearInterval(timer);
    }
    assert.equal(
      window.activeTextEditor?.document.uri.toString(),
      `taskrouter://env/${WORKSPACE}/${TASK}.json`,
    );
    assert.equal((await server.requests()).length, 1);
  });
});
