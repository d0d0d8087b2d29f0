import assert from 'node:assert/strict';
import {
  lineAround,
  MAX_SELECTED_TASKS,
  pastedTasks,
  selectedTasks,
} from '../../../src/core/references/findReference.ts';

const DIGITS = '0123456789abcdef0123456789abcde';
const [A, B, C] = ['a', 'b', 'c'].map((last) => `WT${DIGITS}${last}`) as [string, string, string];
const WS = `WS${DIGITS}0`;

/** The Tasks in a text selected by « and », or by | for a cursor. */
function selected(marked: string) {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«' || character === '|')
      ranges.push({ start: text.length, end: text.length });
    const last = ranges.at(-1);
    if (character === '»' && last !== undefined) last.end = text.length;
    if (!'«»|'.includes(character)) text += character;
  }
  return selectedTasks(text, ranges).map(({ reference, offset }) => {
    assert.equal(text.slice(offset, offset + 2), 'WT');
    return reference;
  });
}

describe('selectedTasks', () => {
  it('finds the Tasks of a selection, in the order of the text', () => {
    const tasks = [{ taskSid: B }, { taskSid: A }];
    assert.deepEqual(selected(`«first ${B}\r\nthen 😀${A}» but not ${C}`), tasks);
  });

  it('finds the Tasks of several selections in any order', () => {
    const text = `${A} and ${B}`;
    const ranges = [text.indexOf(B), 0].map((start) => ({ start, end: start + A.length }));
    const sids = selectedTasks(text, ranges).map(({ reference }) => reference.taskSid);
    assert.deepEqual(sids, [A, B]);
  });

  it('finds each Task once, at its first mention', () => {
    const text = `${A} ${A.toLowerCase().replace('wt', 'WT')} ${A.replace('abcdef', 'ABCDEF')}`;
    assert.deepEqual(selected(`«${text}»`), [{ taskSid: A }]);
    assert.deepEqual(selected(`«${A}» «${A}»`), [{ taskSid: A }]);
  });

  it('reads the URL around a SID, also outside the selection', () => {
    const tasks = [A, B].map((taskSid) => ({ taskSid, workspaceSid: WS }));
    assert.deepEqual(selected(`${WS}/«${A}\n${WS}/${B}»`), tasks);
    assert.deepEqual(selected(`/Workspaces/${WS}/Tasks/«${A}»/Reservations`), [tasks[0]]);
    const apiOrigin = 'https://taskrouter.twilio.com';
    assert.deepEqual(selected(`${apiOrigin}/v1/Workspaces/${WS}/Tasks/«${A}»`), [
      { ...tasks[0], apiOrigin },
    ]);
  });

  const sidOf = (n: number) => `WT${n.toString(16).padStart(32, '0')}`;
  const many: readonly [title: string, text: string, count: number][] = [
    ['199 Tasks', Array.from({ length: 199 }, (_, n) => sidOf(n)).join(' '), 199],
    ['30,000 Tasks', Array.from({ length: 30_000 }, (_, n) => sidOf(n)).join('\n'), 200],
    [
      '10,000 Tasks with their addresses',
      Array.from({ length: 10_000 }, (_, n) => `/Workspaces/${WS}/Tasks/${sidOf(n)}`).join('\n'),
      200,
    ],
    ['one Task 30,000 times', `${A}\n`.repeat(30_000), 1],
    ['one Task 990 times, and others', `${`${A} `.repeat(990)}${sidOf(1)} ${sidOf(2)}`, 3],
  ];
  for (const [title, text, count] of many) {
    it(`finds the first of ${title}`, () => {
      const found = selectedTasks(text, [{ start: 0, end: text.length }]);
      assert.equal(found.length, count);
      assert.equal(found[0]?.offset, text.indexOf('WT'));
    });
  }

  it('finds the Task at or directly before a cursor', () => {
    const tasks = [{ taskSid: A }, { taskSid: B }];
    assert.deepEqual(selected(`${A.slice(0, 9)}|${A.slice(9)}\n${B}|`), tasks);
    assert.deepEqual(selected(`| ${A}`), []);
  });

  it('combines the facts of all mentions of a Task', () => {
    const apiOrigin = 'https://taskrouter.sydney.au1.twilio.com';
    const address = `${apiOrigin}/v1/Workspaces/${WS}/Tasks/`;
    assert.deepEqual(selected(`«${A} ${B}: GET ${address}${A.toUpperCase()}»`), [
      { taskSid: A, workspaceSid: WS, apiOrigin },
      { taskSid: B },
    ]);
  });

  it('limits the number of Tasks', () => {
    const sid = (index: number) => `WT${index.toString(16).padStart(32, '0')}`;
    const many = Array.from({ length: 30_000 }, (_, index) => sid(index)).join(' ');
    assert.equal(selectedTasks(many, [{ start: 0, end: many.length }]).length, MAX_SELECTED_TASKS);
    const same = `${A} `.repeat(30_000) + B;
    assert.equal(selectedTasks(same, [{ start: 0, end: same.length }]).length, 2);
  });

  it('finds the Tasks of a pasted text in plain notation', () => {
    const { text, tasks } = pastedTasks(`%22${A}%22,\u200b${B}\u00a0${A}`);
    assert.deepEqual(
      tasks.map(({ reference }) => reference),
      [{ taskSid: A }, { taskSid: B }],
    );
    for (const { reference, offset } of tasks) {
      assert.ok(text.startsWith(reference.taskSid, offset));
    }
    assert.deepEqual(pastedTasks('words').tasks, []);
  });

  it('finds SIDs between escape sequences', () => {
    assert.deepEqual(
      selected(`«"${A}\\n${B}\\t${C}"»`),
      [A, B, C].map((taskSid) => ({ taskSid })),
    );
  });

  it('treats a selected part of a SID like a cursor at its start', () => {
    assert.deepEqual(selected(`x ${A.slice(0, 5)}«${A.slice(5, 20)}»${A.slice(20)}`), [
      { taskSid: A },
    ]);
  });

  it('finds nothing in a malformed URL of the API', () => {
    assert.deepEqual(selected(`«https://x.example/v1/Workspaces/WS1/Tasks/${A} ${B}»`), [
      { taskSid: B },
    ]);
  });

  it('finds nothing without a Task SID or outside the text', () => {
    assert.deepEqual(selected(`«${WS} ${A}0 ${A.toLowerCase()} words»`), []);
    assert.deepEqual(selected('«»'), []);
    assert.deepEqual(selectedTasks('', []), []);
  });
});

