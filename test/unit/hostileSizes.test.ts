import assert from 'node:assert/strict';
import { answerForModel } from '../../src/core/assistant/answerForModel.ts';
import { copyText } from '../../src/core/copy/copyText.ts';
import type { CopyFormat } from '../../src/core/copy/copyFormats.ts';
import { mapTexts } from '../../src/core/details/mapTexts.ts';
import { taskDetails } from '../../src/core/details/taskDetails.ts';
import { describeTaskDocument } from '../../src/core/documents/describeTaskDocument.ts';
import { renderTaskDocument } from '../../src/core/documents/renderTaskDocument.ts';
import { formatMessage, plainEnglish } from '../../src/core/messages/formatMessage.ts';
import type { Profile } from '../../src/core/profiles/profile.ts';
import { readResourceAnswer } from '../../src/core/tasks/readResourceAnswer.ts';
import { summarizeTask } from '../../src/core/tasks/summarizeTask.ts';
import { describeNode } from '../../src/core/tree/describeNode.ts';
import { describeTooltip } from '../../src/core/tree/describeTooltip.ts';
import { taskChildren } from '../../src/core/tree/taskChildren.ts';
import { everyNode } from '../support/tree/everyNode.ts';
import { plain } from '../support/tree/plain.ts';

const workspaceSid = `WS${'1'.repeat(32)}`;
const taskSid = `WT${'1'.repeat(32)}`;
const task = { profileId: 'env', workspaceSid, taskSid };
const profile: Profile = {
  ...{ id: 'env', name: 'env', origin: 'environment', sid: `AC${'1'.repeat(32)}` },
  ...{ apiBaseUrl: 'https://taskrouter.twilio.com', flexBaseUrl: 'https://flex-api.twilio.com' },
};

/** With its escapes an answer is to stay below the 10 MB that are read. */
const DIGITS = 5_600_000;
const digits = '1'.repeat(DIGITS);
const body = (fields: string) =>
  `{"sid":"${taskSid}","workspace_sid":"${workspaceSid}","assignment_status":"pending",${fields}}`;
const attributes = (json: string) => body(`"attributes":${JSON.stringify(json)}`);

const hostile: Readonly<Record<string, () => string>> = {
  'a string of 5.6 million digits': () => body(`"reason":"${digits}"`),
  'a number of 5.6 million digits': () => body(`"priority":${digits}`),
  'an age and a timeout of millions of digits': () =>
    body(`"age":${digits.slice(0, 3e6)},"timeout":${digits.slice(0, 3e6)}`),
  'attributes with a string of 5.6 million digits': () => attributes(`{"phone":"${digits}"}`),
  'a key of 5.6 million digits': () => body(`"${digits}":1`),
  'attributes with a key of 5.6 million digits': () => attributes(`{"${digits}":1}`),
  'a digit and a space, millions of times': () => body(`"reason":"${'1 '.repeat(2_800_000)}"`),
  'a status, names and dates of a million digits each': () =>
    body(
      ['assignment_status', 'task_queue_friendly_name', 'date_created', 'date_updated', 'url']
        .map((key) => `"${key}":"${digits.slice(0, 1e6)}"`)
        .join(','),
    ),
  'addresses of a million characters': () =>
    body(`"url":"https://${'a'.repeat(1e6)}","links":{"x":"https://${'/'.repeat(1e6)}"}`),
  '50,000 attributes': () =>
    attributes(`{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`),
  '50,000 fields': () => body(Array.from({ length: 50_000 }, (_, n) => `"k${n}":${n}`).join(',')),
  'a list of 50,000 objects': () => attributes(`{"a":[${'{"b":"c"},'.repeat(49_999)}{}]}`),
  '100,000 levels of lists': () => attributes('['.repeat(100_000) + ']'.repeat(100_000)),
  '50,000 levels of objects': () => attributes('{"a":'.repeat(50_000) + '0' + '}'.repeat(50_000)),
  '4,000 parentheses in attributes': () => attributes('('.repeat(4000) + ')'.repeat(4000)),
  'millions of backslashes': () => body(`"reason":"${'\\\\'.repeat(1_000_000)}"`),
  'millions of quotes': () => attributes(`{"a":${JSON.stringify('"'.repeat(1_000_000))}}`),
  'millions of spaces': () => body(`"reason":"x${' '.repeat(5e6)}x"`),
  'millions of line breaks': () => body(`"reason":"x${'\\n'.repeat(1_000_000)}x"`),
  'millions of marks of direction': () => body(`"reason":"${'\u202e'.repeat(1_500_000)}"`),
  'attributes of millions of letters, which are no JSON': () => attributes('x'.repeat(5_000_000)),
  'attributes that end early': () => attributes(`{"a":"${'x'.repeat(5_000_000)}`),
  '130,000 SIDs': () => attributes(`["${`${taskSid} `.repeat(130_000)}"]`),
  'an answer of one line with white space within': () => body(`"reason":${' '.repeat(500_000)}"x"`),
};

const surroundings = (masked: boolean) => ({
  ...{ task, workspaceName: '', profile, masked, now: 0, clock: String },
});

const views: Readonly<Record<string, (text: string, masked: boolean) => unknown>> = {
  'an answer': (text) => readResourceAnswer(text, task, 'taskrouter.twilio.com'),
  'a document': (text, masked) => render(text, true, masked),
  'the line above it': (text, masked) => {
    const shown = { profile: 'env', workspace: '', time: '', masked };
    return describeTaskDocument(task, { text, fetchedAt: 0 }, shown).map(plain);
  },
  'its page, as it is posted': (text, masked) => {
    const view = taskDetails(text, 0, surroundings(masked));
    return JSON.stringify(mapTexts(view, (words) => formatMessage(words, plainEnglish)));
  },
  'its rows': (text, masked) => {
    const shown = { profile: 'env', masked, now: 0, clock: String };
    for (const node of taskChildren(everyNode.task, text, masked)) {
      if (node.kind === 'task') continue;
      describeNode(node, shown);
      describeTooltip(node, shown);
    }
  },
  'what is remembered of it': (text) => summarizeTask(text),
  'what a language model gets': (text, masked) => answerForModel(text, 'env', masked),
};

const formats: readonly CopyFormat[] = ['markdown', 'typescript'];

function render(text: string, decoded: boolean, masked: boolean): string {
  const record = { fetched: { text, fetchedAt: 0 }, fetching: false };
  return renderTaskDocument(record, { decoded, masked }, String);
}

/** Of each: an answer, and not how long that takes. */
describe('A Task of a hostile size', () => {
  for (const [size, make] of Object.entries(hostile)) {
    it(`has all its views: ${size}`, () => {
      const text = make();
      assert.ok(text.length <= 10_000_000, `${text.length} characters are not read at all`);
      const failed: string[] = [];
      const attempt = (name: string, show: () => unknown) => {
        try {
          show();
        } catch (error) {
          failed.push(`${name}: ${String(error)}`);
        }
      };
      for (const masked of [false, true]) {
        for (const [name, show] of Object.entries(views)) {
          attempt(`${name}${masked ? ', masked' : ''}`, () => show(text, masked));
        }
        for (const format of formats) {
          const copied = { task, profile, fetched: { text, fetchedAt: 0 }, masked, say: plain };
          attempt(`copied as ${format}`, () => copyText(format, copied));
        }
      }
      assert.deepEqual(failed, []);
    });
  }
});
