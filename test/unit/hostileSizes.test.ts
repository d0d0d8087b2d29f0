import assert from 'node:assert/strict';
import { answerForModel } from '../../src/core/assistant/taskTool.ts';
import { copyText, type CopyFormat } from '../../src/core/copy/copyFormat.ts';
import { describeTaskDocument, renderTaskDocument } from '../../src/core/documents/documentText.ts';
import { taskDetails } from '../../src/core/page/taskDetails.ts';
import { maskText } from '../../src/core/privacy/maskText.ts';
import { presenter } from '../../src/core/privacy/presenter.ts';
import type { Profile } from '../../src/core/profiles/profile.ts';
import { readResourceAnswer } from '../../src/core/taskrouter/resourceAnswer.ts';
import { summarizeTask } from '../../src/core/taskrouter/taskSummary.ts';
import { taskChildren } from '../../src/core/tree/childNodes.ts';
import { describeNode } from '../../src/core/tree/nodeRow.ts';
import { describeTooltip } from '../../src/core/tree/tooltip.ts';
import { plain } from '../support/english.ts';
import { everyNode } from '../support/tree/nodes.ts';

const workspaceSid = `WS${'1'.repeat(32)}`;
const taskSid = `WT${'1'.repeat(32)}`;
const task = { profileId: 'env', workspaceSid, taskSid };
const profile: Profile = {
  ...{ id: 'env', name: 'env', origin: 'environment', sid: `AC${'1'.repeat(32)}` },
  ...{ apiBaseUrl: 'https://taskrouter.twilio.com', flexBaseUrl: 'https://flex-api.twilio.com' },
};

/** As many as made expressions fail, in each of the views below, would take too long. */
const digits = '1'.repeat(600_000);
const body = (fields: string) =>
  `{"sid":"${taskSid}","workspace_sid":"${workspaceSid}","assignment_status":"pending",${fields}}`;
const attributes = (json: string) => body(`"attributes":${JSON.stringify(json)}`);

const hostile: Readonly<Record<string, () => string>> = {
  'a string of 600,000 digits': () => body(`"reason":"${digits}"`),
  'a number of 600,000 digits': () => body(`"priority":${digits}`),
  'an age and a timeout of 300,000 digits': () =>
    body(`"age":${digits.slice(0, 3e5)},"timeout":${digits.slice(0, 3e5)}`),
  'attributes with a key of 600,000 digits': () => attributes(`{"${digits}":1}`),
  'a digit and a space, 250,000 times': () => body(`"reason":"${'1 '.repeat(250_000)}"`),
  'a status, names and dates of 100,000 digits each': () =>
    body(
      ['assignment_status', 'task_queue_friendly_name', 'date_created', 'date_updated', 'url']
        .map((key) => `"${key}":"${digits.slice(0, 1e5)}"`)
        .join(','),
    ),
  'addresses of 300,000 characters': () =>
    body(`"url":"https://${'a'.repeat(3e5)}","links":{"x":"https://${'/'.repeat(3e5)}"}`),
  '6,000 attributes': () =>
    attributes(`{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`),
  '6,000 fields': () => body(Array.from({ length: 6_000 }, (_, n) => `"k${n}":${n}`).join(',')),
  'a list of 6,000 objects': () => attributes(`{"a":[${'{"b":"c"},'.repeat(5_999)}{}]}`),
  '20,000 levels of lists': () => attributes('['.repeat(20_000) + ']'.repeat(20_000)),
  '20,000 levels of objects': () => attributes('{"a":'.repeat(20_000) + '0' + '}'.repeat(20_000)),
  '4,000 parentheses in attributes': () => attributes('('.repeat(4000) + ')'.repeat(4000)),
  '200,000 backslashes': () => body(`"reason":"${'\\\\'.repeat(200_000)}"`),
  '200,000 quotes': () => attributes(`{"a":${JSON.stringify('"'.repeat(200_000))}}`),
  '300,000 spaces': () => body(`"reason":"x${' '.repeat(3e5)}x"`),
  '300,000 line breaks': () => body(`"reason":"x${'\\n'.repeat(300_000)}x"`),
  '100,000 marks of direction': () => body(`"reason":"${'\u202e'.repeat(100_000)}"`),
  'attributes of 500,000 letters, which are no JSON': () => attributes('x'.repeat(500_000)),
  'attributes that end early': () => attributes(`{"a":"${'x'.repeat(500_000)}`),
  '13,000 SIDs': () => attributes(`["${`${taskSid} `.repeat(13_000)}"]`),
  'an answer of one line with white space within': () => body(`"reason":${' '.repeat(300_000)}"x"`),
};

