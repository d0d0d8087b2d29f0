import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/formatMessage.ts';
import { describeReferenceFault } from '../../../src/core/references/describeReferenceFault.ts';
import { parseTaskReference } from '../../../src/core/references/parseTaskReference.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';
const WT2 = 'WTffffffffffffffffffffffffffffffff';
const WS = 'WSfedcba9876543210fedcba9876543210';
const WS2 = 'WS00000000000000000000000000000000';
const API = 'https://taskrouter.twilio.com';
const FRAMED = encodeURIComponent(`/console/taskrouter/workspaces/${WS}/tasks/${WT}`);

describe('parseTaskReference', () => {
  const accepted: [name: string, text: string, expected: object][] = [
    ['a Task SID', WT, { taskSid: WT }],
    ['a Task SID with white space around it', `  ${WT}\n`, { taskSid: WT }],
    ['a Task SID in quotes', `"${WT}",`, { taskSid: WT }],
    ['WS…/WT…', `${WS}/${WT}`, { taskSid: WT, workspaceSid: WS }],
    [
      'an API URL',
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: API },
    ],
    [
      'an API URL of what belongs to a Task',
      `${API}/v1/Workspaces/${WS}/Tasks/${WT}/Reservations?PageSize=50`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: API },
    ],
    [
      'an API URL of the Events of a Task',
      `${API}/v1/Workspaces/${WS}/Events?TaskSid=${WT}&Minutes=60`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: API },
    ],
    [
      'an API URL of another host, which it names',
      `https://taskrouter.dublin.ie1.twilio.com/v1/Workspaces/${WS}/Tasks/${WT}`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: 'https://taskrouter.dublin.ie1.twilio.com' },
    ],
    [
      'an API URL within a log line',
      `GET ${API}/v1/Workspaces/${WS}/Tasks/${WT} -> 200`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: API },
    ],
    ['an API path', `/v1/Workspaces/${WS}/Tasks/${WT}`, { taskSid: WT, workspaceSid: WS }],
    [
      'a Console address',
      `https://www.twilio.com/console/taskrouter/workspaces/${WS}/tasks/${WT}`,
      { taskSid: WT, workspaceSid: WS },
    ],
    [
      'a framed Console address',
      `https://console.twilio.com/?frameUrl=${FRAMED}`,
      { taskSid: WT, workspaceSid: WS },
    ],
    [
      'a Console address framed twice',
      `https://console.twilio.com/?frameUrl=${encodeURIComponent(FRAMED)}`,
      { taskSid: WT, workspaceSid: WS },
    ],
    ['a line with one Task SID', `task ${WT} timed out`, { taskSid: WT }],
    [
      'a line with both SIDs, which need not belong together',
      `task=${WT} workspace=${WS}`,
      { taskSid: WT, nearbyWorkspaceSid: WS },
    ],
    [
      'an API URL of another host behind another address',
      `see https://docs.example.com/x and https://other.example/v1/Workspaces/${WS}/Tasks/${WT}.`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: 'https://other.example' },
    ],
    [
      'an API URL of another host within another address',
      `https://log.example/?u=${encodeURIComponent(`https://other.example/v1/Workspaces/${WS}/Tasks/${WT}`)}`,
      { taskSid: WT, workspaceSid: WS, apiOrigin: 'https://other.example' },
    ],
    [
      'an API path behind an address',
      `https://x.example /v1/Workspaces/${WS}/Tasks/${WT}`,
      { taskSid: WT, workspaceSid: WS },
    ],
    ['the same Task SID twice', `${WT} retried ${WT}`, { taskSid: WT }],
    ['an encoding that is broken', `at 100% ${WT} %zz`, { taskSid: WT }],
  ];
  for (const [name, text, expected] of accepted) {
    it(`reads ${name}`, () => {
      assert.deepEqual(parseTaskReference(text), { valid: true, reference: expected });
    });
  }

  const refused: [name: string, text: string, sentence: string][] = [
    ['nothing', '', 'A Task SID is WT followed by 32 hex digits'],
    ['a Workspace SID', WS, 'WS… is a Workspace; a Task starts with WT'],
    ['a short Task SID', WT.slice(0, -1), '31 hex digits, 32 expected'],
    ['swapped SIDs', `${WT}/${WS}`, `The two SIDs are swapped: write ${WS}/${WT}`],
    [
      'swapped SIDs in an API URL',
      `${API}/v1/Workspaces/${WT}/Tasks/${WS}`,
      `The two SIDs are swapped: write ${WS}/${WT}`,
    ],
    [
      'a wrong Workspace SID before a slash',
      `WSab/${WT}`,
      'Workspace SID: 2 hex digits, 32 expected',
    ],
    [
      'a wrong kind in an API URL',
      `${API}/v1/Workspaces/${WS}/Tasks/WR0123456789abcdef0123456789abcdef`,
      'WR… is a Reservation; a Task starts with WT',
    ],
    [
      'several Tasks as paths',
      `/v1/Workspaces/${WS}/Tasks/${WT}\n/v1/Workspaces/${WS}/Tasks/${WT2}`,
      'There are 2 Task SIDs in this text: give one of them',
    ],
    ['several Tasks', `${WT} ${WT2}`, 'There are 2 Task SIDs in this text: give one of them'],
    [
      'several Workspaces',
      `${WT} ${WS} ${WS2}`,
      'There are 2 Workspace SIDs in this text: write WS…/WT…',
    ],
    [
      'words',
      'some words only',
      'There is no Task SID in this text: it is WT followed by 32 hex digits',
    ],
    [
      'a Task SID with a wrong letter in words',
      `task ${WT.slice(0, -1)}g failed`,
      "Character 34 is 'g', not a hex digit",
    ],
  ];
  for (const [name, text, sentence] of refused) {
    it(`refuses ${name}`, () => {
      const result = parseTaskReference(text);
      assert.ok(!result.valid);
      assert.equal(formatMessage(describeReferenceFault(result.fault), plainEnglish), sentence);
    });
  }

  it('copes with long runs of marks', () => {
    for (const mark of [',', '"', '%', '/', ' ', 'https://', '%41']) {
      assert.equal(parseTaskReference(mark.repeat(100_000) + 'x').valid, false);
    }
  });

  it('never throws, and lets only well-formed SIDs through', () => {
    const parts = fc.constantFrom(WT, WS, '/', '%2F', '%', 'https://', API, '/v1/Workspaces/', ' ');
    const texts = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary' })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseTaskReference(text);
        if (!result.valid) return;
        assert.match(result.reference.taskSid, /^WT[0-9a-f]{32}$/i);
        assert.match(result.reference.workspaceSid ?? WS, /^WS[0-9a-f]{32}$/i);
      }),
      { numRuns: 2000 },
    );
  });
});
