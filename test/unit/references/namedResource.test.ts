import assert from 'node:assert/strict';
import { findResource } from '../../../src/core/references/namedResource.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;
const WQ = `WQ${D}`;
const WR = `WR${D}`;
const API = 'https://taskrouter.twilio.com';

describe('findResource', () => {
  const cases: [name: string, line: string, sid: string, expected: object | undefined][] = [
    ['a SID alone', `queue ${WQ}`, WQ, { sid: WQ }],
    ['a Workspace', `in ${WS}`, WS, { sid: WS, workspaceSid: WS }],
    ['the Workspace of the line', `${WS} ${WQ}`, WQ, { sid: WQ, nearbyWorkspaceSid: WS }],
    [
      'a path of the API',
      `GET /v1/Workspaces/${WS}/TaskQueues/${WQ} 200`,
      WQ,
      { sid: WQ, workspaceSid: WS },
    ],
    ['WS…/WQ…', `"${WS}/${WQ}"`, WQ, { sid: WQ, workspaceSid: WS }],
    [
      'an API URL, whose host it names',
      `${API}/v1/Workspaces/${WS}/TaskQueues/${WQ}/Statistics`,
      WQ,
      { sid: WQ, workspaceSid: WS, apiOrigin: API },
    ],
    [
      'the Workspace in an API URL',
      `${API}/v1/Workspaces/${WS}/TaskQueues/${WQ}`,
      WS,
      { sid: WS, workspaceSid: WS, apiOrigin: API },
    ],
    [
      'a Console address',
      `https://console.twilio.com/taskrouter/workspaces/${WS}/queues/${WQ}`,
      WQ,
      { sid: WQ, workspaceSid: WS },
    ],
    [
      'a reservation by its path',
      `/v1/Workspaces/${WS}/Tasks/${WT}/Reservations/${WR}`,
      WR,
      { sid: WR, workspaceSid: WS, taskSid: WT },
    ],
    ['a reservation whose Task is not said', `${WS} ${WT} ${WR}`, WR, undefined],
    [
      'a reservation of a path without a Task',
      `Workspaces/${WS}/Reservations/${WR}`,
      WR,
      undefined,
    ],
    [
      'the host of an API URL whose Workspace is a variable',
      `https://eu.example/v1/Workspaces/$WORKSPACE_SID/TaskQueues/${WQ}`,
      WQ,
      { sid: WQ, apiOrigin: 'https://eu.example' },
    ],
    ['what has no document', `call CA${D}`, `CA${D}`, undefined],
  ];
  for (const [name, line, sid, expected] of cases) {
    it(`reads ${name}`, () => {
      assert.deepEqual(findResource(line, line.lastIndexOf(sid), sid), expected);
    });
  }

  it('reads only text near the SID', () => {
    const line = `${WS} ${'x '.repeat(2000)}${WQ}`;
    assert.deepEqual(findResource(line, line.indexOf(WQ), WQ), { sid: WQ });
  });
});
