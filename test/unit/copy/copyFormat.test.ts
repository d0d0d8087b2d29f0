import assert from 'node:assert/strict';
import {
  copyFormats,
  copyText,
  describeMissingFormats,
} from '../../../src/core/copy/copyFormat.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { sampleProfile, type Profile } from '../../../src/core/profiles/profile.ts';
import { readTaskLink } from '../../../src/core/references/commandArgument.ts';
import { twilioHosts } from '../../../src/core/profiles/twilioHosts.ts';
import { plain } from '../../support/english.ts';
import { explain } from '../../support/explanation/waitingTask.ts';
import { attackTexts } from '../../support/hostile/attackTexts.ts';

const task = { workspaceSid: `WS${'1'.repeat(32)}`, taskSid: `WT${'2'.repeat(32)}` };
const hosts = (region: string, edge: string) => {
  const result = twilioHosts(region, edge);
  assert.ok(result.valid);
  return result.hosts;
};
const common = { id: 'acme', name: 'Acme', origin: 'stored' } as const;
const ofKey: Profile = { ...common, sid: `SK${'3'.repeat(32)}`, ...hosts('', '') };
const inIreland: Profile = { ...common, sid: `AC${'4'.repeat(32)}`, ...hosts('ie1', '') };
const ofMock: Profile = { ...common, sid: ofKey.sid, apiBaseUrl: "http://localhost:1/it's" };

const answer = JSON.stringify({
  assignment_status: 'pending',
  priority: 7,
  reason: 'a|b `c`',
  task_queue_sid: `WQ${'5'.repeat(32)}`,
  task_queue_friendly_name: '[x](command:y)',
  attributes: '{"name":"Ada","id":9007199254740993}',
});

const copy = (
  format: Parameters<typeof copyText>[0],
  { profile = ofKey, masked = false, text = answer } = {},
) =>
  copyText(format, {
    ...{ task, profile, present: presenter(masked) },
    fetched: { text, fetchedAt: 0 },
    say: plain,
  });
/** What a Task with a waiting cause is copied as. */
const copiedWithRouting = (format: Parameters<typeof copyText>[0], masked = false) => {
  const given = {
    attributes: { name: 'Ada' },
    filters: [{ expression: 'name == "Ada"', targets: [{ queue: 'A' }] }],
  };
  const result = copyText(format, {
    ...{ task, profile: ofKey, present: presenter(masked), say: plain },
    fetched: { text: answer, fetchedAt: 0 },
    explain: ({ masks }) => explain({ ...given, masks }),
  });
  assert.ok('text' in result);
  return result.text;
};
const copied = (...args: Parameters<typeof copy>) => {
  const result = copy(...args);
  assert.ok('text' in result);
  return result.text;
};
const offered = (profile: Profile, masked = false) =>
  copyFormats(profile, presenter(masked)).map(({ format }) => format);

