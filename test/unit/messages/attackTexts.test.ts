import assert from 'node:assert/strict';
import {
  describeTaskDocument,
  renderTaskDocument,
} from '../../../src/core/documents/documentText.ts';
import {
  formatMessage,
  message,
  plainEnglish,
  type MessageArgument,
} from '../../../src/core/messages/message.ts';
import { withoutLinks } from '../../../src/core/messages/plainText.ts';
import { summarizeTask } from '../../../src/core/taskrouter/taskSummary.ts';
import { describeKnownTask } from '../../../src/core/tasks/knownTasks.ts';
import { taskChildren } from '../../../src/core/tree/childNodes.ts';
import { describeNode } from '../../../src/core/tree/nodeRow.ts';
import { describeTaskRow } from '../../../src/core/tree/taskRow.ts';
import { describeTooltip } from '../../../src/core/tree/tooltip.ts';
import { plainText } from '../../../src/editor/ui/plainText.ts';
import { readTwilioError } from '../../../src/twilio/errors/twilioError.ts';
import { logRequest } from '../../../src/twilio/http/requestLog.ts';
import { plain } from '../../support/english.ts';
import { attackTexts } from '../../support/hostile/attackTexts.ts';
import { everyNode } from '../../support/tree/nodes.ts';

const UNSEEN = /(?![\u200b-\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const shown = { profile: 'env', masked: false, now: 0, clock: String };
const around = { profile: 'env', workspace: 'Acme', time: '', masked: false };
const taskSid = `WT${'0'.repeat(32)}`;

for (const [what, text] of Object.entries(attackTexts)) {
  const json = JSON.stringify({
    ...{ sid: taskSid, assignment_status: text, reason: text, task_queue_friendly_name: text },
    ...{
      task_queue_sid: `WQ${'0'.repeat(32)}`,
      task_channel_unique_name: text,
      friendly_name: text,
    },
    ...{ attributes: JSON.stringify({ [text]: text }), [text]: { [text]: text } },
  });
  const summary = summarizeTask(json);
  const facts = { taskSid, summary, fetchedAt: 0, deleted: false };
  const task = { profileId: 'env', workspaceSid: `WS${'0'.repeat(32)}`, taskSid };
  const rowsOf = (...nodes: Parameters<typeof describeNode>[0][]) =>
    nodes.flatMap((node) => {
      const { label, description, spoken } = describeNode(node, shown);
      return [...label, ...description, ...spoken];
    });

  describe(`A Task whose every text is of bad will: ${what}`, () => {
    const lines: Readonly<Record<string, () => readonly MessageArgument[]>> = {
      'the line above its document': () =>
        describeTaskDocument(task, { text: json, fetchedAt: 0 }, around),
      'the line above a document of another kind': () =>
        describeTaskDocument(
          { workspaceSid: task.workspaceSid },
          { text: json, fetchedAt: 0 },
          around,
        ),
      'its row': () => {
        const { label, description, spoken } = describeTaskRow(facts, shown);
        return [...label, ...description, ...spoken];
      },
      'the rows below it': () =>
        rowsOf(...taskChildren(everyNode.task, json, false).filter((node) => node.kind !== 'task')),
      'rows beside it': () =>
        rowsOf(
          { ...everyNode.workspace, name: text },
          { ...everyNode.resource, name: text, state: text },
          {
            ...everyNode.json,
            label: text,
            value: { kind: 'string', token: JSON.stringify(text) },
          },
        ),
      'a hover on it': () => describeKnownTask({ ...summary, task, fetchedAt: 0 }, around),
    };
    for (const [place, describe] of Object.entries(lines)) {
      it(`takes one short line of seen characters in ${place}`, () => {
        for (const fact of describe().map(plain)) {
          assert.doesNotMatch(fact, UNSEEN);
          assert.ok(Array.from(fact).length <= 200, fact);
        }
      });
    }

    it('stays what it is in its document', () => {
      const view = (decoded: boolean) =>
        renderTaskDocument(
          { fetched: { text: json, fetchedAt: 0 }, fetching: false },
          { decoded, masked: false },
          String,
        );
      const whole = JSON.parse(json) as { attributes: string };
      assert.deepEqual(JSON.parse(view(false)), whole);
      const attributes: unknown = JSON.parse(whole.attributes);
      assert.deepEqual(JSON.parse(view(true)), { ...whole, attributes });
    });

    it('becomes no icon and no link where the editor makes some', () => {
      const said = plainText(text);
      assert.doesNotMatch(said, UNSEEN);
      assert.doesNotMatch(said, /\$\(|\]\(/);
      assert.doesNotMatch(withoutLinks(text), /[<&@](?!\u200b)|:\/\/|www\./);
    });

    it('is no template of a message', () => {
      const said = message('{0} and {1}', text, message('{0}', text));
      assert.equal(formatMessage(said, plainEnglish), `${text} and ${text}`);
    });

    it('is one line of at most 200 characters where Twilio says it of a failure', () => {
      const { detail = '' } = readTwilioError(JSON.stringify({ message: text })) ?? {};
      assert.doesNotMatch(detail, UNSEEN);
      assert.ok(Array.from(detail).length <= 200);
      assert.doesNotMatch(detail, /\]\(/);
    });

    it('does not get into the log', () => {
      const entry = { method: 'GET', host: 'h', path: '/p', outcome: 200, durationMs: 1 } as const;
      const line = logRequest({ ...entry, requestId: text });
      assert.match(line, /^GET h\/p 200 1 ms(?: __proto__)?$/);
    });

    it('is a code in tooltips that is not endless', () => {
      for (const node of taskChildren(everyNode.task, json, false)) {
        if (node.kind === 'task') continue;
        for (const line of describeTooltip(node, shown)) {
          if ('code' in line) assert.ok(line.code.length <= 2001);
        }
      }
    });
  });
}
