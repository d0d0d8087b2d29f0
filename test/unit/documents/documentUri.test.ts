import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  buildFetchUri,
  buildResourceUri,
  parseFetchUri,
  parseResourceUri,
  parseDocumentUri,
  parseTaskUri,
  readUri,
  type UriParts,
} from '../../../src/core/documents/documentUri.ts';
import {
  resourceKey,
  type ResourceReference,
} from '../../../src/core/resources/resourceReference.ts';
import { everyResource } from '../../support/everyResource.ts';

const digits = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF')),
  minLength: 32,
  maxLength: 32,
});
const profileIds = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const task = {
  profileId: 'env',
  workspaceSid: 'WSfedcba9876543210fedcba9876543210',
  taskSid: 'WT0123456789abcdef0123456789abcdef',
};

describe('the URI of a Task', () => {
  it('is the same for every fetch', () => {
    const { scheme, authority, path } = buildResourceUri(task);
    assert.equal(
      `${scheme}://${authority}${path}`,
      'taskrouter://env/WSfedcba9876543210fedcba9876543210/WT0123456789abcdef0123456789abcdef.json',
    );
  });

  it('parses to the Task that it was built from', () => {
    fc.assert(
      fc.property(profileIds, digits, digits, (profileId, workspace, number) => {
        const built = { profileId, workspaceSid: `WS${workspace}`, taskSid: `WT${number}` };
        assert.deepEqual(parseTaskUri(buildResourceUri(built)), built);
      }),
    );
  });

  const changes: Partial<UriParts>[] = [
    { scheme: 'file' },
    { authority: '' },
    { authority: 'Env' },
    { authority: 'env@host' },
    { path: '/' },
    { path: `/${task.workspaceSid}` },
    { path: `/${task.workspaceSid}/${task.taskSid}` },
    { path: `/${task.workspaceSid}/${task.taskSid}.json/` },
    { path: `//${task.workspaceSid}/${task.taskSid}.json` },
    { path: `/${task.workspaceSid}/x/${task.taskSid}.json` },
    { path: `/${task.taskSid}/${task.workspaceSid}.json` },
    { path: `/${task.workspaceSid}/../${task.taskSid}.json` },
    { path: '/.vscode/settings.json' },
    { query: 'fetch=x' },
    { fragment: 'L1' },
  ];
  for (const change of changes) {
    it(`is invalid with ${JSON.stringify(change)}`, () => {
      assert.equal(parseTaskUri({ ...buildResourceUri(task), ...change }), undefined);
    });
  }
});

describe('the URI of any resource', () => {
  const sids = (...prefixes: string[]) =>
    fc.tuple(fc.constantFrom(...prefixes), digits).map((parts) => parts.join(''));
  const workspaceSid = sids('WS');
  const references: fc.Arbitrary<ResourceReference> = fc.oneof(
    fc.record({ workspaceSid }),
    fc.record({ workspaceSid, taskSid: sids('WT') }),
    fc.record({ workspaceSid, taskSid: sids('WT'), sid: sids('WR') }),
    fc.record({ workspaceSid, sid: sids('WQ', 'WW', 'WK', 'WA', 'TC', 'EV') }),
  );

  it('parses to the resource that it was built from', () => {
    fc.assert(
      fc.property(profileIds, references, (profileId, reference) => {
        const address = buildResourceUri({ profileId, ...reference });
        assert.deepEqual(parseResourceUri(address), { profileId, ...reference });
        const key = resourceKey({ profileId, ...reference });
        assert.equal(`${key}.json`, (profileId + address.path).toLowerCase());
      }),
    );
  });

  it('can have digits in the other case, with the same key', () => {
    for (const resource of Object.values(everyResource)) {
      const changed = Object.entries<string>({ ...resource }).map(([name, sid]) => [
        name,
        sid.slice(0, 2) + sid.slice(2).toUpperCase(),
      ]);
      const other = Object.fromEntries(changed) as typeof resource;
      const [key, otherKey] = [resource, other].map((one) =>
        resourceKey({ profileId: 'acme', ...one }),
      );
      assert.equal(otherKey, key);
      assert.notEqual(resourceKey({ profileId: 'acme2', ...other }), key);
    }
  });

  it('is that of a Task only without a Reservation', () => {
    for (const [prefix, resource] of Object.entries(everyResource)) {
      const read = parseTaskUri(buildResourceUri({ profileId: 'env', ...resource }));
      assert.equal(read !== undefined, prefix === 'WT', prefix);
    }
  });

  it('has SIDs of the right kinds in the right order only', () => {
    const all = ['WS', 'WT', 'WR', 'WQ', 'WW', 'WK', 'WA', 'TC', 'EV', 'WC', 'AC', 'CA'];
    const sequences = ['', ...all].flatMap((first) =>
      ['', ...all].flatMap((second) =>
        ['', ...all].map((third) => [first, second, third].filter((prefix) => prefix !== '')),
      ),
    );
    const taken = [...new Set(sequences.map((prefixes) => prefixes.join('/')))].filter((shape) => {
      const path = `/${shape.replace(/\w+/g, (prefix) => prefix + '0'.repeat(32))}.json`;
      const address = { ...buildResourceUri(task), path };
      return parseResourceUri(address) !== undefined;
    });
    assert.deepEqual(taken.toSorted(), [
      'WS',
      'WS/EV',
      'WS/TC',
      'WS/WA',
      'WS/WK',
      'WS/WQ',
      'WS/WT',
      'WS/WT/WR',
      'WS/WW',
    ]);
  });

  const { workspaceSid: workspace } = everyResource.WS;
  const paths = [
    `${workspace}.json`,
    `/${workspace}`,
    `/${workspace}/`,
    `/${workspace}/.json`,
    `/${workspace}.json.json`,
    `/${workspace}.JSON`,
    `/${workspace.toLowerCase()}.json`,
    `/${workspace} .json`,
    `/${workspace}\n.json`,
    `/${workspace}.json\n`,
    `x/${workspace}.json`,
    `/../${workspace}.json`,
    `/.vscode/${workspace}.json`,
  ];
  for (const path of paths) {
    it(`is not ${JSON.stringify(path)}`, () => {
      const address = buildResourceUri({ profileId: 'env', workspaceSid: workspace });
      assert.notEqual(parseResourceUri(address), undefined);
      assert.equal(parseResourceUri({ ...address, path }), undefined);
      assert.equal(parseResourceUri({ ...address, query: 'fetch=1' }), undefined);
    });
  }
});

