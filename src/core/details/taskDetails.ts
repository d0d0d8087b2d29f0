import { deepest } from '../history/attributeChange.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import { parseStringToken, type JsonMember } from '../json/jsonValue.ts';
import { describeDuration } from '../messages/duration.ts';
import { message } from '../messages/message.ts';
import { escapeUnseen } from '../messages/plainText.ts';
import { shownText } from '../privacy/shownText.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { readMoment } from '../resources/timestamp.ts';
import { resourceOfApiUrl } from '../taskrouter/resourceUrl.ts';
import {
  readTaskFields,
  taskFacts,
  taskReferences,
  type TaskFact,
  type TaskFields,
} from '../taskrouter/taskFields.ts';
import { taskVersion } from '../taskrouter/taskSummary.ts';
import type { DetailsSurroundings } from './detailsSurroundings.ts';
import type { FactValueView, FactView } from './factView.ts';
import { readEmbedded } from './readEmbedded.ts';
import { resourceLinkOf } from './resourceLinkOf.ts';
import type { ApiLink, TaskDetailsView } from './taskDetailsView.ts';
import { taskLife } from './taskLife.ts';

/** A reason is a sentence or two. */
const LONGEST = 1000;

/**
 * What the page shows of a Task.
 *
 * @param text of the Task, a JSON text
 * @param fetchedAt when it was answered, in ms since the epoch
 * @param etag of the answer
 */
export function taskDetails(
  text: string,
  fetchedAt: number,
  surroundings: DetailsSurroundings,
  etag?: string,
): TaskDetailsView {
  const { task, workspaceName, profile, masked } = surroundings;
  const fields = readTaskFields(text, { masked, deepest });
  const { facts, rest } = fields;
  rest.take('sid', 'workspace_sid');
  const raw = new JsonFields(readJsonTree(text, 1));
  const embedded = (name: 'attributes' | 'addons') => {
    const value = fields[name];
    const written = raw.member(name)?.value;
    const text = written?.kind === 'string' ? parseStringToken(written.token) : undefined;
    return value && { [name]: readEmbedded(value, text, masked) };
  };
  const views = factViews(fields, surroundings, taskVersion(etag));
  const links = apiLinks(rest, surroundings);
  return {
    header: {
      taskSid: task.taskSid,
      workspace: resourceLinkOf(
        { sid: task.workspaceSid, name: shownText(workspaceName, masked) },
        task,
      ),
      profile: profile.name,
      ...(facts.status !== undefined && { status: facts.status }),
      statusLabel: describeStatus(facts.status && shownText(facts.status, masked)),
      fetchedAt,
    },
    life: taskLife(facts, undefined, surroundings),
    facts: views,
    ...embedded('attributes'),
    ...embedded('addons'),
    otherFields: rest.rest(),
    links,
  };
}

function factViews(
  { facts, references, rest }: TaskFields,
  { task, masked }: DetailsSurroundings,
  version: string | undefined,
): readonly FactView[] {
  const none = (field: string): FactValueView | undefined =>
    rest.nothing(field) ? { kind: 'none' } : undefined;
  const routing = taskReferences.map(({ role, field, names }): FactView | undefined => {
    const reference = references.find((one) => one.field === field);
    if (names !== undefined) rest.nothing(names);
    const value: FactValueView | undefined =
      reference === undefined
        ? none(field)
        : {
            kind: 'link',
            link: resourceLinkOf(
              { sid: reference.sid, name: shownText(reference.name, masked) },
              task,
            ),
          };
    return value && { name: field, group: 'routing', label: role, value };
  });
  const fact = (
    group: FactView['group'],
    name: TaskFact,
    show: (value: string) => FactValueView,
  ): FactView | undefined => {
    const { field, label } = taskFacts[name];
    const told = facts[name];
    const value = told === undefined ? none(field) : show(told);
    return value && { name: field, group, label, value };
  };
  const words = (value: string): FactValueView => ({
    kind: 'words',
    // A number that is parted by what is not seen is found in one line only.
    words: masked ? shownText(value, masked, LONGEST) : escapeUnseen(value),
  });
  const all = [
    ...routing,
    fact('routing', 'priority', words),
    fact('time', 'age', (age) => meterView(age, facts.timeout) ?? durationView(age)),
    meterView(facts.age, facts.timeout) === undefined
      ? fact('time', 'timeout', durationView)
      : undefined,
    fact('time', 'entered', (written) => momentView(written)),
    fact('time', 'created', (written) => momentView(written)),
    fact('time', 'updated', (written) => momentView(written, version)),
    fact('time', 'reason', words),
  ];
  return all.filter((view) => view !== undefined);
}

/** Age against timeout, where there are both: TaskRouter cancels a Task that waits longer. */
function meterView(age = '', timeout = ''): FactValueView | undefined {
  const [seconds, most] = [age, timeout].map((text) => (text === '' ? NaN : Number(text)));
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
  if (most === undefined || !Number.isFinite(most) || most <= 0) return undefined;
  return {
    kind: 'meter',
    words: message('{0} of {1}', describeDuration(seconds), describeDuration(most)),
    ratio: Math.min(1, Math.max(0, seconds / most)),
  };
}

function durationView(seconds: string): FactValueView {
  const isNumber = Number.isFinite(Number(seconds));
  return {
    kind: 'words',
    words: isNumber ? describeDuration(Number(seconds)) : escapeUnseen(seconds),
  };
}

function momentView(written: string, version?: string): FactValueView {
  const moment = readMoment(undefined, written);
  return moment === undefined
    ? { kind: 'words', words: escapeUnseen(written) }
    : {
        ...{ kind: 'moment', moment, written: escapeUnseen(written) },
        ...(version !== undefined && { note: message('version {0}', version) }),
      };
}

/** Takes the addresses; what else is under their keys is left. */
function apiLinks(rest: JsonFields, { profile }: DetailsSurroundings): readonly ApiLink[] {
  const url = rest.string('url');
  const links = rest.rest().findLast(({ key }) => key === 'links');
  const members = links?.value.kind === 'object' ? links.value.members : [];
  const isWhole = members.length > 0 && members.every(({ value }) => value.kind === 'string');
  if (isWhole) rest.take('links');
  const addresses = [
    ...(url === undefined ? [] : [{ name: 'url', url }]),
    ...(isWhole ? members.map(addressOf) : []),
  ];
  return addresses.map((link) => {
    const opens = resourceOfApiUrl(link.url, profile);
    return { ...link, isWeb: isWrittenWhole(link.url), ...(opens !== undefined && { opens }) };
  });
}

/**
 * Whether a browser goes where the address seems to lead: it has no characters that are not seen or are to
 * be encoded, no backslash, which browsers read as a slash, and no name before its host.
 */
function isWrittenWhole(url: string): boolean {
  return (
    /^https?:\/\/[\w\-.~:[\]]+(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/i.test(url) &&
    URL.canParse(url)
  );
}

function addressOf({ key = '', value }: JsonMember): { name: string; url: string } {
  return { name: key, url: value.kind === 'string' ? parseStringToken(value.token) : '' };
}
