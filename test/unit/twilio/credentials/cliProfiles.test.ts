import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  formatMessage,
  plainEnglish,
  type Message,
} from '../../../../src/core/messages/message.ts';
import { CliProfiles } from '../../../../src/twilio/credentials/cliProfiles.ts';

const AC = 'AC0123456789abcdef0123456789abcdef';
const SK = 'SK0123456789abcdef0123456789abcdef';
const SECRET = 'canary/of+the_secret';
const acme = { accountSid: AC, apiKey: SK, apiSecret: SECRET };
const candidate = { from: 'cli', region: '', edge: '', active: false } as const;

const say = (text: Message | undefined) => text && formatMessage(text, plainEnglish);

/** A source whose file holds this. */
const sourceOf = (config: unknown, environment: Record<string, string> = {}) =>
  new CliProfiles({
    environment,
    homeDirectory: '/home/user',
    readFile: () => Promise.resolve(JSON.stringify(config)),
  });
const listed = async (...given: Parameters<typeof sourceOf>) =>
  (await sourceOf(...given).list()).candidates;

describe('credentials of the Twilio CLI', () => {
  it('are listed without their secrets, which are read for the one that is picked', async () => {
    const other = { ...acme, apiSecret: 'other' };
    const profiles = { acme: { ...acme, region: 'IE1' }, other, token: { ...acme, apiKey: AC } };
    const source = sourceOf({ profiles, activeProject: 'other' });
    assert.deepEqual(await source.list(), {
      candidates: [
        {
          ...candidate,
          key: `cli:${SK}:acme`,
          name: 'acme',
          sid: SK,
          accountSid: AC,
          region: 'ie1',
          edge: 'dublin',
        },
        {
          ...candidate,
          key: `cli:${SK}:other`,
          name: 'other',
          sid: SK,
          accountSid: AC,
          active: true,
        },
        { ...candidate, key: `cli:${AC}:token`, name: 'token', sid: AC, accountSid: AC },
      ],
      notes: [],
    });
    assert.equal(await source.readSecret(`cli:${SK}:acme`), SECRET);
    assert.equal(await source.readSecret(`cli:${SK}:other`), 'other');
    assert.equal(await source.readSecret(`cli:${SK}:gone`), undefined);
    assert.equal(await source.readSecret('acme'), undefined);
  });

  it('take the edge that the file has for all', async () => {
    const [found] = await listed({ profiles: { acme }, edge: 'Sydney' });
    assert.equal(found?.edge, 'sydney');
    assert.equal(found.region, '');
    assert.equal(found.fault, undefined);
  });

  const faults: [what: string, profile: object, fault: RegExp][] = [
    ['no secret', { ...acme, apiSecret: undefined }, /has no secret/],
    ['a secret of spaces', { ...acme, apiSecret: ' ' }, /has no secret/],
    ['no API key', { ...acme, apiKey: undefined }, /API key/],
    ['an API key that is too short', { ...acme, apiKey: SK.slice(1) }, /API key/],
    ['an API key of another type', { ...acme, apiKey: { sid: SK } }, /API key/],
    ['the secret for an API key', { ...acme, apiKey: SECRET, apiSecret: SK }, /API key/],
    ['a region that is no name', { ...acme, region: 'evil.example/' }, /region is not valid/],
    ['an edge that is no name', { ...acme, region: 'ie1', edge: 'a.b' }, /edge is not valid/],
    ['a region without its edge', { ...acme, region: 'au1' }, /needs an edge/],
  ];
  for (const [what, profile, fault] of faults) {
    it(`are not importable with ${what}`, async () => {
      const source = sourceOf({ profiles: { acme: profile } });
      const [found] = (await source.list()).candidates;
      assert.match(say(found?.fault) ?? '', fault);
      assert.equal(await source.readSecret(found?.key ?? ''), undefined);
    });
  }

  it('are not importable where their secret is in the keychain', async () => {
    const source = sourceOf({ projects: [{ id: 'old', accountSid: AC, region: 'ie1' }] });
    const [found] = (await source.list()).candidates;
    assert.equal(found?.accountSid, AC);
    assert.equal(found.active, true);
    assert.match(say(found.fault) ?? '', /keychain/);
    assert.equal(await source.readSecret(found.key), undefined);
  });

  it('keep their secrets out of the list, whatever field they stand in', async () => {
    const value = fc.oneof(fc.constantFrom(SECRET, ` ${SECRET}`, AC, SK, ''), fc.jsonValue());
    const field = fc.constantFrom('accountSid', 'region', 'edge', 'apiKey', 'apiSecret', 'other');
    const profile = fc.dictionary(field, value);
    const config = fc.record({
      profiles: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), profile),
      projects: fc.array(profile),
      edge: value,
      activeProject: value,
    });
    await fc.assert(
      fc.asyncProperty(config, async (json) => {
        const environment = { TWILIO_AUTH_TOKEN: SECRET, TWILIO_ACCOUNT_SID: AC };
        const listing = JSON.stringify(await sourceOf(json, environment).list());
        assert.ok(!listing.includes(SECRET), listing);
      }),
    );
  });
});

