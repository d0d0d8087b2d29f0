import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import {
  describeReferenceFault,
  parseTaskReference,
  referenceText,
  type ParsedTaskReference,
} from '../../../src/core/references/parseTaskReference.ts';
import { anyCharacter } from '../../support/json/jsonTexts.ts';

const WT = 'WT0123456789abcdef0123456789abcdef';
const WT2 = 'WTffffffffffffffffffffffffffffffff';
const WS = 'WSfedcba9876543210fedcba9876543210';
const WS2 = 'WS00000000000000000000000000000000';
const API = 'https://taskrouter.twilio.com';
const FRAMED = encodeURIComponent(`/console/taskrouter/workspaces/${WS}/tasks/${WT}`);

/** Typical copied texts with one well-formed Task SID. */
const both = { taskSid: WT, nearbyWorkspaceSid: WS };
const kindly: readonly (readonly [what: string, text: string, reference: object])[] = [
  ['angle brackets', `<${WT}>`, { taskSid: WT }],
  ['parentheses', `(${WT})`, { taskSid: WT }],
  ['square brackets', `[${WT}]`, { taskSid: WT }],
  ['braces', `{${WT}}`, { taskSid: WT }],
  ['guillemets', `«${WT}»`, { taskSid: WT }],
  ['brackets of Japanese', `「${WT}」`, { taskSid: WT }],
  ['curly quotes', `“${WT}”`, { taskSid: WT }],
  ['backticks', `\`${WT}\``, { taskSid: WT }],
  ['the end of a sentence', `${WT}.`, { taskSid: WT }],
  ['a question', `${WT}?!`, { taskSid: WT }],
  ['a pair of key and value', `taskSid=${WT}`, { taskSid: WT }],
  ['a key of YAML', `task_sid: ${WT}`, { taskSid: WT }],
  ['a tab', `${WT}.json`, { taskSid: WT }],
  [
    'the address of a document',
    `taskrouter://acme/${WS}/${WT}.json`,
    { taskSid: WT, workspaceSid: WS },
  ],
  ['a path of the API without its beginning', `Tasks/${WT}`, { taskSid: WT }],
  ['CSV', `${WS},${WT}`, both],
  ['CSV in quotes', `"${WS}";"${WT}"`, both],
  ['a chain of calls', `client.taskrouter.v1.workspaces('${WS}').tasks('${WT}').fetch()`, both],
  ['a body of a form', `AccountSid=AC1&WorkspaceSid=${WS}&TaskSid=${WT}&TaskAge=1`, both],
  ['minified JSON', `{"task_sid":"${WT}","workspace_sid":"${WS}"}`, both],
  ['JSON with line breaks', `{\n  "sid": "${WT}",\n  "workspace_sid": "${WS}"\n}`, both],
  ['JSON in a string', `"{\\"sid\\":\\"${WT}\\",\\"workspace_sid\\":\\"${WS}\\"}"`, both],
  ['a link of Markdown', `[Task](https://jira.example/${WT})`, { taskSid: WT }],
  ['a link of HTML', `<a href="/tasks/${WT}">${WT}</a>`, { taskSid: WT }],
  ['percent-encoding', `%22${WT}%22`, { taskSid: WT }],
  ['percent-encoding, twice', `${WS}%252F${WT}%2520`, { taskSid: WT, workspaceSid: WS }],
  ['spaces of no width', `\u200b${WT}\ufeff`, { taskSid: WT }],
  ['a space of no width within', `${WT.slice(0, 9)}\u200b${WT.slice(9)}`, { taskSid: WT }],
  ['a soft hyphen within', `${WT.slice(0, 9)}\u00ad${WT.slice(9)}`, { taskSid: WT }],
  ['no-break spaces', `\u00a0${WT}\u202f`, { taskSid: WT }],
  ['marks of direction', `\u202a${WT}\u202c`, { taskSid: WT }],
  ['a line of a log', `2026-01-02T03:04:05Z WARN [router] task=${WT} timed out`, { taskSid: WT }],
  ['digits in either case', `${WT} ${WT.toUpperCase()}`, { taskSid: WT }],
  ['a link to a Task', `vscode://x.y/task?workspace=${WS}&task=${WT}`, both],
];

/** URLs whose Workspace is a variable or a placeholder. */
const variables = [
  '$WORKSPACE_SID',
  '${workspaceSid}',
  '#{workspace_sid}',
  '{{WorkspaceSid}}',
  '{{ workspace sid }}',
  '{WorkspaceSid}',
  '<workspace-sid>',
  ':workspaceSid',
  '%s',
  'undefined',
  'null',
  'None',
  '[object Object]',
  'WSXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  'WORKSPACE_SID',
  '',
];

