import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import {
  sidInContextAt,
  findSidsInContext,
} from '../../../../src/core/sids/context/sidsInContext.ts';
import { describeWrongSids } from '../../../../src/core/sids/diagnose/sidProblem.ts';
import { findWrongSids } from '../../../../src/core/sids/diagnose/wrongSids.ts';
import { interruptedSids } from '../../../../src/core/sids/scan/interruptedSid.ts';

const HEX = '0123456789abcdef0123456789abcdef';
const [WS, WT] = [`WS${HEX}`, `WT${HEX}`];
/** A SID with a character inserted at an index. */
const parted = (sid: string, character: string, at = 10) =>
  sid.slice(0, at) + character + sid.slice(at);

const told: readonly (readonly [title: string, text: string, said: string])[] = [
  [
    'a soft hyphen in JSON',
    `{"workspace_sid": "${parted(WS, '\u00ad')}"}`,
    'Malformed Workspace SID: Character 11 is a soft hyphen (U+00AD), which is not visible',
  ],
  [
    'a zero-width space in an env file',
    `TWILIO_WORKSPACE_SID=${parted(WS, '\u200b', 2)}`,
    'Malformed Workspace SID: Character 3 is a zero-width space (U+200B), which is not visible',
  ],
  [
    'one before the last digit',
    `taskSid: '${parted(WT, '\u200b', 33)}'`,
    'Malformed Task SID: Character 34 is a zero-width space (U+200B), which is not visible',
  ],
  [
    'one within the prefix',
    `task_sid=${parted(WT, '\u2060', 1)}`,
    'Malformed Task SID: Character 2 is a word joiner (U+2060), which is not visible',
  ],
  [
    'a mark of direction in a path',
    `/v1/Workspaces/${parted(WS, '\u202e')}/Tasks`,
    'Malformed Workspace SID: Character 11 is U+202E, which is not visible',
  ],
  [
    'one in an argument',
    `client.taskrouter.v1.workspaces('${parted(WS, '\ufeff')}')`,
    'Malformed Workspace SID: Character 11 is a byte order mark (U+FEFF), which is not visible',
  ],
  [
    'one in an option',
    `--workspace-sid ${parted(WS, '\u200d')}`,
    'Malformed Workspace SID: Character 11 is a zero-width joiner (U+200D), which is not visible',
  ],
  [
    'two',
    `workspaceSid = "${parted(parted(WS, '\u200b', 20), '\u00ad')}"`,
    'Malformed Workspace SID: Character 11 is a soft hyphen (U+00AD), which is not visible. Character 22 is a zero-width space (U+200B), which is not visible',
  ],
  [
    'one in a SID of another kind',
    `workspace_sid=${parted(WT, '\u200b')}`,
    'Malformed Task SID: Character 11 is a zero-width space (U+200B), which is not visible. Expected a Workspace SID, but found a Task SID',
  ],
];

const silent: readonly (readonly [title: string, text: string])[] = [
  ['around a SID', `workspace_sid="\u200b${WS}\u200b"`],
  ['in a text that says nothing of a SID', `see ${parted(WS, '\u200b')} there`],
  ['under a key that wants something else', `name: ${parted(WS, '\u00ad')}`],
  ['in a SID that is too long', `workspace_sid=${parted(`${WS}0`, '\u200b')}`],
  ['in a SID that is too short', `workspace_sid=${parted(WS.slice(0, -1), '\u200b', 16)}`],
  ['in an unknown prefix', `workspace_sid=${parted(`XQ${HEX}`, '\u200b')}`],
  ['in a hash', `workspace_sid=${parted(HEX + HEX, '\u200b', 32)}`],
  ['in small letters', `workspace_sid=${parted(`zz${HEX}`, '\u200b')}`],
  ['in words', `workspace_sid=soft\u00adhyphen\u00adated`],
  ['a space that is seen', `workspace_sid=${parted(WS, '\u00a0', 17)}`],
];

const problemsIn = (text: string, isTaskDocument = false) =>
  describeWrongSids(findWrongSids(text, isTaskDocument));

describe('A SID with invisible characters inside it', () => {
  for (const [title, text, said] of told) {
    it(`is malformed, and the fault tells the character: ${title}`, () => {
      const problems = problemsIn(text).map((one) => formatMessage(one.message, plainEnglish));
      assert.deepEqual(problems, [said]);
    });
  }

  for (const [title, text] of silent) {
    it(`is not found: ${title}`, () => {
      const faults = [...findSidsInContext(text)].flatMap((found) => found.faults);
      assert.deepEqual(
        faults.filter(({ kind }) => kind === 'invisible'),
        [],
      );
    });
  }

  it('is repaired by removing them', () => {
    const [problem] = problemsIn(`x = 1\nworkspace_sid=${parted(WS, '\u00ad\u200b')}\n`);
    assert.deepEqual(problem?.fix?.edits, [{ offset: 20, length: 36, text: WS }]);
  });

  it('is the same at every offset within it', () => {
    const line = `  "workspace_sid": "${parted(WS, '\u200b')}",`;
    const [whole] = [...findSidsInContext(line)];
    assert.equal(whole?.text, parted(WS, '\u200b'));
    for (const at of [whole.offset, whole.offset + 10, whole.offset + 20, whole.offset + 35]) {
      assert.deepEqual(
        sidInContextAt(() => line, 0, at),
        whole,
      );
    }
  });

  it('is found in the order of the text', () => {
    const text = `task_sid=${parted(WT, '\u200b')} ${WS} workspace_sid=${parted(WS, '\u00ad')}`;
    const offsets = [...findSidsInContext(text)].map(({ offset }) => offset);
    assert.equal(offsets.length, 3);
    assert.deepEqual(
      offsets,
      [...offsets].sort((one, other) => one - other),
    );
  });

  it('is reported in a field of a Task', () => {
    const text = `{\n  "workspace_sid": "${parted(WS, '\u00ad')}",\n  "sid": "${WT}"\n}\n`;
    const [problem, ...others] = problemsIn(text, true);
    assert.match(
      formatMessage(problem?.message ?? { text: '', args: [] }, plainEnglish),
      /U\+00AD/,
    );
    assert.deepEqual(others, []);
  });

  it('is searched in linear time in a text of only invisible characters', () => {
    assert.deepEqual(interruptedSids('\u200b'.repeat(200_000)), []);
    assert.deepEqual(interruptedSids('a\u200b'.repeat(100_000)), []);
  });
});