describe('credentials of the environment', () => {
  const token = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: SECRET };
  const env = { key: 'env', name: 'env', from: 'environment', active: false } as const;

  it('are listed before those of the CLI', async () => {
    const key = { TWILIO_API_KEY: SK, TWILIO_API_SECRET: 'k', TWILIO_REGION: 'ie1' };
    const source = sourceOf({ profiles: { acme } }, { ...token, ...key });
    const { candidates } = await source.list();
    assert.deepEqual(candidates[0], {
      ...env,
      sid: SK,
      accountSid: AC,
      region: 'ie1',
      edge: 'dublin',
    });
    assert.equal(candidates[1]?.name, 'acme');
    assert.equal(await source.readSecret('env'), 'k');
    assert.equal(await sourceOf({}, token).readSecret('env'), SECRET);
  });

  it('are none where no variable is about any', async () => {
    assert.deepEqual(await listed({}, { TWILIO_REGION: 'ie1', TWILIO_AUTH_TOKEN: ' ' }), []);
    assert.equal(await sourceOf({}).readSecret('env'), undefined);
  });

  it('are not importable where a variable is missing, which is named', async () => {
    const environment = { TWILIO_API_KEY: SK, TWILIO_ACCOUNT_SID: AC };
    const [found] = await listed({}, environment);
    assert.equal(say(found?.fault), 'Not set in the environment: TWILIO_API_SECRET.');
    assert.equal(await sourceOf({}, environment).readSecret('env'), undefined);
  });

  it('are not importable where a variable cannot be meant so', async () => {
    const [found] = await listed({}, { ...token, TWILIO_ACCOUNT_SID: SECRET });
    assert.match(say(found?.fault) ?? '', /TWILIO_ACCOUNT_SID/);
  });
});

describe('the region of a profile of the Twilio CLI', () => {
  for (const [region, edge] of [
    ['dublin.ie1', ''],
    ['ie1.dublin', ''],
    ['IE1 (Dublin)', ''],
    ['ie1', 'dublin'],
    ['dublin', ''],
  ] as const) {
    it(`is read from ${JSON.stringify({ region, edge })}`, async () => {
      const [found] = await listed({ profiles: { acme: { ...acme, region, edge } } });
      assert.equal(found?.fault, undefined);
      assert.deepEqual([found?.region, found?.edge], ['ie1', 'dublin']);
    });
  }

  for (const region of ['evil.example/', 'dublin.sydney', 'ie1.us1', 'dublin.ie1.x']) {
    it(`is none in ${JSON.stringify(region)}`, async () => {
      const [found] = await listed({ profiles: { acme: { ...acme, region } } });
      assert.equal(say(found?.fault), 'The region is not valid in a host name.');
    });
  }
});

