import assert from 'node:assert/strict';
import {
  describeTaskDocument,
  renderTaskDocument,
} from '../../../src/core/documents/documentText.ts';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { ResourcePrefix } from '../../../src/core/resources/resourceKind.ts';
import type { ResourceReference } from '../../../src/core/resources/resourceReference.ts';
import { everyResource } from '../../support/everyResource.ts';

const text = '{"attributes":"{\\"customer_id\\":9007199254740993}","sid":"WT1"}';
const fetched = { text, fetchedAt: 0 };
const failure = { kind: 'timeout', host: 'localhost', seconds: 15 } as const;
const render = (record: Parameters<typeof renderTaskDocument>[0], view = {}) =>
  renderTaskDocument(
    record,
    { decoded: true, present: presenter(false), ...view },
    () => 'too slow',
  );

describe('renderTaskDocument', () => {
  it('shows attributes decoded, with every digit', () => {
    assert.equal(
      render({ fetched, fetching: false }),
      '{\n  "attributes": {\n    "customer_id": 9007199254740993\n  },\n  "sid": "WT1"\n}\n',
    );
  });

  it('shows attributes raw, with every digit', () => {
    assert.equal(
      render({ fetched, fetching: false }, { decoded: false }),
      '{\n  "attributes": "{\\"customer_id\\":9007199254740993}",\n  "sid": "WT1"\n}\n',
    );
  });

  it('masks both', () => {
    for (const decoded of [true, false]) {
      assert.doesNotMatch(
        render({ fetched, fetching: false }, { decoded, present: presenter(true) }),
        /9007/,
      );
    }
  });

  it('shows the last answer during a fetch and after a failure', () => {
    const good = render({ fetched, fetching: false });
    assert.equal(render({ fetched, fetching: true }), good);
    assert.equal(render({ fetched, failure, failedAt: 1, fetching: false }), good);
  });

  it('shows why there is no answer', () => {
    const error = { kind: 'timeout', message: 'too slow' };
    const shown = render({ failure, failedAt: 1, fetching: false });
    assert.equal(shown, `${JSON.stringify({ error }, null, 2)}\n`);
  });

  it('is empty before the first answer', () => {
    assert.equal(render(undefined), '');
    assert.equal(render({ fetching: true }), '');
  });
});

describe('describeTaskDocument', () => {
  const shown = { profile: 'env', workspace: 'Acme', time: '15:00:02', present: presenter(false) };
  const line = (answer: string, resource: ResourceReference = everyResource.WT, view = shown) =>
    describeTaskDocument(resource, { text: answer, fetchedAt: 0 }, view)
      .map((fact) => (typeof fact === 'object' ? formatMessage(fact, plainEnglish) : fact))
      .join(' · ');

  const cases: [task: string, line: string][] = [
    [
      '{"assignment_status":"pending","age":1214}',
      'Pending · 20 min 14 s old · profile env · Acme · fetched 15:00:02',
    ],
    [
      '{"assignment_status":"wrapping","age":7260}',
      'Wrapping · 2 h 1 min old · profile env · Acme · fetched 15:00:02',
    ],
    [
      '{"assignment_status":"reserved","age":176400}',
      'Reserved · 2 d 1 h old · profile env · Acme · fetched 15:00:02',
    ],
    [
      '{"assignment_status":"new {0}","age":0}',
      'new {0} · 0 s old · profile env · Acme · fetched 15:00:02',
    ],
    [
      '{"assignment_status":"constructor","age":0}',
      'constructor · 0 s old · profile env · Acme · fetched 15:00:02',
    ],
    ['{}', 'Status unknown · profile env · Acme · fetched 15:00:02'],
  ];
  for (const [task, expected] of cases) {
    it(`says: ${expected}`, () => {
      assert.equal(line(task), expected);
    });
  }

  it('has kind and name of another resource', () => {
    const names: Partial<Record<ResourcePrefix, string>> = {
      WS: 'Workspace “A {0}” · profile env · fetched 15:00:02',
      WQ: 'TaskQueue “A {0}” · profile env · Acme · fetched 15:00:02',
      WK: 'Worker “A {0}” · profile env · Acme · fetched 15:00:02',
      WR: 'Reservation “A {0}” · profile env · Acme · fetched 15:00:02',
    };
    for (const [prefix, resource] of Object.entries(everyResource)) {
      const expected = names[prefix as ResourcePrefix];
      const said = line('{"friendly_name":"A {0}","assignment_status":"pending"}', resource);
      if (expected !== undefined) assert.equal(said, expected);
      if (prefix !== 'WT') assert.match(said, /^[A-Z][A-Za-z ]+ “A \{0\}” · /);
    }
  });

  it('has only the kind without a name', () => {
    for (const answer of ['{}', '{"friendly_name":null}', '{"friendly_name":""}', '{"name":"x"}']) {
      assert.match(line(answer, everyResource.EV), /^Event · profile env · Acme · fetched /);
    }
  });

  it('masks names in privacy mode', () => {
    const answer = '{"friendly_name":"Zoe zoe@example.com"}';
    assert.match(line(answer, everyResource.WK), /^Worker “Zoe zoe@example\.com”/);
    const masked = line(answer, everyResource.WK, { ...shown, present: presenter(true) });
    assert.match(masked, /^Worker “Zoe •••”/);
  });
});
