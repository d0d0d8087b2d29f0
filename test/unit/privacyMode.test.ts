import assert from 'node:assert/strict';
import { answerForModel } from '../../src/core/assistant/taskTool.ts';
import { copyFormats, copyText } from '../../src/core/copy/copyFormat.ts';
import { describeTaskDocument, renderTaskDocument } from '../../src/core/documents/documentText.ts';
import { describeFailure } from '../../src/core/failures/describeFailure.ts';
import { readHistory } from '../../src/core/history/taskHistory.ts';
import {
  formatMessage,
  plainEnglish,
  type MessageArgument,
} from '../../src/core/messages/message.ts';
import { deletedTask } from '../../src/core/page/deletedTask.ts';
import type { DetailsContext } from '../../src/core/page/detailsContext.ts';
import { taskLifecycle } from '../../src/core/page/lifecycle.ts';
import { taskDetails } from '../../src/core/page/taskDetails.ts';
import { timeline } from '../../src/core/page/timeline.ts';
import { presenter } from '../../src/core/privacy/presenter.ts';
import { sampleProfile } from '../../src/core/profiles/profile.ts';
import { workspaceLabel } from '../../src/core/taskrouter/resourceLabel.ts';
import { readTaskFields } from '../../src/core/taskrouter/taskFields.ts';
import { summarizeTask } from '../../src/core/taskrouter/taskSummary.ts';
import { describeKnownTask } from '../../src/core/tasks/knownTasks.ts';
import { jsonChildren, resourceRow, taskChildren } from '../../src/core/tree/childNodes.ts';
import { describeFilter } from '../../src/core/tree/namedFilter.ts';
import { describeNode } from '../../src/core/tree/nodeRow.ts';
import { describeRecentTask, describeTaskRow } from '../../src/core/tree/taskRow.ts';
import { describeTaskTooltip, describeTooltip } from '../../src/core/tree/tooltip.ts';
import type { TaskNode, TreeNode } from '../../src/core/tree/treeNode.ts';
import type { TreeRow } from '../../src/core/tree/treeRow.ts';
import { plain } from '../support/english.ts';
import { everyFailure } from '../support/everyFailure.ts';
import { everyResource } from '../support/everyResource.ts';
import { sourceFiles } from '../support/l10n/sourceFiles.ts';
import { everyNode } from '../support/tree/nodes.ts';

const PHONE = '+1 (500) 555-0199';
const MAIL = 'canary@acme.example';
/** Found by its place alone. */
const ATTRIBUTE = 'CANARY';
const person = `of ${MAIL}, ${PHONE}`;
const canary = /canary|0199/i;

const D = '0123456789abcdef0123456789abcdef';
const [workspaceSid, taskSid] = [`WS${D}`, `WT${D}`];
const task = { workspaceSid, taskSid };
const embedded = JSON.stringify({
  [MAIL]: [ATTRIBUTE, { deep: `${ATTRIBUTE} ${PHONE}` }],
  n: 5550199,
});
const taskText = JSON.stringify({
  sid: taskSid,
  assignment_status: `held ${person}`,
  reason: `called ${person}`,
  ...{ task_queue_sid: `WQ${D}`, task_queue_friendly_name: `Queue ${person}` },
  ...{ workflow_sid: `WW${D}`, workflow_friendly_name: `Workflow ${person}` },
  ...{ task_channel_sid: `TC${D}`, task_channel_unique_name: `Channel ${person}` },
  ...{ attributes: embedded, addons: embedded },
  ...{ date_created: person, [`field ${person}`]: { [PHONE]: person }, url: `https://x/${MAIL}` },
  links: { [MAIL]: `https://x/?to=${encodeURIComponent(PHONE)}&for=${MAIL}` },
});
const brokenText = JSON.stringify({
  sid: taskSid,
  attributes: `{"a":"${ATTRIBUTE}`,
  addons: ATTRIBUTE,
});
const event = (event_type: string, index: number) => ({
  sid: `EV${index}`,
  text: JSON.stringify({
    ...{ event_type, event_date_ms: index, description: `Said ${person}` },
    event_data: {
      ...{ worker_name: `Worker ${person}`, worker_sid: `WK${D}`, reservation_sid: `WR${D}` },
      ...{ task_queue_name: `Queue ${person}`, workflow_name: `Workflow ${person}` },
      ...{ task_attributes: embedded, worker_attributes: embedded, reason: person },
      ...{ task_assignment_status: person, task_channel_unique_name: person },
    },
  }),
});
const types = [
  'task.created',
  'task-queue.entered',
  'reservation.created',
  person,
  'task.canceled',
];
const reservation = {
  sid: `WR${D}`,
  text: JSON.stringify({
    ...{ sid: `WR${D}`, worker_name: `Worker ${person}`, reservation_status: person },
    ...{ worker_sid: `WK${D}`, date_created: '2026-01-01T00:00:00Z' },
  }),
};
const resourceText = (prefix: string) =>
  JSON.stringify({
    ...{ sid: `${prefix}${D}`, friendly_name: `Name ${person}`, attributes: embedded },
    event_data: { task_attributes: embedded, worker_attributes: embedded, addons: embedded },
    configuration: JSON.stringify({ to: person }),
  });