describe('Copy Task As…', () => {
  it('says in Markdown why a Task waits, if that is known', () => {
    assert.doesNotMatch(copied('markdown'), /Routing/);
    const text = copiedWithRouting('markdownAttributes');
    assert.ok(text.startsWith(copied('markdownAttributes')));
    assert.match(text, /\*\*Routing\*\*\n\n.*Worker/);
  });

  it('masks the values of attributes in what it says of routing', () => {
    for (const text of [
      copiedWithRouting('markdown'),
      copiedWithRouting('markdown', true),
      copiedWithRouting('markdownAttributes', true),
    ]) {
      assert.match(text, /\*\*Routing\*\*/);
      assert.doesNotMatch(text, /Ada/);
    }
  });

  it("offers what reaches the profile's host", () => {
    assert.deepEqual(offered(ofKey), [
      ...['link', 'curl', 'curlPowerShell', 'cli', 'cliPowerShell', 'node', 'python'],
      ...['markdown', 'markdownAttributes', 'typescript', 'json'],
    ]);
    const content = ['markdown', 'markdownAttributes', 'typescript', 'json'];
    assert.deepEqual(offered(ofMock), ['link', 'curl', 'curlPowerShell', ...content]);
    assert.deepEqual(offered(sampleProfile('Sample')), ['link', ...content]);
    assert.deepEqual(offered(sampleProfile('Sample'), true), [
      ...['link', 'markdown', 'typescript', 'json'],
    ]);
    assert.deepEqual(
      copyFormats(ofKey, presenter(false), true).map(({ format }) => format),
      ['link'],
    );
  });

  it('says what a base URL or the sample has no formats for', () => {
    const note = (profile: Profile) => {
      const { label, detail } = describeMissingFormats(profile) ?? {};
      return label && detail && [plain(label), plain(detail)];
    };
    assert.equal(note(ofKey), undefined);
    assert.deepEqual(note(ofMock), [
      'Not for this profile: Twilio CLI, Node.js and Python',
      `They cannot use its base URL ${ofMock.apiBaseUrl}.`,
    ]);
    assert.match(note(sampleProfile('Sample'))?.join(' ') ?? '', /^Not for the sample: curl/);
  });

  it('is a link that this extension reads', () => {
    const link = new URL(copied('link'));
    const read = readTaskLink(link.pathname, link.search.slice(1));
    assert.ok(read.valid);
    assert.equal(read.text, `${task.workspaceSid}/${task.taskSid}`);
    assert.equal(link.protocol, 'vscode:');
  });

  for (const format of ['curl', 'curlPowerShell', 'node', 'python'] as const) {
    it(`takes credentials from the environment: ${format}`, () => {
      for (const profile of [ofKey, inIreland]) {
        const text = copied(format, { profile });
        const isKey = profile === ofKey;
        assert.equal(text.includes('TWILIO_API_SECRET'), isKey);
        assert.equal(text.includes('TWILIO_AUTH_TOKEN'), !isKey);
        assert.ok(!text.includes(profile.sid));
      }
    });
  }

  it('reads from the region of the profile', () => {
    const profile = inIreland;
    assert.match(
      copied('curl', { profile }),
      /'https:\/\/taskrouter\.dublin\.ie1\.twilio\.com\/v1/,
    );
    assert.match(copied('cli', { profile }), /^TWILIO_REGION=ie1 TWILIO_EDGE=dublin twilio /);
    assert.match(copied('cliPowerShell', { profile }), /^\$env:TWILIO_REGION = 'ie1'; /);
    assert.match(copied('node', { profile }), /region: 'ie1',\n {2}edge: 'dublin',/);
    assert.match(copied('python', { profile }), /region="ie1",\n {4}edge="dublin",/);
    for (const format of ['cli', 'node', 'python'] as const) {
      assert.doesNotMatch(copied(format), /region|edge/i);
    }
  });

  it('puts what Twilio sent into code in Markdown, its attributes masked unless asked for', () => {
    const text = copied('markdown');
    assert.match(text, /^\*\*Task `WT2+`\*\* · Pending\n/);
    assert.ok(text.includes('| Priority | `7` |\n'));
    assert.ok(text.includes('| Reason | `` a\\|b `c` `` |\n'));
    assert.ok(text.includes(`| TaskQueue | \`[x](command:y)\` \`WQ${'5'.repeat(32)}\` |\n`));
    assert.ok(text.includes('| Fetched | `1970-01-01T00:00:00.000Z` |\n'));
    assert.ok(text.includes('```json\n{\n  "name": "<string>",\n  "id": "<number>"\n}\n```\n'));
    const whole = copied('markdownAttributes');
    assert.ok(whole.includes('```json\n{\n  "name": "Ada",\n  "id": 9007199254740993\n}\n```\n'));
    assert.ok(!copied('markdownAttributes', { masked: true }).includes('Ada'));
  });

  it('makes a status that nobody knows, and attributes with fences, harmless', () => {
    const attributes = JSON.stringify({ a: '```\n# out\n````' });
    const text = copied('markdownAttributes', {
      text: JSON.stringify({ assignment_status: '[x](http://evil)', attributes }),
    });
    assert.ok(text.includes('· `[x](http://evil)`\n'));
    assert.match(text, /\n`````json\n[^]*\n`````\n$/);
  });

  for (const [what, attack] of Object.entries(attackTexts)) {
    it(`is code in Markdown, whatever it says: ${what}`, () => {
      const fields = ['assignment_status', 'reason', 'task_queue_friendly_name', 'date_created'];
      const text = copied('markdownAttributes', {
        text: JSON.stringify({
          ...Object.fromEntries(fields.map((field) => [field, attack])),
          task_queue_sid: `WQ${'5'.repeat(32)}`,
          attributes: JSON.stringify({ [attack]: attack }),
        }),
      });
      const [heading = '', , , , ...rest] = text.trimEnd().split('\n');
      const rows = rest.slice(0, rest.indexOf(''));
      const [fence = '', ...block] = rest.slice(rest.indexOf('') + 3);
      assert.match(heading, /^\*\*Task `WT2+`\*\* · (`+) ?.* ?\1$/);
      for (const row of rows) assert.match(row, /^\| [\w ]+ \| (?:(`+) ?.*? ?\1 ?){1,2} \|$/);
      assert.ok(
        rows.every((row) => row.split(/(?<!\\)\|/).length === 4),
        rows.join('\n'),
      );
      assert.equal(`${block.at(-1) ?? ''}json`, fence);
      assert.ok(block.slice(0, -1).every((line) => !line.startsWith('```')));
      assert.doesNotMatch(text, /(?![\u200c\u200d])[\p{Cf}\p{Cs}]/u);
    });
  }

  it('is exact as JSON, and masked in privacy mode', () => {
    assert.equal(copied('json'), answer);
    assert.ok(!copied('json', { masked: true }).includes('Ada'));
  });

  it('has a type only of attributes that are JSON', () => {
    assert.match(copied('typescript', { masked: true }), /name: string;/);
    for (const attributes of ['{oops', null, '"text"']) {
      const result = copy('typescript', { text: JSON.stringify({ attributes }) });
      assert.ok('reason' in result);
    }
  });
});
