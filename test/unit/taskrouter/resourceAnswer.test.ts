import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asFailure, TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import {
  matchesIfPresent,
  readFlexWorkspace,
  readResourceAnswer,
} from '../../../src/core/taskrouter/resourceAnswer.ts';
import { summarizeTask } from '../../../src/core/taskrouter/taskSummary.ts';
import { readWorkspacePage } from '../../../src/core/taskrouter/workspace.ts';
import { everyResource } from '../../support/everyResource.ts';
import { anyCharacter } from '../../support/json/jsonTexts.ts';

const asked = {
  workspaceSid: 'WSfedcba9876543210fedcba9876543210',
  taskSid: 'WT0123456789abcdef0123456789abcdef',
};
const kindOf = (read: () => unknown): string => {
  try {
    read();
    return 'none';
  } catch (error) {
    assert.ok(error instanceof TaskRouterFailure);
    return error.failure.kind;
  }
};

describe('readResourceAnswer', () => {
  it('returns the text unchanged', () => {
    const text = ` {"sid":"${asked.taskSid}","n":1.0,"n":2, "workspace_sid":"${asked.workspaceSid}"}\n`;
    assert.deepEqual(readResourceAnswer(text, asked, 'h'), { text });
  });

  it('names the host of an answer that is not JSON', () => {
    assert.throws(
      () => readResourceAnswer('<html>', asked, 'h'),
      (error) => {
        assert.deepEqual(asFailure(error), { kind: 'notJson', host: 'h' });
        return true;
      },
    );
  });

  it('ignores the case of digits, and accepts a missing Workspace SID', () => {
    const sid = `WT${asked.taskSid.slice(2).toUpperCase()}`;
    for (const workspace of ['null', '""']) {
      const text = `{"sid":"${sid}","workspace_sid":${workspace}}`;
      assert.equal(
        kindOf(() => readResourceAnswer(text, asked, 'h')),
        workspace === 'null' ? 'none' : 'anotherTask',
      );
    }
  });

  const refused: [text: string, kind: string][] = [
    ['', 'notJson'],
    ['<html>', 'notJson'],
    ['{"sid":', 'notJson'],
    ['7', 'notTask'],
    ['null', 'notTask'],
    ['[]', 'notTask'],
    ['{}', 'notTask'],
    ['{"sid":null}', 'notTask'],
    ['{"sid":{"a":1}}', 'notTask'],
    [`{"sid":"${asked.taskSid.slice(0, -1)}e"}`, 'anotherTask'],
    [`{"sid":"${asked.taskSid}","workspace_sid":"WS0"}`, 'anotherTask'],
  ];
  for (const [text, kind] of refused) {
    it(`refuses ${JSON.stringify(text)} as ${kind}`, () => {
      assert.equal(
        kindOf(() => readResourceAnswer(text, asked, 'h')),
        kind,
      );
    });
  }

  it('accepts a Workspace, which has no Workspace SID', () => {
    const { workspaceSid } = asked;
    const text = `{"sid":"${workspaceSid}","friendly_name":"Acme"}`;
    assert.deepEqual(readResourceAnswer(text, { workspaceSid }, 'h'), { text });
    assert.equal(
      kindOf(() => readResourceAnswer(text, asked, 'h')),
      'anotherTask',
    );
  });

  it('accepts a Reservation of the requested Task, and of no other', () => {
    const sid = `WR${asked.taskSid.slice(2)}`;
    const answers: [taskSid: string, kind: string][] = [
      [JSON.stringify(asked.taskSid), 'none'],
      ['null', 'none'],
      [`"${asked.taskSid.slice(0, -1)}e"`, 'anotherTask'],
    ];
    for (const [taskSid, kind] of answers) {
      const text = `{"sid":"${sid}","task_sid":${taskSid},"workspace_sid":"${asked.workspaceSid}"}`;
      assert.equal(
        kindOf(() => readResourceAnswer(text, { ...asked, sid }, 'h')),
        kind,
      );
    }
  });

  it('ignores the Task SID of an Event', () => {
    const { workspaceSid } = asked;
    const sid = `EV${asked.taskSid.slice(2)}`;
    const text = `{"sid":"${sid}","task_sid":"WT0"}`;
    assert.deepEqual(readResourceAnswer(text, { workspaceSid, sid }, 'h'), { text });
  });

  it('names the requested kind if the answer is something else', () => {
    for (const [prefix, resource] of Object.entries(everyResource)) {
      for (const text of ['{}', '{"sid":"XX"}']) {
        assert.throws(
          () => readResourceAnswer(text, resource, 'h'),
          ({ failure }: TaskRouterFailure) => 'prefix' in failure && failure.prefix === prefix,
        );
      }
    }
  });

  it('throws only failures, for any text', () => {
    const texts = fc.oneof(fc.string({ unit: anyCharacter }), fc.json());
    fc.assert(
      fc.property(texts, (text) => {
        kindOf(() => readResourceAnswer(text, asked, 'h'));
        kindOf(() => readWorkspacePage(text, 'h'));
        assert.equal(readFlexWorkspace(text), undefined);
      }),
    );
  });
});