const surroundings = (masked: boolean): DetailsContext & { profile: { name: string } } => ({
  ...{
    task,
    workspaceName: `Workspace ${person}`,
    present: presenter(masked),
    now: 0,
    localize: plain,
  },
  profile: { name: 'env', apiBaseUrl: 'https://x' },
});
const shown = (masked: boolean) => ({
  profile: 'env',
  present: presenter(masked),
  now: 0,
  clock: String,
});
const history = (masked: boolean) =>
  readHistory({ events: types.map(event), reservations: [reservation] }, presenter(masked));
const words = (facts: readonly MessageArgument[]) => facts.map(plain).join('\n');

/** A row with its tooltip, and all below it. */
function treeText(node: Exclude<TreeNode, TaskNode>, masked: boolean): string {
  const { label, description, spoken } = describeNode(node, shown(masked));
  const tooltip = describeTooltip(node, shown(masked)).map((line) =>
    'code' in line ? line.code : plain('sentence' in line ? line.sentence : line.value),
  );
  const value =
    node.kind === 'json' || (node.kind === 'section' && node.of !== 'reservations')
      ? node.value
      : undefined;
  const below = value === undefined ? [] : jsonChildren(node, value);
  return [
    words([...label, ...description, ...spoken]),
    ...tooltip,
    ...below.map((child) => treeText(child, masked)),
  ].join('\n');
}

const belowTask = (text: string, masked: boolean) =>
  taskChildren(everyNode.task, presenter(masked).answer(text))
    .filter((node) => node.kind !== 'task')
    .map((node) => treeText(node, masked))
    .join('\n');
const summary = summarizeTask(taskText);
const facts = { taskSid, summary, fetchedAt: 0, deleted: false };
const rowText = (row: Pick<TreeRow, 'label' | 'description' | 'spoken'>) =>
  words([...row.label, ...row.description, ...row.spoken]);
const document = (text: string, decoded: boolean, masked: boolean) =>
  renderTaskDocument(
    { fetched: { text, fetchedAt: 0 }, fetching: false },
    { decoded, present: presenter(masked) },
    () => '',
  );

const surfaces: Readonly<Record<string, (masked: boolean) => string>> = {
  'the document, decoded': (masked) => document(taskText, true, masked),
  'the document, raw': (masked) => document(taskText, false, masked),
  'the document of a Task whose attributes are no JSON': (masked) =>
    document(brokenText, true, masked),
  'the line above the document': (masked) =>
    words(
      describeTaskDocument(
        task,
        { text: taskText, fetchedAt: 0 },
        {
          ...{ profile: 'env', time: '', present: presenter(masked) },
          workspace: workspaceLabel({ sid: workspaceSid, friendlyName: person }, presenter(masked)),
        },
      ),
    ),
  'the row of a Task': (masked) => rowText(describeTaskRow(facts, shown(masked))),
  'the tooltip of a Task': (masked) => JSON.stringify(describeTaskTooltip(facts, shown(masked))),
  'the rows below a Task': (masked) => belowTask(taskText, masked),
  'the rows below a Task whose attributes are no JSON': (masked) => belowTask(brokenText, masked),
  'the row of a Workspace': (masked) => treeText({ ...everyNode.workspace, name: person }, masked),
  'the row of a Worker': (masked) =>
    treeText(
      resourceRow(everyNode.group, {
        sid: `WK${D}`,
        text: JSON.stringify({ friendly_name: person, activity_name: person }),
      }),
      masked,
    ),
  'the row of a reservation': (masked) =>
    treeText(resourceRow(everyNode.group, reservation), masked),
  'the row of what could not be read': (masked) =>
    treeText(
      {
        ...everyNode.failure,
        failure: { kind: 'badRequest', host: 'h', status: 400, detail: person },
      },
      masked,
    ),
  'what a filter lets through': (masked) =>
    words(
      describeFilter(
        {
          ...{ taskQueueSid: `WQ${D}`, taskQueueName: person, workflowSid: `WW${D}` },
          ...{ workflowName: person, expression: `name == "${ATTRIBUTE}" AND to == '${PHONE}'` },
        },
        presenter(masked),
      ),
    ),
  'a recent Task': (masked) =>
    rowText(
      describeRecentTask(
        { task: { profileId: 'env', ...task }, pinned: true, known: facts, deleted: false },
        shown(masked),
      ),
    ),
  'a hover on a Task that is known': (masked) =>
    words(
      describeKnownTask(
        { ...summary, task: { profileId: 'env', ...task }, fetchedAt: 0 },
        { profile: 'env', time: '', present: presenter(masked) },
      ),
    ),
  'the page of a Task': (masked) => JSON.stringify(taskDetails(taskText, 0, surroundings(masked))),
  'the page of a Task whose attributes are no JSON': (masked) =>
    JSON.stringify(taskDetails(brokenText, 0, surroundings(masked))),
  'the life of a Task': (masked) =>
    JSON.stringify(
      taskLifecycle(
        readTaskFields(presenter(masked).answer(taskText)).facts,
        history(masked),
        surroundings(masked),
      ),
    ),
  'the timeline of a Task': (masked) =>
    JSON.stringify(timeline(history(masked), { task, localize: plain }, 0)),
  'the page of a Task that is gone': (masked) =>
    JSON.stringify(deletedTask(history(masked), surroundings(masked))),
  ...Object.fromEntries(
    copyFormats(sampleProfile('Sample'), presenter(false))
      .filter(({ format }) => format !== 'link')
      .map(({ format }) => [
        `what is copied as ${format}`,
        (masked: boolean) => {
          const fetched = { text: taskText, fetchedAt: 0 };
          const copied = copyText(format, {
            ...{
              task,
              profile: sampleProfile('Sample'),
              fetched,
              present: presenter(masked),
              say: plain,
            },
          });
          return 'text' in copied ? copied.text : '';
        },
      ]),
  ),
  'what a chat gets': (masked) => answerForModel(taskText, 'Acme', presenter(masked)),
  'what Twilio says of a failure': (masked) =>
    everyFailure
      .map((failure) => ('detail' in failure ? { ...failure, detail: person } : failure))
      .map((failure) => describeFailure(presenter(masked).failure(failure)))
      .map((sentence) => formatMessage(sentence, plainEnglish))
      .join('\n'),
};

