import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DetailsContext } from '../../../src/core/page/detailsContext.ts';
import { taskDetails } from '../../../src/core/page/taskDetails.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { plain } from '../../support/english.ts';
import { SimulationReader } from '../../support/simulation.ts';

describe('taskDetails', () => {
  const reader = new SimulationReader();
  const workspaceSid = reader.workspaceSid;
  const taskSid = reader.sid('WT', 'waiting-invoice');
  const surroundings: DetailsContext = {
    task: { workspaceSid, taskSid },
    workspaceName: 'Acme Contact Centre',
    profile: { name: 'sample', apiBaseUrl: 'https://taskrouter.example' },
    present: presenter(false),
    now: reader.startedAt,
    localize: plain,
  };
  const details = (text: string, masked = false) =>
    taskDetails(text, 17, { ...surroundings, present: presenter(masked) });
  const simulated = (masked = false) =>
    details(reader.simulation.get(`${reader.base}/Tasks/${taskSid}`).body, masked);

  it('tells what a Task is, and leads to what it refers to', () => {
    const view = simulated();
    assert.deepEqual(view.header, {
      taskSid,
      workspace: { sid: workspaceSid, name: 'Acme Contact Centre', opens: { workspaceSid } },
      profile: 'sample',
      status: 'pending',
      statusLabel: 'Pending',
      fetchedAt: 17,
    });
    const queueSid = reader.sid('WQ', 'Billing (Spanish)');
    assert.deepEqual(view.facts[0], {
      name: 'task_queue_sid',
      group: 'routing',
      label: 'TaskQueue',
      value: {
        kind: 'link',
        link: { sid: queueSid, name: 'Billing (Spanish)', opens: { workspaceSid, sid: queueSid } },
      },
    });
    assert.deepEqual(
      view.facts.map(({ name, value }) => [name, value.kind]),
      [
        ['task_queue_sid', 'link'],
        ['workflow_sid', 'link'],
        ['task_channel_sid', 'link'],
        ['routing_target', 'none'],
        ['priority', 'words'],
        ['age', 'meter'],
        ['task_queue_entered_date', 'moment'],
        ['date_created', 'moment'],
        ['date_updated', 'moment'],
        ['reason', 'none'],
      ],
    );
    const others = view.otherFields.map(({ key }) => key);
    assert.deepEqual(others, ['account_sid', 'virtual_start_time', 'ignore_capacity']);
    assert.deepEqual(
      view.links.map(({ name, opens }) => [name, opens !== undefined]),
      [
        ['url', true],
        ['task_queue', true],
        ['workflow', true],
        ['workspace', true],
        ['reservations', false],
      ],
    );
  });

  it('keeps attributes to the letter, duplicate keys too', () => {
    const { attributes } = simulated();
    assert.ok(attributes?.kind === 'json' && 'members' in attributes.value);
    const text = JSON.stringify(attributes.value);
    assert.match(text, /9007199254740993.*1\.50e\+3/);
    assert.equal(attributes.value.members.filter(({ key }) => key === 'source').length, 2);
    assert.equal(attributes.length, String(reader.task('waiting-invoice')['attributes']).length);
  });

  it('says where JSON that is none stops being it', () => {
    const raw = '{"a":1,\n "b":,}';
    assert.deepEqual(details(JSON.stringify({ attributes: raw })).attributes, {
      kind: 'text',
      value: raw,
      length: raw.length,
      fault: {
        sentence: 'Not valid JSON: unexpected character in line 2, column 6.',
        line: 2,
        column: 6,
        offset: 13,
      },
    });
  });

  const faults: [raw: string, sentence: string][] = [
    ['{"a":1} x', 'Not valid JSON: the value ends before line 1, column 9.'],
    ['{"a":1}\r\n\rx', 'Not valid JSON: the value ends before line 3, column 1.'],
    ['{"a":', 'Not valid JSON: it ends too early in line 1, column 6.'],
    ['{\n"a', 'Not valid JSON: the string that begins in line 2, column 1 does not end.'],
    ['{"a":"\t"}', 'Not valid JSON: control character in the string in line 1, column 7.'],
    ['{"a":"\\x"}', 'Not valid JSON: unknown escape in the string in line 1, column 7.'],
  ];
  for (const [raw, sentence] of faults) {
    it(`says of ${JSON.stringify(raw)}: ${sentence}`, () => {
      const { attributes } = details(JSON.stringify({ attributes: raw }));
      assert.equal(attributes?.kind === 'text' && attributes.fault?.sentence, sentence);
    });
  }

  for (const raw of ['', ' ', '12', '"x"', 'null']) {
    it(`takes ${JSON.stringify(raw)} for no fault`, () => {
      const { attributes } = details(JSON.stringify({ attributes: raw }));
      assert.deepEqual(attributes, { kind: 'text', value: raw, length: raw.length });
    });
  }

  it('tells age and timeout apart where one of them is missing', () => {
    const time = (fields: object) =>
      details(JSON.stringify(fields)).facts.map(({ name, value }) => [
        name,
        'words' in value && value.words,
        ...('ratio' in value ? [value.ratio] : []),
      ]);
    assert.deepEqual(time({ age: 1200, timeout: 3600 }), [['age', '20 min of 1 h', 1 / 3]]);
    assert.deepEqual(time({ age: 7200, timeout: 3600 }), [['age', '2 h of 1 h', 1]]);
    assert.deepEqual(time({ age: 5, timeout: 0 }), [
      ['age', '5 s'],
      ['timeout', '0 s'],
    ]);
    assert.deepEqual(time({ age: null, timeout: 60 }), [
      ['age', false],
      ['timeout', '1 min'],
    ]);
  });

  it('shows a Task that is null but for its SID', () => {
    const empty = Object.fromEntries(
      Object.keys(reader.task('waiting-invoice')).map((key) => [key, null]),
    );
    const view = details(JSON.stringify({ ...empty, sid: taskSid }));
    assert.equal(view.header.statusLabel, 'Status unknown');
    assert.ok(view.facts.every(({ value }) => value.kind === 'none'));
    assert.deepEqual([view.attributes, view.addons, view.links], [undefined, undefined, []]);
  });

  it('masks what privacyMode masks', () => {
    const text = JSON.stringify({
      attributes: '{"name":"Zoe","n":{"x":1}}',
      addons: 'call Zoe',
      reason: 'call +1202\u200b5550\u200b119',
      task_queue_sid: `WQ${'1'.repeat(32)}`,
      task_queue_friendly_name: 'zoe@example.com',
      assignment_status: '+12025550119',
      note: '+12025550119',
    });
    assert.match(JSON.stringify(details(text)), /Zoe.*0119/);
    const masked = details(text, true);
    assert.doesNotMatch(
      JSON.stringify([
        masked.facts,
        masked.attributes,
        masked.addons,
        masked.otherFields,
        masked.header,
      ]),
      /Zoe|zoe@|0119|202.?555/,
    );
    assert.match(JSON.stringify(masked.attributes), /"key":"name"/);
    assert.equal(masked.addons?.kind === 'text' && masked.addons.fault?.offset, undefined);
  });

  it('can be posted, however deep and odd it is', () => {
    const deep = `${'{"__proto__":['.repeat(2500)}1${']}'.repeat(2500)}`;
    const view = details(
      `{"attributes":${JSON.stringify(deep)},"odd":${deep},"__proto__":{"x":1}}`,
    );
    assert.ok(JSON.stringify(view).length > 2 * deep.length);
    const values = fc.letrec((tie) => ({
      text: fc.jsonValue(),
      any: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.jsonValue(), tie('text')),
    })).any;
    const keys = Object.keys(reader.task('waiting-invoice'));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), values),
        fc.boolean(),
        (fields, masked) => {
          const shown = details(JSON.stringify(fields), masked);
          assert.deepEqual(JSON.parse(JSON.stringify(shown)), shown);
        },
      ),
    );
  });

  for (const age of ['2e305', '-2e305', '1e400', '8.64e15', '-8.64e15', '"2e305"', '-0']) {
    it(`has no time before or after all dates: an age of ${age}`, () => {
      for (const timeout of ['0', '1', '1e-320', '1e308', '1e400']) {
        const shown = details(`{"age":${age},"timeout":${timeout}}`);
        assert.deepEqual(JSON.parse(JSON.stringify(shown)), shown);
      }
    });
  }

  it('groups facts, and shows as words what is no time', () => {
    const { facts } = details(
      JSON.stringify({
        priority: 0,
        age: 5,
        timeout: 0,
        task_queue_entered_date: '2026-03-02T09:00:00Z',
        date_created: 'yesterday',
        date_updated: null,
        reason: 'sold',
      }),
    );
    assert.deepEqual(
      facts.map(({ name, group, value }) => [name, group, value.kind]),
      [
        ['priority', 'routing', 'words'],
        ['age', 'time', 'words'],
        ['timeout', 'time', 'words'],
        ['task_queue_entered_date', 'time', 'moment'],
        ['date_created', 'time', 'words'],
        ['date_updated', 'time', 'none'],
        ['reason', 'time', 'words'],
      ],
    );
  });

  it('takes a name that is null with its SID, and leaves none of them to the other fields', () => {
    const view = details('{"task_queue_sid":null,"task_queue_friendly_name":null}');
    assert.deepEqual(view.otherFields, []);
  });

  const addresses: readonly (readonly [url: string, isWeb: boolean])[] = [
    ['https://taskrouter.twilio.com/v1/Workspaces', true],
    ['http://127.0.0.1:8080/a%2Fb?c=%26#d', true],
    ['HTTPS://Example.com', true],
    ['https://[::1]:1/x', true],
    ["https://a.example/(a)!*'$;:@,+?q=[1]", true],
    ['https://a.example\u202e/gro.oiliwt', false],
    ['https://a.example/\u200b', false],
    ['https://tw\u0456lio.com/', false],
    ['https://twilio.com@evil.example/', false],
    ['https://twilio.com\\\\@evil.example/', false],
    ['https://a.example/ b', false],
    ['https://a.example/\\n', false],
    ['https:/a.example', false],
    ['https://:1/', false],
    ['//a.example/x', false],
    ['command:workbench.action.quit', false],
    ['javascript:alert(1)', false],
    ['vscode://a.b/c', false],
    ['x', false],
  ];
  for (const [url, isWeb] of addresses) {
    it(`${isWeb ? 'leads' : 'does not lead'} to ${JSON.stringify(url)} outside of the editor`, () => {
      assert.equal(details(`{"url":"${url}"}`).links[0]?.isWeb, isWeb);
    });
  }

  it('shows in its facts what is not seen in them', () => {
    const view = details(
      '{"reason":"a\u202eb\u200bc","date_created":"\u061c","date_updated":"2026-03-02T09:00:00Z\u2066"}',
    );
    const shown = view.facts.map(({ value }) =>
      value.kind === 'moment' ? value.written : 'words' in value ? value.words : '',
    );
    const expected = ['\\u061c', '2026-03-02T09:00:00Z\\u2066', 'a\\u202eb\\u200bc'];
    assert.deepEqual(shown, expected);
  });

  it('leaves links as they are unless all of them are addresses', () => {
    const view = details('{"links":{"workflow":"https://taskrouter.example/v1","odd":1}}');
    assert.deepEqual(view.links, []);
    assert.deepEqual(
      view.otherFields.map(({ key }) => key),
      ['links'],
    );
  });

  it('shows every field somewhere', () => {
    const { 0: task } = [
      { ...reader.task('waiting-invoice'), odd: 1, reason: 'x', routing_target: 'WT1' },
    ];
    const view = details(JSON.stringify(task));
    const shown = [
      'sid',
      'workspace_sid',
      'assignment_status',
      'attributes',
      'timeout',
      'links',
      'task_queue_friendly_name',
      'workflow_friendly_name',
      'task_channel_unique_name',
      'url',
      ...view.facts.map(({ name }) => name),
      ...view.otherFields.map(({ key }) => key),
    ];
    assert.deepEqual(
      shown.toSorted(),
      Object.keys(task)
        .filter((key) => key !== 'addons')
        .toSorted(),
    );
  });
});
