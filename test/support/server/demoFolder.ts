import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DemoTask } from './testAccount.ts';

/**
 * Files with SIDs in typical places: code, a log, and a note that the editor opens at startup. The note starts with
 * a Task, so that the command of the palette offers it.
 */
export function writeDemoFolder(folder: string, tasks: readonly DemoTask[]): void {
  const list = tasks.map(
    ({ workspaceSid, taskSid, what }) => `${workspaceSid}/${taskSid}\n    ${what}\n`,
  );
  writeFileSync(
    resolve(folder, 'README.txt'),
    `${list.join('\n')}
These Tasks are in a TaskRouter that is simulated on this machine.

Press F1 and choose "Twilio: Fetch TaskRouter Task": the one under the cursor is offered.
Or right-click any of them, here or in the other files of this folder.
`,
  );
  const constants = tasks.map(
    ({ taskSid, what }, index) => `// ${what}\nconst task${index + 1} = '${taskSid}';\n`,
  );
  const names = tasks.map((_task, index) => `task${index + 1}`).join(', ');
  writeFileSync(
    resolve(folder, 'contact-centre.js'),
    `// Right-click a SID that begins with WT and choose "Fetch TaskRouter Task".

const workspaceSid = '${tasks[0]?.workspaceSid ?? ''}';

${constants.join('\n')}
export const fetchAll = (client) => {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  return Promise.all([${names}].map((sid) => workspace.tasks(sid).fetch()));
};
`,
  );
  writeFileSync(
    resolve(folder, 'requests.log'),
    tasks
      .map(({ workspaceSid, taskSid }, index) => {
        const time = `2026-05-04T09:12:${40 + index}Z`;
        return `${time} GET /v1/Workspaces/${workspaceSid}/Tasks/${taskSid} 200\n`;
      })
      .join(''),
  );
}