describe('the URI of an earlier fetch', () => {
  it('parses to the Task and the number that it was built from', () => {
    const numbers = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(profileIds, digits, digits, numbers, (profileId, ws, wt, number) => {
        const built = { profileId, workspaceSid: `WS${ws}`, taskSid: `WT${wt}` };
        const address = buildFetchUri(built, number);
        assert.deepEqual(parseFetchUri(address), { task: built, number });
        assert.deepEqual(parseDocumentUri(address), built);
        assert.equal(parseResourceUri(address), undefined);
      }),
    );
  });

  it('is the URI of the Task with a query', () => {
    assert.deepEqual(buildFetchUri(task, 3), {
      ...buildResourceUri(task),
      query: 'fetch=3',
    });
  });

  const queries = [
    '',
    'fetch',
    'fetch=',
    'fetch=0',
    'fetch=01',
    'fetch=-1',
    'fetch=1.0',
    'fetch=x',
  ];
  queries.push('fetch=1&x=2', 'x=1&fetch=1', 'Fetch=1', ' fetch=1', 'fetch=1 ', 'fetch=1\n');
  queries.push('fetch=1e3', 'fetch=1000000000', 'fetch=٣');
  for (const query of queries) {
    it(`has no query ${JSON.stringify(query)}`, () => {
      assert.equal(parseFetchUri({ ...buildResourceUri(task), query }), undefined);
    });
  }

  it('exists only for Tasks, and must be exact', () => {
    for (const [prefix, resource] of Object.entries(everyResource)) {
      const address = { ...buildResourceUri({ profileId: 'env', ...resource }) };
      const read = parseFetchUri({ ...address, query: 'fetch=1' });
      assert.equal(read !== undefined, prefix === 'WT', prefix);
      assert.deepEqual(parseDocumentUri(address), { profileId: 'env', ...resource });
    }
    for (const change of [{ fragment: 'x' }, { scheme: 'file' }, { authority: 'Env' }]) {
      const address = { ...buildFetchUri(task, 1), ...change };
      assert.equal(parseFetchUri(address), undefined);
      assert.equal(parseDocumentUri(address), undefined);
    }
  });
});

const uri = { scheme: 'file', authority: 'host', path: '/a', query: 'b', fragment: 'c' };

describe('readUri', () => {
  it('accepts any object with the properties of a Uri', () => {
    assert.deepEqual(readUri({ ...uri, with: () => undefined }), uri);
  });

  for (const part of Object.keys(uri)) {
    it(`rejects an object whose ${part} is not a string`, () => {
      assert.equal(readUri({ ...uri, [part]: 7 }), undefined);
    });
  }

  const texts: [text: string, authority: string, path: string][] = [
    ['taskrouter://env/WS1/WT1.json', 'env', '/WS1/WT1.json'],
    ['taskrouter://env/', 'env', '/'],
    ['taskrouter:///a', '', '/a'],
  ];
  for (const [text, authority, path] of texts) {
    it(`accepts ${text}`, () => {
      const scheme = 'taskrouter';
      assert.deepEqual(readUri(text), { scheme, authority, path, query: '', fragment: '' });
    });
  }

  for (const text of [
    'WT1',
    'taskrouter://env',
    'taskrouter:/env/a',
    'file://env/a',
    'xtaskrouter://env/a',
    'taskrouter://env/a?fetch=1',
    'taskrouter://env/a#L1',
    'taskrouter://a?b/c',
  ]) {
    it(`rejects ${text}`, () => {
      assert.equal(readUri(text), undefined);
    });
  }

  it('never throws, and keeps all parts', () => {
    const typed = fc.string({
      unit: fc.constantFrom('taskrouter:', '//', '/', '?', '#', 'a', '\n'),
    });
    fc.assert(
      fc.property(fc.oneof(typed, fc.anything()), (argument) => {
        const address = readUri(argument);
        if (address === undefined) return;
        if (typeof argument === 'string') {
          assert.equal(`taskrouter://${address.authority}${address.path}`, argument);
        } else assert.deepEqual({ ...(argument as object), ...address }, argument);
      }),
    );
  });
});
