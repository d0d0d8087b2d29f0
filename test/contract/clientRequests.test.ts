import assert from 'node:assert/strict';
import type { TaskSource } from '../../src/core/taskrouter/taskSource.ts';
import { everyList } from '../support/everyList.ts';
import { everyResource } from '../support/everyResource.ts';
import { OpenApiDocument } from '../support/openApi/openApiDocument.ts';
import { twilioDocuments } from '../support/openApi/twilioDocuments.ts';
import { clientOf } from '../support/server/clientOf.ts';
import { TaskRouterServer } from '../support/server/taskRouterServer.ts';

const never = () => new AbortController().signal;

/** All methods of the client. If one is missing, this does not compile. */
const asks: Record<keyof TaskSource, (server: TaskRouterServer) => Promise<unknown>> = {
  fetchResource: (server) => {
    // The simulation need not have them all, as only the requests count.
    const asked = Object.values(everyResource).map((resource) =>
      clientOf(server).fetchResource(resource, never()),
    );
    return Promise.allSettled(asked);
  },
  listResources: async (server) => {
    const lists = Object.values(everyList);
    await Promise.allSettled(lists.map((list) => clientOf(server).listResources(list, never())));
    assert.equal(server.requests.length, lists.length);
  },
  fetchStatistics: (server) => {
    const { workspaceSid, sid: taskQueueSid = '' } = everyResource.WQ;
    const asked = [{ workspaceSid }, { workspaceSid, taskQueueSid }].map((place) =>
      clientOf(server).fetchStatistics(place, never()),
    );
    return Promise.allSettled(asked);
  },
  findFlexWorkspace: async (server) => {
    const client = clientOf(server, { profile: { flexBaseUrl: server.url } });
    assert.match((await client.findFlexWorkspace(never())) ?? '', /^WS/);
  },
  listWorkspaces: async (server) => {
    const pages = clientOf(server).listWorkspaces(never());
    for await (const page of pages) assert.ok(page.length > 0);
  },
};

describe("The client's requests, compared with Twilio's OpenAPI documents", () => {
  /** The documents of the APIs on a profile's hosts. */
  let documents: readonly OpenApiDocument[];
  let server: TaskRouterServer;

  before(async () => {
    documents = await Promise.all(
      Object.values(twilioDocuments).map((path) => OpenApiDocument.read(path)),
    );
    server = await TaskRouterServer.start();
  });
  beforeEach(() => {
    server.reset();
  });
  after(() => server.close());

  for (const [name, ask] of Object.entries(asks)) {
    it(`are declared GET operations: ${name}`, async () => {
      await ask(server);
      assert.ok(server.requests.length > 0);
      for (const { method, path, query } of server.requests) {
        assert.equal(method, 'GET');
        const [read] = documents.flatMap((document) => document.find(path) ?? []);
        assert.ok(read !== undefined, `no document has ${path}`);
        const unknown = [...new URLSearchParams(query).keys()].filter(
          (parameter) => !read.queryNames.includes(parameter),
        );
        assert.deepEqual(unknown, [], path);
      }
    });
  }
});
