import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBaseUrl, twilioHosts } from '../../../src/core/profiles/twilioHosts.ts';
import { consoleUrl } from '../../../src/core/taskrouter/resourceUrl.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

describe('parseBaseUrl', () => {
  const allowed: [text: string, url: string][] = [
    ['https://mock.example', 'https://mock.example'],
    ['https://mock.example:8443/twilio/', 'https://mock.example:8443/twilio'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.1:4010', 'http://127.0.0.1:4010'],
    ['http://LocalHost', 'http://localhost'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
    ['https://127.0.0.2', 'https://127.0.0.2'],
    ['https://mock.example/a//', 'https://mock.example/a'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ];
  for (const [text, url] of allowed) {
    it(`allows ${text}`, () => {
      assert.equal(parseBaseUrl(text), url);
    });
  }
  for (const text of [
    '',
    'mock.example',
    'http://mock.example',
    'http://127.0.0.2',
    'http://127.10.200.3:4010',
    'http://127.255.255.254',
    'http://2130706434',
    'http://[::ffff:127.0.0.1]',
    'http://[::]',
    'http://0.0.0.0',
    'http://localhost.',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.localhost',
    'http://notlocalhost',
    'http://10.0.0.1',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:password@mock.example',
    'https://mock.example/?a=1',
    'https://mock.example/#a',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(parseBaseUrl(text), undefined);
    });
  }
});

describe('twilioHosts', () => {
  const cases: [region: string, edge: string, url: string][] = [
    ['', '', 'https://taskrouter.twilio.com'],
    ['ie1', 'dublin', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['ie1', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['us1', '', 'https://taskrouter.ashburn.us1.twilio.com'],
    ['', 'sydney', 'https://taskrouter.sydney.us1.twilio.com'],
    ['IE1', 'Dublin', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['a', 'b', 'https://taskrouter.b.a.twilio.com'],
    ['xx9', '', 'edgeMissing'],
    ['constructor', '', 'edgeMissing'],
    ['us1', 'evil.example/', 'edge'],
    ['', '-', 'edge'],
    ['us1.evil.example', 'ashburn', 'region'],
    ['us1/', '', 'region'],
    // Both in one input, or swapped.
    ['dublin.ie1', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['ie1.dublin', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    [' IE1 / Dublin ', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['IE1 (Dublin)', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['sydney, au1', '', 'https://taskrouter.sydney.au1.twilio.com'],
    ['sydney au1', '', 'https://taskrouter.sydney.au1.twilio.com'],
    ['sydney.au1', 'sydney', 'https://taskrouter.sydney.au1.twilio.com'],
    ['ie1', 'dublin.ie1', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['', 'dublin.ie1', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['dublin', 'ie1', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['', 'ie1', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['dublin', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['Ashburn', '', 'https://taskrouter.ashburn.us1.twilio.com'],
    ['api.dublin.ie1.twilio.com', '', 'https://taskrouter.dublin.ie1.twilio.com'],
    ['https://taskrouter.sydney.au1.twilio.com/', '', 'https://taskrouter.sydney.au1.twilio.com'],
    ['sao-paulo.br1', '', 'https://taskrouter.sao-paulo.br1.twilio.com'],
    // Contradictory or invalid names.
    ['dublin.ie1', 'sydney', 'region'],
    ['ie1.us1', '', 'region'],
    ['ie1', 'us1', 'region'],
    ['dublin.sydney', '', 'region'],
    ['dublin.ie1.evil', '', 'region'],
    ['dublin..ie1', '', 'region'],
    ['dublin.ie1@evil', '', 'region'],
    ['ie1', 'dublin.sydney', 'edge'],
    ['sydney', '', 'edgeMissing'],
    ['dublin.ie1.twilio.com.evil', '', 'region'],
    ['http://evil/ie1', '', 'region'],
  ];
  for (const [region, edge, url] of cases) {
    it(`is ${url} for region "${region}" and edge "${edge}"`, () => {
      const result = twilioHosts(region, edge);
      assert.equal(result.valid ? result.hosts.apiBaseUrl : result.fault, url);
    });
  }

  it('has the region unless it is US1, the edge if there is one, and Flex’s host', () => {
    assert.deepEqual(twilioHosts('IE1', ''), {
      valid: true,
      hosts: {
        apiBaseUrl: 'https://taskrouter.dublin.ie1.twilio.com',
        flexBaseUrl: 'https://flex-api.dublin.ie1.twilio.com',
        edge: 'dublin',
        region: 'ie1',
      },
    });
    const sydney = twilioHosts('', 'sydney');
    assert.ok(sydney.valid);
    assert.deepEqual([sydney.hosts.region, sydney.hosts.edge], [undefined, 'sydney']);
  });
});

describe('consoleUrl', () => {
  const task = {
    workspaceSid: 'WSfedcba9876543210fedcba9876543210',
    taskSid: 'WT0123456789abcdef0123456789abcdef',
  };

  it('fills the template in', () => {
    assert.equal(
      consoleUrl('https://console.example/{workspaceSid}/{taskSid}?t={taskSid}', task),
      `https://console.example/${task.workspaceSid}/${task.taskSid}?t=${task.taskSid}`,
    );
  });

  it('accepts http as well, for a custom Console', () => {
    assert.equal(
      consoleUrl('http://localhost:8080/{taskSid}', task),
      `http://localhost:8080/${task.taskSid}`,
    );
  });

  const asWritten = [
    'https://console.example/a%2Fb%3Fc%26d/{taskSid}',
    'https://console.example/?frameUrl=%2Fconsole%2Ftasks%2F{taskSid}%3Fx-target-region%3Dus1',
    'https://console.example?frameUrl=https%3A%2F%2Fx.example%2F%257BtaskSid%257D#{taskSid}',
    "https://console.example/(a)!*'$;:@,+/%20?q=[1]&r=a+b&t={taskSid}",
    'HTTPS://Console.Example:443/{taskSid}',
  ];
  for (const template of asWritten) {
    it(`keeps ${template} as it is written`, () => {
      assert.equal(consoleUrl(template, task), template.replace('{taskSid}', task.taskSid));
    });
  }

  it('fills in percent-encoded placeholders', () => {
    assert.equal(
      consoleUrl('https://console.example/?u=%2F%7BworkspaceSid%7D%2f%7btaskSid%7d', task),
      `https://console.example/?u=%2F${task.workspaceSid}%2f${task.taskSid}`,
    );
  });

  const mended = [
    ['https://console.example/é?q="{taskSid}"', `/%C3%A9?q=%22${task.taskSid}%22`],
    ['https://console.example/a b/{taskSid}', `/a%20b/${task.taskSid}`],
    [' https://console.example/{taskSid}\n', `/${task.taskSid}`],
  ] as const;
  for (const [template, path] of mended) {
    it(`makes an address of ${JSON.stringify(template)}`, () => {
      assert.equal(consoleUrl(template, task), `https://console.example${path}`);
    });
  }

  for (const template of ['', 'x', 'command:evil?{taskSid}', 'file:///{taskSid}', 'vscode://a']) {
    it(`makes nothing of ${JSON.stringify(template)}`, () => {
      assert.equal(consoleUrl(template, task), undefined);
    });
  }
});

describe('base URLs of any profile', () => {
  const piece = fc.constantFrom(
    ...[
      'https://',
      'http://',
      'localhost',
      '127.0.0.1',
      '127.0.0.2',
      '[::1]',
      'a.example',
      'user',
      '%2F',
    ],
    ...[':', '@', '/', '//', '\\', '?', '#', ':80', ' ', '\t', '..', '％'],
  );
  const text = fc.oneof(
    fc.string({ unit: piece, maxLength: 12 }),
    fc
      .tuple(fc.constantFrom('http', 'https'), fc.domain(), anyText, anyText, anyText)
      .map(([scheme, host, path, query, hash]) => `${scheme}://${host}/${path}?${query}#${hash}`),
    anyText,
  );

  it('are https or on this machine, without credentials, and parse to themselves', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const read = parseBaseUrl(typed);
        if (read === undefined) return;
        const { protocol, hostname, username, password, search, hash } = new URL(read);
        assert.ok(protocol === 'https:' || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
        assert.equal(username + password + search + hash, '');
        assert.doesNotMatch(read, /\/$/);
        assert.equal(parseBaseUrl(read), read);
      }),
      { numRuns: 1000 },
    );
  });

  it('are hosts of Twilio for any region and edge', () => {
    const label = fc.oneof(
      fc.constantFrom('', 'us1', 'IE1', 'sydney', 'constructor'),
      fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '.', '/', '@', ':', 'ß', 'K', '\n') }),
    );
    fc.assert(
      fc.property(label, label, (region, edge) => {
        const result = twilioHosts(region, edge);
        if (!result.valid) return;
        for (const url of [result.hosts.apiBaseUrl, result.hosts.flexBaseUrl ?? '']) {
          assert.match(url, /^https:\/\/[a-z0-9-]+\.(?:[a-z0-9-]+\.[a-z0-9-]+\.)?twilio\.com$/);
          assert.equal(new URL(url).origin, url);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
