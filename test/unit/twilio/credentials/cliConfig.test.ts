import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCliConfig } from '../../../../src/twilio/credentials/cliConfig.ts';
import { anyCharacter } from '../../../support/json/jsonTexts.ts';

const profilesOf = (config: unknown) => {
  const result = readCliConfig(JSON.stringify(config));
  assert.ok(result.valid);
  return result.profiles;
};
const idsOf = (config: unknown) => profilesOf(config).map(({ id }) => id);
const activeOf = (config: unknown) => profilesOf(config).find(({ active }) => active)?.id;

describe('readCliConfig', () => {
  const acme = { accountSid: 'AC1', region: 'ie1', edge: 'dublin', apiKey: 'SK1', apiSecret: 's' };

  it('reads profiles with their secrets, and those whose secrets are elsewhere', () => {
    const config = {
      edge: 'sydney',
      email: {},
      activeProject: 'acme',
      profiles: { acme, plain: { accountSid: 'AC2', apiKey: ' SK2 ', apiSecret: ' t\n' } },
      projects: [{ id: ' old ', accountSid: 'AC3', region: 'dev', apiSecret: 'not here' }],
    };
    const file = { secretStorage: 'file', active: false } as const;
    assert.deepEqual(profilesOf(config), [
      { id: 'acme', ...acme, ...file, active: true },
      {
        id: 'plain',
        accountSid: 'AC2',
        region: '',
        edge: 'sydney',
        apiKey: 'SK2',
        apiSecret: 't',
        ...file,
      },
      {
        id: 'old',
        accountSid: 'AC3',
        region: 'dev',
        edge: 'sydney',
        apiKey: '',
        apiSecret: '',
        secretStorage: 'keychain',
        active: false,
      },
    ]);
  });

  it('knows the active profile as the CLI does', () => {
    const projects = [{ id: 'first' }, { id: 'second' }];
    const profiles = { acme, other: acme };
    assert.equal(activeOf({ profiles, projects, activeProject: ' other ' }), 'other');
    assert.equal(activeOf({ profiles, projects, activeProject: 'second' }), 'second');
    assert.equal(activeOf({ profiles, projects, activeProject: 'gone' }), 'first');
    assert.equal(activeOf({ profiles, activeProject: null }), undefined);
  });

  it('takes the profile, not the project, where both have an id', () => {
    const config = { profiles: { acme, ' acme': {} }, projects: [{ id: 'acme' }] };
    assert.deepEqual(
      profilesOf(config).map(({ id, secretStorage: kept, apiKey }) => [id, kept, apiKey]),
      [['acme', 'file', 'SK1']],
    );
  });

  it('takes keys that mean something to JavaScript as any others', () => {
    const text = `{"profiles":{"__proto__":{"apiKey":"SK1","__proto__":{"apiSecret":"s"}},
      "constructor":{"apiKey":"SK2"},"toString":7},"__proto__":{"edge":"x"},"activeProject":"toString"}`;
    const result = readCliConfig(text);
    assert.ok(result.valid);
    assert.deepEqual(
      result.profiles.map(({ id, apiKey, apiSecret, edge, active }) => [
        [id, apiKey, apiSecret, edge].join(),
        active,
      ]),
      [
        ['__proto__,SK1,,', false],
        ['constructor,SK2,,', false],
      ],
    );
  });

  it('skips what is no profile, and takes a field of another type as missing', () => {
    const profiles = { a: null, b: 'text', c: [acme], '': acme, ' ': acme, d: { apiKey: 7 } };
    assert.deepEqual(idsOf({ profiles, projects: [null, 'x', {}, { id: 7 }] }), ['d']);
    assert.deepEqual(idsOf({ profiles: [acme], projects: { id: 'x' }, edge: {} }), []);
    assert.deepEqual(idsOf({}), []);
    assert.equal(profilesOf({ profiles })[0]?.apiKey, '');
  });

  it('tolerates a byte order mark', () => {
    assert.deepEqual(readCliConfig('\uFEFF{}'), { valid: true, profiles: [] });
  });

  for (const text of ['', '{', 'null', '7', '"x"', '[]', '\uFEFF\uFEFF{}', '<html>']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readCliConfig(text), { valid: false });
    });
  }

  it('reads any JSON without a throw: ids are told apart, and one profile is active at most', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('id', 'acme'), fc.jsonValue());
    const name = fc.oneof(
      fc.constantFrom('id', 'apiKey', 'apiSecret', 'region', '__proto__', 'constructor'),
      fc.string(),
    );
    const fields = fc.oneof(fc.dictionary(name, value), value);
    const config = fc.record(
      {
        profiles: fc.oneof(fc.dictionary(name, fields), value),
        projects: fc.oneof(fc.array(fields), value),
        activeProject: value,
        edge: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(config, fc.jsonValue()), (json) => {
        const result = readCliConfig(JSON.stringify(json));
        const profiles = result.valid ? result.profiles : [];
        assert.equal(new Set(profiles.map(({ id }) => id)).size, profiles.length);
        assert.ok(profiles.filter(({ active }) => active).length <= 1);
        for (const { id, active, secretStorage: kept, ...texts } of profiles) {
          assert.ok(id !== '' && [id, kept, ...Object.values(texts)].every(isText), String(active));
        }
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        readCliConfig(text);
      }),
    );
  });
});

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