const surroundings = (masked: boolean) => ({
  ...{
    task,
    workspaceName: '',
    profile,
    present: presenter(masked),
    now: 0,
    localize: plain,
  },
});

const views: Readonly<Record<string, (text: string, masked: boolean) => unknown>> = {
  'an answer': (text) => readResourceAnswer(text, task, 'taskrouter.twilio.com'),
  'a document': (text, masked) => render(text, true, masked),
  'the line above it': (text, masked) => {
    const shown = { profile: 'env', workspace: '', time: '', present: presenter(masked) };
    return describeTaskDocument(task, { text, fetchedAt: 0 }, shown).map(plain);
  },
  'its page, as it is posted': (text, masked) => {
    return JSON.stringify(taskDetails(text, 0, surroundings(masked)));
  },
  'its rows': (text, masked) => {
    const shown = { profile: 'env', present: presenter(masked), now: 0, clock: String };
    for (const node of taskChildren(everyNode.task, presenter(masked).answer(text))) {
      if (node.kind === 'task') continue;
      describeNode(node, shown);
      describeTooltip(node, shown);
    }
  },
  'what is remembered of it': (text) => summarizeTask(text),
  'what a language model gets': (text, masked) => answerForModel(text, 'env', presenter(masked)),
};

const formats: readonly CopyFormat[] = ['markdown', 'typescript'];

function render(text: string, decoded: boolean, masked: boolean): string {
  const record = { fetched: { text, fetchedAt: 0 }, fetching: false };
  return renderTaskDocument(record, { decoded, present: presenter(masked) }, String);
}

describe('A text without end', () => {
  const texts: readonly (readonly [title: string, text: string, isHidden: boolean])[] = [
    ['5.6 million digits', '1'.repeat(5_600_000), true],
    ['5.6 million digits and spaces', '1 '.repeat(2_800_000), true],
    ['5 million letters', 'x'.repeat(5_000_000), true],
    ['500,001 letters', 'x'.repeat(500_001), true],
    ['500,000 letters', 'x'.repeat(500_000), false],
    ['500,000 spaces', ' '.repeat(500_000), false],
  ];
  for (const [title, text, isHidden] of texts) {
    it(`is ${isHidden ? 'hidden whole' : 'kept'} in privacy mode: ${title}`, () => {
      assert.equal(maskText(text), isHidden ? '•••' : text);
    });
  }

  it('is masked as any other up to that length', () => {
    assert.equal(maskText(`${'x '.repeat(249_000)}+15005550006`), `${'x '.repeat(249_000)}•••`);
    assert.equal(maskText('1'.repeat(500_000)), '•••');
  });
});

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
      // Masked there is more to do: what is shown as it is needs one look only.
      attempt('a document, as it is', () => render(text, true, false));
      for (const [name, show] of Object.entries(views)) attempt(name, () => show(text, true));
      for (const format of formats) {
        const copied = {
          task,
          profile,
          fetched: { text, fetchedAt: 0 },
          present: presenter(true),
          say: plain,
        };
        attempt(`copied as ${format}`, () => copyText(format, copied));
      }
      assert.deepEqual(failed, []);
    });
  }
});