describe('the file of the Twilio CLI', () => {
  let home: string;
  const file = () => join(home, '.twilio-cli', 'config.json');
  const source = (environment: Record<string, string> = {}) =>
    new CliProfiles({ environment, homeDirectory: home });

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'taskrouter-lens-home-'));
    await mkdir(join(home, '.twilio-cli'));
  });
  afterEach(() => rm(home, { recursive: true }));

  it('is read in the home directory, anew for each question, and never written', async () => {
    await writeFile(file(), `\uFEFF${JSON.stringify({ profiles: { acme } })}`);
    const before = await stat(file());
    const cli = source();
    assert.deepEqual(
      (await cli.list()).candidates.map(({ name }) => name),
      ['acme'],
    );
    assert.equal(await cli.readSecret(`cli:${SK}:acme`), SECRET);
    assert.equal((await stat(file())).mtimeMs, before.mtimeMs);
    assert.deepEqual(await readdir(join(home, '.twilio-cli')), ['config.json']);

    await writeFile(file(), JSON.stringify({ profiles: { acme: { ...acme, apiSecret: 'new' } } }));
    assert.equal(await cli.readSecret(`cli:${SK}:acme`), 'new');
    assert.match(await readFile(file(), 'utf8'), /new/);
    await writeFile(file(), JSON.stringify({ profiles: { acme: { ...acme, apiKey: AC } } }));
    assert.equal(await cli.readSecret(`cli:${SK}:acme`), undefined, 'it is that of another SID');
    await rm(file());
    assert.equal(await cli.readSecret(`cli:${SK}:acme`), undefined);
  });

  it('is read in TWILIO_CONFIG_DIR if that is set', async () => {
    await writeFile(join(home, 'config.json'), JSON.stringify({ profiles: { here: acme } }));
    const [found] = (await source({ TWILIO_CONFIG_DIR: home }).list()).candidates;
    assert.equal(found?.name, 'here');
  });

  it('is no matter where there is none', async () => {
    assert.deepEqual(await source().list(), { candidates: [], notes: [] });
    await writeFile(join(home, 'file'), '');
    const nowhere = source({ TWILIO_CONFIG_DIR: join(home, 'file') });
    assert.deepEqual(await nowhere.list(), { candidates: [], notes: [] });
  });

  const notes = async (cli: CliProfiles) => (await cli.list()).notes.map(say);

  it('is named where it is not what the CLI writes, or no file', async () => {
    await writeFile(file(), '{"profiles": {"acme"');
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI. It is not a JSON object.`,
    ]);
    await rm(file());
    await mkdir(file());
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI (EISDIR).`,
    ]);
  });

  it('is named where it is a pipe that nobody writes to, and not waited for', async () => {
    execFileSync('mkfifo', [file()]);
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI. It is not a regular file.`,
    ]);
    assert.equal(await source().readSecret(`cli:${SK}:acme`), undefined);
  });

  it('is named where it leads to a device without an end, or to itself', async () => {
    await symlink('/dev/zero', file());
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI. It is not a regular file.`,
    ]);
    await rm(file());
    await symlink(file(), file());
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI (ELOOP).`,
    ]);
  });

  it('is read up to 1 MB, and named where it is longer', async () => {
    const config = JSON.stringify({ profiles: { acme } });
    await writeFile(file(), config.padEnd(1_000_000));
    assert.deepEqual(await notes(source()), []);
    assert.equal(await source().readSecret(`cli:${SK}:acme`), SECRET);
    await writeFile(file(), config.padEnd(1_000_001));
    assert.deepEqual(await notes(source()), [
      `Could not read ${file()} of the Twilio CLI. It is larger than 1 MB.`,
    ]);
  });

  it('is read through a link', async () => {
    await writeFile(join(home, 'elsewhere.json'), JSON.stringify({ profiles: { linked: acme } }));
    await symlink(join(home, 'elsewhere.json'), file());
    assert.equal((await source().list()).candidates[0]?.name, 'linked');
  });

  it('is named where it must not be read, and the environment is listed all the same', async () => {
    const environment = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: SECRET };
    const cli = new CliProfiles({
      environment,
      homeDirectory: home,
      readFile: () => Promise.reject(Object.assign(new Error('no access'), { code: 'EACCES' })),
    });
    assert.deepEqual(await notes(cli), [
      `Could not read ${file()} of the Twilio CLI. Permission denied.`,
    ]);
    assert.equal((await cli.list()).candidates.length, 1);
    assert.equal(await cli.readSecret(`cli:${SK}:acme`), undefined);
  });
});
