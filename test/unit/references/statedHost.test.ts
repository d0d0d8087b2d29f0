import assert from 'node:assert/strict';
import { findSidLinks } from '../../../src/core/links/sidLinks.ts';
import type { Profile } from '../../../src/core/profiles/profile.ts';
import { toProfile } from '../../../src/core/profiles/storedProfile.ts';
import { readFetchArgument } from '../../../src/core/references/commandArgument.ts';
import {
  fetchArgumentAt,
  findReference,
  selectedTasks,
} from '../../../src/core/references/findReference.ts';
import { findResource } from '../../../src/core/references/namedResource.ts';
import { parseTaskReference } from '../../../src/core/references/parseTaskReference.ts';
import {
  addressAround,
  describeForeignHost,
  profilesOfHost,
  statedHost,
} from '../../../src/core/references/statedHost.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;
const WQ = `WQ${D}`;
const PATH = `/v1/Workspaces/${WS}/Tasks/${WT}`;
const AU = 'https://taskrouter.sydney.au1.twilio.com';
const CONSOLE = 'https://console.twilio.com';
const encode = encodeURIComponent;
const slashes = (text: string, by: string) => text.replaceAll('/', by);

const hostOf = (text: string) => statedHost(addressAround(text, text.lastIndexOf(WT), WT.length));

/** URLs in different notations, and the host that they state. */
const stating: [notation: string, text: string, host: object][] = [
  ['as it is', `${AU}${PATH}`, { apiOrigin: AU }],
  ['a scheme in capitals', `HTTPS://Taskrouter.Sydney.AU1.Twilio.com${PATH}`, { apiOrigin: AU }],
  ['no scheme', `taskrouter.sydney.au1.twilio.com${PATH}`, { apiOrigin: AU }],
  ['no scheme but slashes', `//taskrouter.sydney.au1.twilio.com${PATH}`, { apiOrigin: AU }],
  ['no scheme, in a log', `GET taskrouter.sydney.au1.twilio.com${PATH} 404`, { apiOrigin: AU }],
  ['no scheme, behind a key', `url=taskrouter.sydney.au1.twilio.com${PATH}`, { apiOrigin: AU }],
  [
    'no scheme, behind a proxy of paths',
    `/proxy/taskrouter.sydney.au1.twilio.com${PATH}`,
    { apiOrigin: AU },
  ],
  [
    'no scheme, and a path that the API has not',
    `taskrouter.sydney.au1.twilio.com/Tasks/${WT}`,
    { apiOrigin: AU },
  ],
  ['a port without a scheme', `mock:4010${PATH}`, { apiOrigin: 'https://mock:4010' }],
  ['this machine', `localhost:4010${PATH}`, { apiOrigin: 'http://localhost:4010' }],
  ['JSON of PHP', `{"url":"${slashes(`${AU}${PATH}`, '\\/')}"}`, { apiOrigin: AU }],
  [
    'JSON inside of JSON',
    `"{\\"url\\":\\"${slashes(`${AU}${PATH}`, '\\\\\\/')}\\"}"`,
    { apiOrigin: AU },
  ],
  ['JSON of some template engines', slashes(`${AU}${PATH}`, '\\u002F'), { apiOrigin: AU }],
  ['HTML', `href=&quot;${slashes(`${AU}${PATH}`, '&#x2F;')}&quot;`, { apiOrigin: AU }],
  ['percent-encoded', `u=${encode(`${AU}${PATH}`)}`, { apiOrigin: AU }],
  ['percent-encoded twice', `u=${encode(encode(`${AU}${PATH}`))}`, { apiOrigin: AU }],
  ['within another address', `https://log.example/?u=${AU}${PATH}`, { apiOrigin: AU }],
  [
    'behind a proxy of paths',
    `https://p.example/taskrouter.sydney.au1.twilio.com${PATH}`,
    { apiOrigin: AU },
  ],
  ['with a user', `https://AC1:secret@taskrouter.sydney.au1.twilio.com${PATH}`, { apiOrigin: AU }],
  [
    'a host that passes for another',
    `https://taskrouter.twilio.com@evil.example${PATH}`,
    { apiOrigin: 'https://evil.example' },
  ],
  [
    'a space of no width',
    `https://taskrouter.twilio.com\u200b.evil.example${PATH}`,
    { apiOrigin: 'https://taskrouter.twilio.com.evil.example' },
  ],
  ['a variable for the Workspace', `${AU}/v1/Workspaces/{{ ws }}/Tasks/${WT}`, { apiOrigin: AU }],
  ['a variable of a shell', `"${AU}/v1/Workspaces/$WORKSPACE_SID/Tasks/${WT}"`, { apiOrigin: AU }],
  ['a placeholder', `${AU}/v1/Workspaces/<workspace sid>/Tasks/${WT}`, { apiOrigin: AU }],
  [
    'strings that are put together',
    `'${AU}/v1/Workspaces/' . $ws . '/Tasks/${WT}'`,
    { apiOrigin: AU },
  ],
  [
    'strings that are put together, the last of them the SID',
    `"${AU}/v1/Workspaces/" + ws + "/Tasks/" + "${WT}"`,
    { apiOrigin: AU },
  ],
  ['an address that no URL can be', `https://a..b:port${PATH}`, { apiOrigin: 'https://a..b:port' }],
  [
    'an address that no URL can be, with a user whose password is dropped',
    `https://AC1:secret@a..b:port${PATH}`,
    { apiOrigin: 'https://a..b:port' },
  ],
  ['a path of TaskRouter’s host that the API has not', `${AU}/Tasks/${WT}`, { apiOrigin: AU }],
  [
    'the Console in a region',
    `${CONSOLE}/ie1/develop/workspaces/${WS}/tasks/${WT}`,
    { region: 'ie1' },
  ],
  [
    'the Console in a region, in capitals',
    `HTTPS://CONSOLE.TWILIO.COM/IE1/x/${WT}`,
    { region: 'ie1' },
  ],
  [
    'the Console in a region, of JSON',
    slashes(`${CONSOLE}/ie1/x/tasks/${WT}`, '\\/'),
    { region: 'ie1' },
  ],
  [
    'the Console, framed',
    `${CONSOLE}/us1/x?frameUrl=${encode(`/console/tasks/${WT}?x-target-region=ie1`)}`,
    { region: 'ie1' },
  ],
  ['another host of a region', `https://api.dublin.ie1.twilio.com/x/${WT}`, { region: 'ie1' }],
];

