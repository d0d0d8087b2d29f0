import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import {
  findSidsInContext,
  type SidMatchInContext,
} from '../../../../src/core/sids/context/sidsInContext.ts';
import { findTaskDocumentSids } from '../../../../src/core/sids/context/taskFields.ts';
import { describeSidProblem, explainSid } from '../../../../src/core/sids/diagnose/explainSid.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';

/** The only SID in a text, in which `WT*` is replaced by a complete one. */
function only(
  text: string,
  find: (whole: string) => Iterable<SidMatchInContext>,
): SidMatchInContext {
  const [found, ...more] = find(text.replace(/\b([A-Za-z]{2})\*/g, `$1${HEX}`));
  assert.ok(found !== undefined && more.length === 0);
  return found;
}

function problemIn(text: string, find = findSidsInContext): string | undefined {
  const problem = describeSidProblem(only(text, find));
  return problem && formatMessage(problem, plainEnglish);
}

describe('explainSid', () => {
  it('names all meanings of a prefix, the usual one first', () => {
    const names = (text: string) =>
      explainSid(only(text, findSidsInContext)).meanings.map(({ name }) => name);
    assert.deepEqual(names('WT*'), ['Task']);
    assert.deepEqual(names('CH*').slice(0, 1), ['Conversation']);
    assert.ok(names('CH*').includes('Chat Channel'));
    assert.deepEqual(names('wt*'), ['Task']);
    assert.deepEqual(names('ZZ*'), []);
  });

  it('notes an unknown prefix without reporting a problem', () => {
    const { note, problems } = explainSid(only('ZZ*', findSidsInContext));
    assert.equal(note && formatMessage(note, plainEnglish), 'Unknown prefix ZZ');
    assert.deepEqual(problems, []);
    assert.equal(explainSid(only('/Tasks/ZZ*', findSidsInContext)).note, undefined);
  });

  it('names prefixes that are only in other public sources', () => {
    const named = 'CV FF TT EH VX JV MD WN'.split(' ').map((prefix) => {
      return explainSid(only(`${prefix}*`, findSidsInContext)).meanings[0]?.name;
    });
    assert.deepEqual(named, [
      'Flex Webchat Deployment Key',
      'Studio Widget',
      'Task Transfer',
      'TwiML Bin',
      'Conversation Relay Session',
      'Transcription Configuration',
      'Verify Mailer',
      'Wireless Data Session',
    ]);
  });

  const marked: [what: string, text: string, marks: string][] = [
    ['the prefix, if it is small', 'wt*', '^^'],
    ['the prefix, if it is unknown where others belong', '/Workspaces/ZZ*', '^^'],
    ['nothing of an unknown prefix elsewhere', 'ZZ*', ''],
    ['each character that is no digit', `WTO${HEX.slice(2)}g`, `  ^${' '.repeat(30)}^`],
    ['nothing where a digit is missing', `WT${HEX.slice(1)}`, ''],
    ['nothing in what is right, if it stands in the wrong place', '/Workspaces/WT*', ''],
  ];
  for (const [what, text, marks] of marked) {
    it(`marks ${what}`, () => {
      const indexes = Array.from(marks).flatMap((mark, index) => (mark === '^' ? [index] : []));
      assert.deepEqual(explainSid(only(text, findSidsInContext)).marks, indexes);
    });
  }
});

describe('describeSidProblem', () => {
  const problems: [text: string, sentence: string | undefined][] = [
    ['WT*', undefined],
    ['/Tasks/WT*', undefined],
    ['WTXXXXXXXX', undefined],
    ['/Workspaces/WTXXXXXXXX', undefined],
    [`WT${HEX.slice(2)}`, 'Malformed Task SID: 30 hex digits, 32 expected'],
    [`WT${HEX}0`, 'Malformed Task SID: 33 hex digits, 32 expected'],
    [`WTO${HEX.slice(1)}`, "Malformed Task SID: Character 3 is 'O', not a hex digit (perhaps 0)"],
    [
      `WTlg${HEX.slice(2)}`,
      "Malformed Task SID: Character 3 is 'l', not a hex digit (perhaps 1). Character 4 is 'g', not a hex digit",
    ],
    [
      `WTg${HEX}`,
      "Malformed Task SID: 33 characters after the prefix, 32 expected. Character 3 is 'g', not a hex digit",
    ],
    ['wt*', 'Malformed Task SID: The prefix must be uppercase: WT'],
    ['TW*', undefined],
    ['sid: TW*', undefined],
    ['/Workspaces/WT*', 'Expected a Workspace SID, but found a Task SID'],
    ['activity_sid: WT*', 'Expected an Activity SID, but found a Task SID'],
    ['queue_sid: WT*', 'Expected a TaskQueue SID, but found a Task SID'],
    [
      '/Workspaces/wt*',
      'Malformed Task SID: The prefix must be uppercase: WT. Expected a Workspace SID, but found a Task SID',
    ],
    ['/Workspaces/ZZ*', 'Unknown prefix ZZ. Expected a Workspace SID'],
  ];
  for (const [text, sentence] of problems) {
    it(`says of ${text}: ${sentence ?? 'nothing'}`, () => {
      assert.equal(problemIn(text), sentence);
    });
  }

  it('tells the expected kind for a field in a Task document', () => {
    const field = (name: string, value: string) =>
      problemIn(`{\n  "${name}": "${value}"\n}`, findTaskDocumentSids);
    assert.equal(field('sid', 'UD*'), 'Expected a Task SID, but found an Autopilot Task SID');
    assert.equal(
      field('routing_target', 'WT*'),
      'Expected a Worker SID or a TaskQueue SID or a Workflow SID, but found a Task SID',
    );
    assert.equal(
      field('workspace_sid', 'none'),
      'Not a valid SID: expected two uppercase letters and 32 hex digits. Expected a Workspace SID',
    );
  });

  it('starts every sentence with a capital letter', () => {
    for (const [, sentence] of problems) assert.doesNotMatch(sentence ?? '', /(?:^|\. )[a-z]/);
  });
});