const SID = 'WT0123456789abcdef0123456789abcdef';
const LONG = 'so much text '.repeat(100);

const around = (text: string) => lineAround(text, text.indexOf(SID));

describe('lineAround', () => {
  const lines: [what: string, text: string, line: string][] = [
    [
      'is the whole of a short line',
      `one\n  2026 task ${SID} waits\r\nthree`,
      `2026 task ${SID} waits`,
    ],
    ['is the first line', `${SID} is first\n`, `${SID} is first`],
    ['is the last line', `\nlast is ${SID}`, `last is ${SID}`],
    ['leaves out what turns the order of characters', `a \u202e ${SID}\u2069 b`, `a ${SID} b`],
    ['leaves out escape sequences and ends of lines', `\u001b[1m\r${SID}\u0000`, `[1m ${SID}`],
  ];
  for (const [what, text, line] of lines) {
    it(what, () => {
      assert.equal(around(text), line);
    });
  }

  it('starts shortly before the offset in a long line, with an ellipsis', () => {
    const line = around(`${LONG}${SID} failed because ${LONG}\n`);
    assert.match(line, new RegExp(`^….{1,40}${SID} failed because so much`));
    assert.ok(line.length <= 201);
  });

  it('starts at the beginning of a long line if the offset is there', () => {
    assert.ok(around(`\n${SID} ${LONG}`).startsWith(`${SID} so much`));
  });

  it('cuts no character in half', () => {
    for (const before of ['', 'a']) {
      const line = around(`${'😀'.repeat(500)}${before}${SID}${'😀'.repeat(500)}`);
      assert.doesNotMatch(line, /\p{Cs}/u);
    }
  });
});