/** Texts that state no host, or an unknown one. */
const silent: [what: string, text: string][] = [
  ['a path', PATH],
  ['a path of a relative address', `taskrouter${PATH}`],
  ['a SID', WT],
  ['a host that is a variable', `https://{{host}}${PATH}`],
  ['a host of a variable', `$BASE_URL${PATH}`],
  ['a host with a region of a variable', `https://taskrouter.\${region}.twilio.com${PATH}`],
  ['an address of something else', `https://jira.example/browse/X?task=${WT}`],
  ['a Console that names no region', `https://www.twilio.com/console/workspaces/${WS}/tasks/${WT}`],
  ['a file', `/home/me/taskrouter.d/v1/Workspaces/${WS}/Tasks/${WT}`],
  ['a version that looks like a host', `api.2010${PATH}`],
];

describe('the host that a URL states', () => {
  for (const [notation, text, host] of stating) {
    it(`is found in ${notation}`, () => {
      assert.deepEqual(hostOf(text), host);
    });

    it(`is the same for every command: ${notation}`, () => {
      const at = text.lastIndexOf(WT) + 5;
      const references = [
        findReference(text, at)?.reference,
        selectedTasks(text, [{ start: 0, end: text.length }])[0]?.reference,
      ];
      const read = [text, fetchArgumentAt(text, text.lastIndexOf(WT)) ?? ''].map(
        parseTaskReference,
      );
      for (const result of read) references.push(result.valid ? result.reference : undefined);
      const asked = [readFetchArgument(text), readFetchArgument({ taskSid: text })];
      for (const each of asked)
        references.push(each.kind === 'reference' ? each.reference : undefined);
      for (const reference of references) {
        const { apiOrigin, region } = reference ?? {};
        assert.deepEqual(
          { apiOrigin, region },
          { apiOrigin: undefined, region: undefined, ...host },
        );
      }
      for (const { action } of findSidLinks(text).filter(({ found }) => found.prefix === 'WT')) {
        assert.ok(action.kind === 'fetch' && typeof action.argument === 'string');
        const linked = parseTaskReference(action.argument);
        assert.ok(linked.valid);
        const { apiOrigin, region } = linked.reference;
        assert.deepEqual(
          { apiOrigin, region },
          { apiOrigin: undefined, region: undefined, ...host },
        );
      }
    });

    it(`applies to another resource as well: ${notation}`, () => {
      const queue = text.replaceAll(WT, WQ).replaceAll('Tasks', 'TaskQueues');
      const { apiOrigin, region } = findResource(queue, queue.lastIndexOf(WQ), WQ) ?? {};
      const expected = { apiOrigin: undefined, region: undefined, ...host };
      assert.deepEqual({ apiOrigin, region }, expected);
    });
  }

  for (const [what, text] of silent) {
    it(`is absent in ${what}`, () => {
      assert.deepEqual(hostOf(text), {});
      const result = parseTaskReference(text);
      assert.ok(result.valid && result.reference.apiOrigin === undefined);
      assert.equal(result.reference.region, undefined);
    });
  }

  it('is that of a copied HTTP request', () => {
    const requests = [
      `GET ${PATH} HTTP/1.1\r\nHost: taskrouter.sydney.au1.twilio.com\r\n\r\n`,
      `{ baseURL: '${AU}', url: '${PATH}' }`,
    ];
    for (const text of requests) {
      const result = parseTaskReference(text);
      assert.ok(result.valid && result.reference.apiOrigin === AU, text);
    }
  });

  it('is searched only within the limit of a URL', () => {
    const filled = (length: number) => `${AU}/v1/Workspaces/${'a'.repeat(length)}/${WT}`;
    assert.deepEqual(hostOf(filled(1_900)), { apiOrigin: AU });
    assert.deepEqual(hostOf(filled(5_000_000)), {});
    const noise = ['https://', '%2F', '\\/', '{{', '<', '&#x2F;', 'a.', '?region=', '"+'];
    for (const each of noise) assert.deepEqual(hostOf(each.repeat(300_000) + ` ${WT}`), {});
  });
});

