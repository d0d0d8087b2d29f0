import { MAX_JSON_DEPTH } from '../history/attributeChange.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import { parseStringToken, type JsonMember } from '../json/jsonValue.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import { describeStatus, isTaskOver } from '../resources/taskStatus.ts';
import { resourceOfApiUrl } from '../taskrouter/resourceUrl.ts';
import { readTaskFields } from '../taskrouter/taskFields.ts';
import { taskVersion } from '../taskrouter/taskSummary.ts';
import type { DetailsContext } from './detailsContext.ts';
import { readEmbedded, type EmbeddedView } from './embeddedView.ts';
import { factViews, type FactView } from './facts.ts';
import { taskLifecycle, type LifecycleView } from './lifecycle.ts';
import { resourceLinkOf, type ResourceLink } from './resourceLink.ts';

/** What the page shows of a Task that was fetched. JSON, so that it can be posted. */
export interface TaskDetailsView {
  readonly header: DetailsHeader;
  /** As far as the Task alone tells it. */
  readonly lifecycle: LifecycleView;
  readonly facts: readonly FactView[];
  /** Absent if the field is null or missing. */
  readonly attributes?: EmbeddedView;
  /** Also absent if there are none. */
  readonly addons?: EmbeddedView;
  /** All fields that are shown nowhere else, in the order of the answer. Includes duplicate keys. */
  readonly otherFields: readonly JsonMember[];
  readonly links: readonly ApiLink[];
}

interface DetailsHeader {
  readonly taskSid: string;
  readonly workspace: ResourceLink;
  /** What people call the profile. */
  readonly profile: string;
  /** As it came; absent if null or missing. */
  readonly status?: string;
  readonly statusLabel: string;
  /** By the server's clock, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** An address in an answer. */
export interface ApiLink {
  /** `url`, or the key in `links`. */
  readonly name: string;
  readonly url: string;
  /** Whether it is an address of the web that a browser opens as it is written. */
  readonly isWeb: boolean;
  /** Its document; absent where it leads to none, or to another host. */
  readonly opens?: ResourceReference;
}

/**
 * What the page shows of a Task.
 *
 * @param text of the Task, a JSON text
 * @param fetchedAt when it was answered, by the server's clock, in ms since the epoch
 * @param etag of the answer
 */
export function taskDetails(
  text: string,
  fetchedAt: number,
  context: DetailsContext,
  etag?: string,
): TaskDetailsView {
  const { task, workspaceName, profile, present, localize } = context;
  const fields = readTaskFields(present.answer(text), MAX_JSON_DEPTH);
  const { facts, rest } = fields;
  rest.take('sid', 'workspace_sid');
  const raw = new JsonFields(readJsonTree(text, 1));
  const embedded = (name: 'attributes' | 'addons') => {
    const value = fields[name];
    const written = raw.member(name)?.value;
    const text = written?.kind === 'string' ? parseStringToken(written.token) : undefined;
    return value && { [name]: readEmbedded(value, text, context) };
  };
  const answeredAt = isTaskOver(facts.status) ? undefined : fetchedAt;
  const views = factViews(fields, context, taskVersion(etag), answeredAt);
  const links = apiLinks(rest, context);
  return {
    header: {
      taskSid: task.taskSid,
      workspace: resourceLinkOf(
        { sid: task.workspaceSid, name: present.line(workspaceName) },
        task,
      ),
      profile: profile.name,
      ...(facts.status !== undefined && { status: facts.status }),
      statusLabel: localize(describeStatus(facts.status && present.line(facts.status))),
      fetchedAt,
    },
    lifecycle: taskLifecycle(facts, undefined, context),
    facts: views,
    ...embedded('attributes'),
    ...embedded('addons'),
    otherFields: rest.rest(),
    links,
  };
}

/** Takes the addresses out of the fields. Any other value of their keys stays among the other fields. */
function apiLinks(rest: JsonFields, { profile }: DetailsContext): readonly ApiLink[] {
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
 * Whether an address leads where it seems to: it has no invisible characters and none that a browser would
 * encode, no backslash, which browsers read as a slash, and no user name before its host.
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