describe('readWorkspacePage', () => {
  for (const [text, kind] of [
    ['<html>', 'notJson'],
    ['null', 'unexpectedAnswer'],
    ['{"workspaces":{}}', 'unexpectedAnswer'],
  ] as const) {
    it(`refuses ${text} as ${kind}`, () => {
      assert.equal(
        kindOf(() => readWorkspacePage(text, 'h')),
        kind,
      );
    });
  }

  it('reads names and the URL of the next page', () => {
    const text = JSON.stringify({
      workspaces: [
        { sid: asked.workspaceSid, friendly_name: 'Acme' },
        { sid: asked.workspaceSid, friendly_name: null },
        { sid: 'WS1', friendly_name: 'short' },
        null,
      ],
      meta: { next_page_url: 'https://h/next' },
    });
    assert.deepEqual(readWorkspacePage(text, 'h'), {
      workspaces: [
        { sid: asked.workspaceSid, friendlyName: 'Acme' },
        { sid: asked.workspaceSid, friendlyName: '' },
      ],
      nextPageUrl: 'https://h/next',
    });
  });

  it('treats a missing meta, or null in it, as the last page', () => {
    for (const meta of [undefined, null, { next_page_url: null }]) {
      const text = JSON.stringify({ workspaces: [], meta });
      assert.deepEqual(readWorkspacePage(text, 'h'), { workspaces: [] });
    }
  });
});

describe('readFlexWorkspace', () => {
  it('reads the SID', () => {
    const text = JSON.stringify({
      account_sid: 'AC',
      taskrouter_workspace_sid: asked.workspaceSid,
    });
    assert.equal(readFlexWorkspace(text), asked.workspaceSid);
  });

  for (const text of [
    '',
    '<html>',
    '[]',
    'null',
    '{}',
    '{"taskrouter_workspace_sid":null}',
    '{"taskrouter_workspace_sid":"WS1"}',
    `{"taskrouter_workspace_sid":"${asked.taskSid}"}`,
    `{"taskrouter_workspace_sid":["${asked.workspaceSid}"]}`,
  ]) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      assert.equal(readFlexWorkspace(text), undefined);
    });
  }
});

describe('summarizeTask', () => {
  it('reads the fields that are present and omits those that are null or missing', () => {
    const text = '{"assignment_status":"pending","age":75,"task_queue_friendly_name":"Support"}';
    assert.deepEqual(summarizeTask(text), {
      status: 'pending',
      queueName: 'Support',
      ageSeconds: 75,
    });
    const nulls = '{"assignment_status":null,"age":null,"task_queue_friendly_name":null}';
    assert.deepEqual(summarizeTask(nulls), {});
    assert.deepEqual(summarizeTask('{}'), {});
  });
});

describe('answers with rows of any kind', () => {
  const row = fc.oneof(
    fc.record({
      sid: fc.constantFrom(asked.workspaceSid, asked.taskSid, '', null),
      friendly_name: fc.anything(),
    }),
    fc.constantFrom(null, 7, 'WS', [], {}),
  );
  const page = fc.record(
    {
      workspaces: fc.oneof(fc.array(row), fc.constantFrom(null, {}, 'x')),
      meta: fc.oneof(
        fc.record({ next_page_url: fc.constantFrom('https://h', null, 7) }),
        fc.constant([]),
      ),
    },
    { requiredKeys: [] },
  );

  it('yield each Workspace with a SID in order, or are rejected', () => {
    fc.assert(
      fc.property(page, (answer) => {
        const rows: unknown = answer.workspaces;
        const text = JSON.stringify(answer, (_, value: unknown) =>
          typeof value === 'bigint' ? '1' : value,
        );
        const kind = kindOf(() => readWorkspacePage(text, 'h'));
        assert.equal(kind, Array.isArray(rows) ? 'none' : 'unexpectedAnswer');
        if (!Array.isArray(rows)) return;
        const { workspaces, nextPageUrl = '' } = readWorkspacePage(text, 'h');
        assert.equal(typeof nextPageUrl, 'string');
        const sids = rows.filter(
          (each) => (each as { sid?: unknown } | null)?.sid === asked.workspaceSid,
        );
        assert.deepEqual(
          workspaces.map(({ sid }) => sid),
          sids.map(() => asked.workspaceSid),
        );
        assert.ok(workspaces.every(({ friendlyName }) => typeof friendlyName === 'string'));
      }),
    );
  });

  it('yield Flex’s Workspace if its SID is well formed', () => {
    const sid = fc.oneof(fc.constantFrom(asked.workspaceSid, asked.taskSid), fc.jsonValue());
    fc.assert(
      fc.property(sid, (value) => {
        const text = JSON.stringify({ taskrouter_workspace_sid: value });
        const expected = value === asked.workspaceSid ? value : undefined;
        assert.equal(readFlexWorkspace(text), expected);
      }),
    );
  });
});

describe('matchesIfPresent', () => {
  const lower = `WT${'0123456789abcdef'.repeat(2)}`;
  const upper = `WT${'0123456789ABCDEF'.repeat(2)}`;
  const other = `WT${'f'.repeat(32)}`;
  const cases: [what: string, field: unknown, asked: string | undefined, fits: boolean][] = [
    ['the SID that was asked for', lower, lower, true],
    ['the same in other letters', upper, lower, true],
    ['another', other, lower, false],
    ['an empty text', '', lower, false],
    ['null', null, lower, true],
    ['nothing', undefined, lower, true],
    ['a number', 7, lower, true],
    ['any, where none was asked for', other, undefined, true],
  ];
  for (const [what, field, asked, fits] of cases) {
    it(`is ${String(fits)} for ${what}`, () => {
      assert.equal(matchesIfPresent(field, asked), fits);
    });
  }
});
