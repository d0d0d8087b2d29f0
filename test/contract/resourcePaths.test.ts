import assert from 'node:assert/strict';
import { apiPath } from '../../src/core/taskrouter/apiPath.ts';
import { resourceOfApiUrl } from '../../src/core/taskrouter/resourceUrl.ts';
import { everyResource } from '../support/everyResource.ts';
import { OpenApiDocument } from '../support/openApi/openApiDocument.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';

const profile = { apiBaseUrl: 'https://taskrouter.twilio.com' };
/**
 * The prefix for each parameter: that of the collection before it, or else one that no resource
 * has.
 */
const prefixes = new Map([
  ['Workspaces', 'WS'],
  ['Tasks', 'WT'],
  ['TaskQueues', 'WQ'],
  ['Workflows', 'WW'],
  ['Workers', 'WK'],
  ['Activities', 'WA'],
  ['TaskChannels', 'TC'],
  ['Events', 'EV'],
  ['Reservations', 'WR'],
  ['Channels', 'WC'],
]);
const fill = (template: string) =>
  template.replace(/(\w+)\/\{\w+\}/g, (_, collection: string) => {
    const prefix = prefixes.get(collection);
    assert.ok(prefix !== undefined, collection);
    return `${collection}/${prefix}${'0'.repeat(32)}`;
  });

describe("The paths of resources, compared with Twilio's OpenAPI document", () => {
  let document: OpenApiDocument;
  before(async () => {
    document = await OpenApiDocument.read(twilioDocuments.taskRouter);
  });

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`declares a GET of ${prefix}, with a unique path`, () => {
      const read = document.find(apiPath(resource));
      assert.ok(read !== undefined, apiPath(resource));
      assert.match(read.template, /\/\{Sid\}$/);
      const same = Object.values(everyResource).filter(
        (other) => document.find(apiPath(other)) === read,
      );
      assert.deepEqual(same, [resource]);
    });
  }

  it('are exactly the declared GET operations of single resources, except those below a Worker', () => {
    const found = document.reads.filter(({ template }) => {
      const path = fill(template);
      const resource = resourceOfApiUrl(profile.apiBaseUrl + path, profile);
      if (resource !== undefined) assert.equal(apiPath(resource), path);
      return resource !== undefined;
    });
    const expected = document.reads.filter(
      ({ template }) => template.endsWith('{Sid}') && !template.includes('{WorkerSid}'),
    );
    assert.deepEqual(found, expected);
    assert.equal(found.length, Object.keys(everyResource).length);
  });
});