describe('taskrouter.privacyMode', () => {
  for (const [surface, show] of Object.entries(surfaces)) {
    it(`masks in ${surface} what is of a person, which is shown otherwise`, () => {
      assert.match(show(false), canary);
      assert.doesNotMatch(show(true), canary);
    });
  }

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`masks the document of ${prefix}… and the line above it`, () => {
      const text = resourceText(prefix);
      const line = (masked: boolean) =>
        words(
          describeTaskDocument(
            resource,
            { text, fetchedAt: 0 },
            {
              ...{ profile: 'env', workspace: '', time: '', present: presenter(masked) },
            },
          ),
        );
      for (const decoded of [true, false]) {
        assert.match(document(text, decoded, false), canary);
        assert.doesNotMatch(document(text, decoded, true), canary);
      }
      if (prefix !== 'WT') assert.match(line(false), canary);
      assert.doesNotMatch(line(true), canary);
    });
  }

  let sources: ReturnType<typeof sourceFiles> = [];
  before(() => {
    sources = sourceFiles();
  });
  const filesWith = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ fileName }) => fileName);

  it('has one door: nothing else masks, and only the command that toggles it asks whether to', () => {
    const masking = filesWith(/privacy\/mask\w+\.ts|\bmask(?:Json|Text|Expression)\b/);
    assert.deepEqual(
      masking.filter((fileName) => !fileName.startsWith('src/core/privacy/')),
      [],
    );
    assert.deepEqual(filesWith(/\bsettings\.privacyMode\b/), [
      'src/editor/privacy/registerPrivacy.ts',
      'src/editor/ui/present.ts',
    ]);
  });

  it('is asked for by all that shows anything, but for what is masked whatever it says', () => {
    assert.deepEqual(filesWith(/\bpresenter\(true\)/), [
      'src/core/assistant/taskTool.ts',
      'src/core/copy/copyFormat.ts',
      'src/editor/assistant/explainTool.ts',
      'src/editor/assistant/taskTool.ts',
      'src/sample/replay/routedTasks.ts',
    ]);
    // Where something is in a view may be told of values that are masked: the names of facts, and places.
    assert.deepEqual(filesWith(/\bpresenter\((?!true\)|masked: boolean)/), [
      'src/core/page/viewChanges.ts',
      // What other extensions simulate is their own.
      'src/core/routing/routingApi.ts',
      'src/editor/ui/present.ts',
    ]);
  });

  it('counts wherever the editor says what a failure is, as one place alone makes sentences of them', () => {
    const files = filesWith(/\bdescribeFailure\b/);
    assert.deepEqual(
      files.filter((fileName) => fileName.startsWith('src/editor/')),
      ['src/editor/ui/failureSentence.ts'],
    );
  });
});