describe('parseTaskReference', () => {
  for (const [what, text, reference] of kindly) {
    it(`finds the Task in ${what}`, () => {
      assert.deepEqual(parseTaskReference(text), { valid: true, reference });
    });
  }

  for (const variable of variables) {
    it(`finds the Task in a URL whose Workspace is ${JSON.stringify(variable)}`, () => {
      const path = `/v1/Workspaces/${variable}/Tasks/${WT}`;
      const address = { valid: true, reference: { taskSid: WT, apiOrigin: API } };
      assert.deepEqual(parseTaskReference(API + path), address);
      assert.deepEqual(parseTaskReference(`curl "${API}${path}" -u $A:$B`), address);
      const alone = { valid: true, reference: { taskSid: WT } };
      assert.deepEqual(parseTaskReference(`The requested resource ${path} was not found`), alone);
    });
  }

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
    [
      'the nearest of several Workspaces',
      `${WS2} x ${WT} ${WS}`,
      { taskSid: WT, nearbyWorkspaceSid: WS },
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
    ['nothing', '', 'A Task SID is WT and 32 hex digits'],
    ['a Workspace SID', WS, 'WS… is a Workspace, but a Task starts with WT'],
    ['a short Task SID', WT.slice(0, -1), '31 hex digits, 32 expected'],
    ['swapped SIDs', `${WT}/${WS}`, `The two SIDs are swapped. Write ${WS}/${WT}`],
    [
      'swapped SIDs in an API URL',
      `${API}/v1/Workspaces/${WT}/Tasks/${WS}`,
      `The two SIDs are swapped. Write ${WS}/${WT}`,
    ],
    [
      'a wrong Workspace SID before a slash',
      `WSab/${WT}`,
      'Workspace SID: 2 hex digits, 32 expected',
    ],
    [
      'a wrong kind in an API URL',
      `${API}/v1/Workspaces/${WS}/Tasks/WR0123456789abcdef0123456789abcdef`,
      'WR… is a Reservation, but a Task starts with WT',
    ],
    [
      'several Tasks as paths',
      `/v1/Workspaces/${WS}/Tasks/${WT}\n/v1/Workspaces/${WS}/Tasks/${WT2}`,
      'This text has 2 Task SIDs. Enter one of them',
    ],
    ['several Tasks', `${WT} ${WT2}`, 'This text has 2 Task SIDs. Enter one of them'],
    [
      'a malformed Workspace SID in an address',
      `${API}/v1/Workspaces/${WS.slice(0, -1)}/Tasks/${WT}`,
      'Workspace SID: 31 hex digits, 32 expected',
    ],
    [
      'a Workspace SID with a wrong letter in a path',
      `/v1/Workspaces/${WS.slice(0, -1)}g/Tasks/${WT}`,
      "Workspace SID: Character 34 is 'g', not a hex digit",
    ],
    [
      'another kind of SID for the Workspace',
      `/v1/Workspaces/AC0123456789abcdef0123456789abcdef/Tasks/${WT}`,
      'Workspace SID: AC… is an Account, but a Workspace starts with WS',
    ],
    ['a SID in a longer word', `${WT}0`, '33 hex digits, 32 expected'],
    ['a SID in brackets that is too long', `(${WT}0)`, '33 hex digits, 32 expected'],
    ['what is not seen', '\u200b\u00ad', 'A Task SID is WT and 32 hex digits'],
    ['digits of another script', `WT${'０'.repeat(32)}`, "Character 3 is '０', not a hex digit"],
    [
      'several Tasks that are encoded',
      `%22${WT}%22%2C%22${WT2}%22`,
      'This text has 2 Task SIDs. Enter one of them',
    ],
    ['words', 'some words only', 'No Task SID found. A Task SID is WT and 32 hex digits'],
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

  it('takes linear time for long runs of punctuation', () => {
    const marks = [
      ',',
      '"',
      '%',
      '/',
      ' ',
      '\n',
      '\\',
      '😀',
      '&',
      'https://',
      '%41',
      '/workspaces/',
    ];
    for (const mark of [
      ...marks,
      '/v1/workspaces/\n',
      'taskrouter.',
      'host:',
      '{{',
      'WS/',
      'WT/',
    ]) {
      const many = mark.repeat(100_000);
      assert.equal(parseTaskReference(`${many}x`).valid, false);
      assert.equal(parseTaskReference(`x${many}x`).valid, false);
      assert.equal(parseTaskReference(`/v1/Workspaces/-/Tasks/${WT} ${many}x`).valid, true);
    }
  });

  it('never throws, and returns only well-formed SIDs', () => {
    const parts = fc.constantFrom(WT, WS, '/', '%2F', '%', 'https://', API, '/v1/Workspaces/', ' ');
    const texts = fc
      .array(fc.oneof(parts, fc.string({ unit: anyCharacter })))
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

const taskSid = 'WT0123456789abcdef0123456789ABCDEF';
const workspaceSid = 'WSfedcba9876543210fedcba9876543210';
const nearbyWorkspaceSid = workspaceSid;
const apiOrigin = 'https://taskrouter.dublin.ie1.twilio.com';
const region = 'ie1';

describe('referenceText', () => {
  const references: readonly ParsedTaskReference[] = [
    { taskSid },
    { taskSid, workspaceSid },
    { taskSid, nearbyWorkspaceSid },
    { taskSid, apiOrigin },
    { taskSid, workspaceSid, apiOrigin },
    { taskSid, nearbyWorkspaceSid, apiOrigin },
    { taskSid, workspaceSid, apiOrigin: 'http://127.0.0.1:4010' },
    { taskSid, region },
    { taskSid, workspaceSid, region },
    { taskSid, nearbyWorkspaceSid, region },
  ];
  for (const reference of references) {
    it(`parses to the same reference: ${referenceText(reference)}`, () => {
      assert.deepEqual(parseTaskReference(referenceText(reference)), { valid: true, reference });
    });
  }

  it('contains nothing else of the original text', () => {
    const text = `María +34 600 000 000 token=secret https://u:p@h.example/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}?key=secret&x=+34600000000`;
    const result = parseTaskReference(text);
    assert.ok(result.valid);
    assert.equal(
      referenceText(result.reference),
      `https://h.example/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`,
    );
  });
});