describe('the profiles of a host', () => {
  const acme = { id: 'us', name: 'Acme', sid: `SK${D}` };
  const listed = [
    toProfile({ ...acme, place: { baseUrl: 'http://evil.example' } }),
    toProfile({ ...acme, place: { region: '', edge: '' } }),
    toProfile({ ...acme, id: 'ie', place: { region: 'ie1', edge: '' } }),
    toProfile({ ...acme, id: 'mock', place: { baseUrl: 'http://127.0.0.1:4010' } }),
    toProfile({
      ...acme,
      id: 'own',
      place: { baseUrl: 'https://taskrouter.sydney.au1.twilio.com' },
    }),
  ];
  const fitting: [stated: object, ids: string[]][] = [
    [{ apiOrigin: 'https://taskrouter.twilio.com' }, ['us']],
    [{ apiOrigin: 'https://taskrouter.dublin.ie1.twilio.com' }, ['ie']],
    [{ apiOrigin: AU }, ['own']],
    [{ region: 'ie1' }, ['ie']],
    [{ region: 'au1' }, ['own']],
    [{ region: 'us1' }, ['us', 'mock']],
    [{ region: 'jp1' }, []],
    [{ apiOrigin: 'https://taskrouter.twilio.com.evil.example' }, []],
    [{ apiOrigin: 'http://evil.example' }, []],
    [{ apiOrigin: 'https://taskrouter.twilio.com:444' }, []],
    [{}, []],
  ];
  for (const [stated, ids] of fitting) {
    it(`of ${JSON.stringify(stated)} are ${ids.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        profilesOfHost(stated, listed).map(({ id }) => id),
        ids,
      );
      const others = listed.filter(
        (one): one is Profile => !('fault' in one) && !ids.includes(one.id),
      );
      const foreign = others.filter((one) => describeForeignHost(stated, one) !== undefined);
      assert.equal(foreign.length, Object.keys(stated).length === 0 ? 0 : others.length);
    });
  }
});
