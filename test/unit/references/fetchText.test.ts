import assert from 'node:assert/strict';
import { fetchText } from '../../../src/core/references/fetchText.ts';
import { parseTaskReference } from '../../../src/core/references/parseTaskReference.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';
const WS = 'WSfedcba9876543210fedcba9876543210';
const WS2 = 'WS00000000000000000000000000000000';
const API = 'https://taskrouter.twilio.com';

const textFor = (line: string) => fetchText(line, line.indexOf(WT));

describe('fetchText', () => {
  const cases: [what: string, line: string, text: string | undefined][] = [
    ['the SID alone', `task ${WT} waits`, WT],
    ['the SID behind an escape sequence', `"\\n${WT}"`, WT],
    ['the SID of a path without its Workspace', `GET /Tasks/${WT}`, WT],
    ['WS…/WT… as it stands', `(${WS}/${WT})`, `${WS}/${WT}`],
    ['the Workspace of a path', `/v1/Workspaces/${WS}/Tasks/${WT}/Reservations`, `${WS}/${WT}`],
    [
      'the Workspace of a Console address',
      `https://www.twilio.com/console/x/workspaces/${WS}/tasks/${WT}`,
      `${WS}/${WT}`,
    ],
    [
      'the region of a Console address',
      `https://console.twilio.com/ie1/x/workspaces/${WS}/tasks/${WT}?x=1`,
      `https://console.twilio.com/ie1/taskrouter/workspaces/${WS}/tasks/${WT}`,
    ],
    [
      'the address of the API, without the rest',
      `curl '${API}/v1/Workspaces/${WS}/Tasks/${WT}/Reservations?PageSize=5' -u x`,
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
    [
      'the address of any other host, to be refused',
      `<https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}>`,
      `https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
    ['a Workspace of the same line', `task=${WT} workspace=${WS}`, `${WS} ${WT}`],
    ['the nearest Workspace of the line', `${WS2} in ${WS}: ${WT} not ${WS2}`, `${WS} ${WT}`],
    [
      'nothing for an address of the API whose Workspace is malformed',
      `${API}/v1/Workspaces/WS1/Tasks/${WT}`,
      undefined,
    ],
    [
      'the host of an address whose Workspace is a variable',
      `"${API}/v1/Workspaces/$WORKSPACE_SID/Tasks/${WT}" -u x`,
      `${API}/v1/Workspaces/{WorkspaceSid}/Tasks/${WT}`,
    ],
    [
      'its host, with a Workspace of the same line',
      `${WS2}: ${API}/v1/Workspaces/{{ ws }}/Tasks/${WT} ${WS}`,
      `${WS} ${API}/v1/Workspaces/{WorkspaceSid}/Tasks/${WT}`,
    ],
    [
      'the Task of an address that names another as well',
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}?x=${WT.replace('0', '1')}`,
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
  ];
  for (const [what, line, text] of cases) {
    it(`gives ${what}`, () => {
      assert.equal(textFor(line), text);
    });
  }

  it('gives what Fetch reads as this Task, with its Workspace if the line says it', () => {
    for (const [, line, text] of cases) {
      if (text === undefined) continue;
      const result = parseTaskReference(text);
      assert.ok(result.valid);
      assert.equal(result.reference.taskSid, WT);
      const { workspaceSid, nearbyWorkspaceSid } = result.reference;
      assert.equal(workspaceSid ?? nearbyWorkspaceSid, line.includes(WS) ? WS : undefined);
    }
  });

  it('looks at no more than what is near in a long line', () => {
    const far = '.'.repeat(1_000_000);
    assert.equal(textFor(`${WS}${far}${WT}${far}${WS}`), WT);
    const between = '.'.repeat(500);
    assert.equal(textFor(`${far}${WS} ${between}${WT} ${WS2}${far}`), `${WS2} ${WT}`);
    assert.equal(textFor(`${far}${WS2} ${WT}${between} ${WS}${far}`), `${WS2} ${WT}`);
    assert.equal(textFor(`${far} /Workspaces/${WS}/Tasks/${WT} ${far}`), `${WS}/${WT}`);
  });
});
