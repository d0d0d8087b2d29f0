import assert from 'node:assert/strict';
import { isRandomId, newProfileId, sampleProfile } from '../../../src/core/profiles/profile.ts';
import {
  successorOf,
  waitsForUser,
  type ListedProfile,
} from '../../../src/core/profiles/profileDirectory.ts';
import { freeProfileName } from '../../../src/core/profiles/profileName.ts';
import { Profiles } from '../../../src/editor/accounts/profiles.ts';
import { RecentWorkspaces } from '../../../src/editor/workspaces/recentWorkspaces.ts';
import { FakeMemento, FakeSecrets } from '../../support/suite/fakeStores.ts';

const SID = 'SK0123456789abcdef0123456789abcdef';
const OTHER_SID = 'SKfedcba9876543210fedcba9876543210';
const ACME = { name: 'Acme', sid: SID, place: { region: '', edge: '' } };
const ENV = {
  id: 'env',
  name: 'env',
  origin: 'environment',
  sid: SID,
  apiBaseUrl: 'https://taskrouter.twilio.com',
} as const;
const SAMPLE = sampleProfile('Sample');

describe('RecentWorkspaces', () => {
  const profile = { ...ENV, id: 'acme', origin: 'stored' } as const;
  const other = { ...profile, id: 'acme-2' } as const;
  const workspaceSid = `WS${'0'.repeat(32)}`;

  it('forget the Workspaces of a removed profile only', async () => {
    const state = new FakeMemento();
    const recent = new RecentWorkspaces(state);
    for (const one of [profile, other]) await recent.remember(one, workspaceSid);
    await recent.forget('acme');
    assert.equal(recent.get(profile), undefined);
    assert.equal(recent.get(other), workspaceSid);
    assert.ok(!JSON.stringify(state.keys().map((key) => state.get(key))).includes('"acme/'));
  });
});

describe('Profiles', () => {
  let globalState: FakeMemento;
  let workspaceState: FakeMemento;
  let secrets: FakeSecrets;
  let environment: ListedProfile | undefined;
  let profiles: Profiles;
  const open = () =>
    new Profiles({
      ...{ globalState, workspaceState, secrets },
      environment: () => environment,
      sample: SAMPLE,
    });

  beforeEach(() => {
    globalState = new FakeMemento();
    workspaceState = new FakeMemento();
    secrets = new FakeSecrets();
    environment = undefined;
    profiles = open();
  });
  afterEach(() => {
    profiles.dispose();
  });

  const names = () => profiles.list().map(({ name }) => name);
  const used = (id: string, of = profiles) => {
    const profile = of.find(id);
    assert.ok(profile !== undefined && !('fault' in profile), 'there is no such profile');
    return profile;
  };
  const read = (id: string, of = profiles) => of.secrets.read(used(id, of));

  it('store a secret under the id of its profile, and nowhere else', async () => {
    const { id } = await profiles.add(ACME);
    assert.ok(isRandomId(id));
    assert.equal(await profiles.secrets.keep(id, 'canary'), true);
    assert.deepEqual(
      [...secrets.kept].map(([key, text]) => [key, JSON.parse(text) as unknown]),
      [[id, { sid: SID, baseUrl: 'https://taskrouter.twilio.com', secret: 'canary' }]],
    );
    assert.deepEqual(await read(id), { found: true, secret: 'canary' });
    for (const memento of [globalState, workspaceState]) {
      const all = memento.keys().map((key) => memento.get(key));
      assert.ok(!JSON.stringify(all).includes('canary'));
    }
  });

  it('are available in another window, which has its own active profile', async () => {
    const { id } = await profiles.add(ACME);
    await profiles.add({ ...ACME, name: 'Other' });
    await profiles.activate(id);
    workspaceState = new FakeMemento();
    const other = open();
    assert.deepEqual(
      other.list().map(({ name }) => name),
      ['Acme', 'Other'],
    );
    assert.equal(profiles.active()?.id, id);
    assert.equal(other.active(), undefined);
    other.dispose();
  });

  describe('the active one', () => {
    it("is the environment's until another is selected", async () => {
      const { id } = await profiles.add(ACME);
      assert.equal(profiles.active()?.id, id, 'the only one');
      environment = ENV;
      assert.equal(profiles.active()?.id, 'env');
      await profiles.activate(id);
      assert.equal(profiles.active()?.id, id);
    });

    it('is none if it was removed elsewhere, so that no other account is used without asking', async () => {
      const { id } = await profiles.add(ACME);
      await profiles.add({ ...ACME, name: 'Other' });
      await profiles.activate(id);
      const elsewhere = new Profiles({
        globalState,
        workspaceState: new FakeMemento(),
        secrets,
        environment: () => undefined,
        sample: SAMPLE,
      });
      await elsewhere.remove(id);
      elsewhere.dispose();
      assert.equal(profiles.active(), undefined);
    });

    it('is the remaining one after the user removes it here', async () => {
      const { id } = await profiles.add(ACME);
      const other = await profiles.add({ ...ACME, name: 'Other' });
      await profiles.activate(id);
      const active: (string | undefined)[] = [];
      profiles.onDidChange(() => active.push(profiles.active()?.id));
      await profiles.remove(id);
      assert.deepEqual(active, [other.id], 'whoever is told finds it so');
    });
  });

  describe('of which the sample', () => {
    it('can always be found, and is listed only if it is active, as the last one', async () => {
      const { id } = await profiles.add(ACME);
      environment = ENV;
      assert.equal(profiles.find('sample'), SAMPLE);
      assert.deepEqual(names(), ['env', 'Acme']);
      await profiles.activate('sample');
      assert.deepEqual(names(), ['env', 'Acme', 'Sample']);
      await profiles.activate(id);
      assert.deepEqual(names(), ['env', 'Acme']);
    });

    it('is active only in the workspace where it was selected', async () => {
      assert.equal(profiles.active(), undefined, 'no way to read from it unasked');
      const { id } = await profiles.add(ACME);
      assert.equal(profiles.active()?.id, id, 'the only one');
      let told = 0;
      profiles.onDidChange(() => told++);
      await profiles.activate('sample');
      assert.equal(profiles.active(), SAMPLE);
      assert.equal(told, 1);
      workspaceState = new FakeMemento();
      const other = open();
      assert.equal(other.active()?.id, id);
      other.dispose();
    });

    it('cannot be renamed or removed, and has no secret', async () => {
      const removed: string[] = [];
      profiles.onDidRemove((id) => removed.push(id));
      await profiles.change('sample', { name: 'Acme' });
      assert.equal(await profiles.secrets.keep('sample', 'canary'), false);
      await profiles.remove('sample');
      assert.equal(profiles.find('sample'), SAMPLE);
      assert.deepEqual(profiles.stored(), []);
      assert.deepEqual([...secrets.kept], []);
      assert.deepEqual(removed, []);
    });

    it('has an id and a name that no other profile can have', async () => {
      const { id } = await profiles.add({ ...ACME, name: 'Sample' });
      assert.notEqual(id, 'sample');
      await profiles.change(id, { name: 'Acme' });
      assert.deepEqual(profiles.takenNames(), ['Acme', 'Sample']);
      assert.equal(freeProfileName('sample', profiles.takenNames()), 'sample 2');
      assert.deepEqual(profiles.takenNames(id), ['Sample'], 'a profile may keep its own');
    });
  });

  it('never reuse the id of a removed profile', async () => {
    const { id } = await profiles.add(ACME);
    await profiles.secrets.keep(id, 'canary');
    await profiles.remove(id);
    assert.deepEqual(names(), []);
    assert.deepEqual([...secrets.kept], []);
    assert.notEqual((await profiles.add(ACME)).id, id);
  });

  it('fire an event for a removed profile, even if another window removed it', async () => {
    const removed: string[] = [];
    profiles.onDidRemove((id) => removed.push(id));
    const { id } = await profiles.add(ACME);
    const other = await profiles.add({ ...ACME, name: 'Other' });
    await profiles.remove(id);
    assert.deepEqual(removed, [id]);
    const elsewhere = open();
    await elsewhere.remove(other.id);
    elsewhere.dispose();
    assert.deepEqual(removed, [id, other.id]);
  });

  it('do not store a secret for a profile that was removed meanwhile', async () => {
    const { id } = await profiles.add(ACME);
    const elsewhere = open();
    const keeping = profiles.secrets.keep(id, 'canary');
    await elsewhere.remove(id);
    elsewhere.dispose();
    assert.equal(await keeping, false);
    assert.deepEqual([...secrets.kept], []);
    assert.equal(await profiles.secrets.keep(id, 'canary'), false);
    assert.deepEqual([...secrets.kept], []);
  });

  it('keep rows of another version', async () => {
    const newer = { ...ACME, id: 'acme', place: { galaxy: 'far' } };
    await globalState.update('profiles', [newer]);
    await profiles.add(ACME);
    assert.deepEqual(globalState.get<unknown[]>('profiles')?.at(-1), newer);
    assert.deepEqual(names(), ['Acme']);
  });

  it('keep their ids when they are renamed', async () => {
    const { id } = await profiles.add(ACME);
    await profiles.change(id, { name: 'Production' });
    assert.equal(profiles.find(id)?.name, 'Production');
  });

  describe('where the secret storage fails', () => {
    for (const trouble of ['throws', 'forgets'] as const) {
      it(`report a failure when the storage ${trouble}`, async () => {
        const { id } = await profiles.add(ACME);
        secrets.trouble = trouble;
        assert.equal(await profiles.secrets.keep(id, 'canary'), false);
        const reason = trouble === 'throws' ? 'unreadable' : 'missing';
        assert.deepEqual(await read(id), { found: false, reason });
        assert.deepEqual(names(), ['Acme'], 'the profile stays');
      });
    }

    it('can keep a secret in memory for this window, until the storage works again', async () => {
      const { id } = await profiles.add(ACME);
      secrets.trouble = 'throws';
      profiles.secrets.keepForSession(id, 'canary');
      assert.deepEqual(await read(id), { found: true, secret: 'canary' });
      secrets.trouble = 'none';
      await profiles.secrets.keep(id, 'newer');
      assert.deepEqual(await read(id), { found: true, secret: 'newer' });
    });

    it('are still removed, and the caller learns that the secret may remain', async () => {
      const { id } = await profiles.add(ACME);
      secrets.trouble = 'throws';
      assert.equal(await profiles.remove(id), false);
      assert.deepEqual(names(), []);
      assert.equal(secrets.kept.size, 0, 'nothing was there to be deleted');
    });
  });

  it('fire an event for profiles that another window added when a secret changes', async () => {
    // In a browser, VS Code reports this only in the same window. Other windows look again when
    // they get the focus.
    let told = 0;
    profiles.onDidChange(() => told++);
    await secrets.store('unrelated', 'x');
    assert.equal(told, 0, 'nothing changed');
    await globalState.update('profiles', [{ ...ACME, id: newProfileId() }]);
    await secrets.store('another', 'canary');
    assert.equal(told, 1);
    assert.deepEqual(names(), ['Acme']);
  });

  describe('in two VS Code profiles, which share secrets and the state of the workspace', () => {
    const PROXY = { ...ACME, sid: OTHER_SID, place: { baseUrl: 'https://proxy.example' } };
    let other: Profiles;
    beforeEach(() => {
      other = new Profiles({
        ...{ globalState: new FakeMemento(), workspaceState, secrets },
        environment: () => undefined,
        sample: SAMPLE,
      });
    });
    afterEach(() => {
      other.dispose();
    });

    it('have separate secrets under equal names, and never delete each other’s', async () => {
      const { id } = await profiles.add(ACME);
      const theirs = await other.add(PROXY);
      assert.equal(theirs.name, ACME.name);
      await profiles.secrets.keep(id, 'one');
      await other.secrets.keep(theirs.id, 'other');
      assert.deepEqual(await read(id), { found: true, secret: 'one' });
      assert.deepEqual(await read(theirs.id, other), { found: true, secret: 'other' });
      await profiles.remove(id);
      assert.deepEqual(await read(theirs.id, other), { found: true, secret: 'other' });
      assert.equal(secrets.kept.size, 1);
    });

    it('know neither documents nor the active profile of the other', async () => {
      const { id } = await profiles.add(ACME);
      await profiles.activate(id);
      await other.add(PROXY);
      assert.equal(other.find(id), undefined);
      assert.equal(waitsForUser(id, other), false, 'it says at once that there is no such profile');
      assert.equal(other.active(), undefined);
    });

    it('use no secret of another SID or host than the profile’s', async () => {
      const { id } = await profiles.add(ACME);
      await profiles.secrets.keep(id, 'canary');
      for (const change of [
        { sid: OTHER_SID },
        { place: { region: 'ie1', edge: 'dublin' } },
        { place: { baseUrl: 'https://proxy.example' } },
      ]) {
        await globalState.update('profiles', [{ ...ACME, id, ...change }]);
        assert.deepEqual(await read(id), { found: false, reason: 'foreign' });
      }
      await globalState.update('profiles', [{ ...ACME, id, name: 'Renamed' }]);
      assert.deepEqual(await read(id), { found: true, secret: 'canary' });
    });

    it('do not mix them up in a window with the other’s list, before it is reloaded', async () => {
      const { id } = await profiles.add(ACME);
      await globalState.update('profileList', newProfileId());
      await globalState.update('profiles', [{ ...PROXY, id: newProfileId() }]);
      await secrets.store('another', 'x');
      assert.equal(profiles.find(id), undefined);
      assert.equal(
        globalState.get<unknown[]>('profiles')?.length,
        1,
        'what was added stays where it was',
      );
    });
  });

  describe('of an earlier version, with an id from the name and an unbound secret', () => {
    const SLUG = { ...ACME, id: 'acme' };
    beforeEach(async () => {
      await globalState.update('profiles', [SLUG]);
      await secrets.store('acme', 'bare');
    });

    it('do not use that secret, and wait for the user', async () => {
      assert.deepEqual(await read('acme'), { found: false, reason: 'unverified' });
      assert.equal(waitsForUser('acme', profiles), true);
      assert.equal(await profiles.secrets.readUnverified('acme'), 'bare');
      assert.equal(await profiles.secrets.keep('acme', 'new'), false, 'nothing is written over it');
      assert.equal(secrets.kept.get('acme'), 'bare');
    });

    it('are migrated to a new id and secret, and nothing is deleted', async () => {
      const removed: string[] = [];
      profiles.onDidRemove((id) => removed.push(id));
      await profiles.activate('acme');
      const taken = await profiles.migrate('acme', 'bare', 'stored');
      assert.ok(typeof taken === 'object');
      assert.ok(isRandomId(taken.id));
      assert.deepEqual(await read(taken.id), { found: true, secret: 'bare' });
      assert.equal(profiles.active()?.id, taken.id);
      assert.deepEqual(names(), ['Acme']);
      assert.equal(secrets.kept.get('acme'), 'bare', 'another VS Code profile may need it');
      assert.deepEqual(removed, [], 'its pins stay');
      assert.equal(successorOf('acme', profiles)?.id, taken.id);
      assert.equal(waitsForUser('acme', profiles), true, 'tabs of before still wait');
      assert.equal(waitsForUser(taken.id, profiles), false);
    });

    it('are migrated once', async () => {
      const elsewhere = open();
      const taken = await elsewhere.migrate('acme', 'bare', 'stored');
      elsewhere.dispose();
      assert.ok(typeof taken === 'object');
      assert.equal(await profiles.migrate('acme', 'bare', 'stored'), 'gone');
      assert.deepEqual(names(), ['Acme']);
      assert.deepEqual([...secrets.kept.keys()].sort(), ['acme', taken.id].sort());
    });

    it('are unchanged if the secret cannot be stored, or kept for this window', async () => {
      secrets.trouble = 'forgets';
      assert.equal(await profiles.migrate('acme', 'bare', 'stored'), 'failed');
      assert.deepEqual(globalState.get('profiles'), [SLUG]);
      const taken = await profiles.migrate('acme', 'bare', 'session');
      assert.ok(typeof taken === 'object');
      assert.deepEqual(await read(taken.id), { found: true, secret: 'bare' });
    });

    it('are removed without the secret, which may belong to another VS Code profile', async () => {
      assert.equal(await profiles.remove('acme'), true);
      assert.deepEqual(names(), []);
      assert.equal(secrets.kept.get('acme'), 'bare');
    });

    it('lose only their own secret after they were migrated', async () => {
      const taken = await profiles.migrate('acme', 'bare', 'stored');
      assert.ok(typeof taken === 'object');
      await profiles.remove(taken.id);
      assert.deepEqual([...secrets.kept], [['acme', 'bare']]);
      assert.deepEqual(names(), []);
    });
  });

  describe('in two windows', () => {
    /**
     * Like VS Code: each window writes its whole state, and receives the others' a little later.
     */
    class WindowMemento extends FakeMemento {
      readonly #windows: WindowMemento[];
      readonly #pending: (() => Promise<void>)[] = [];

      constructor(windows: WindowMemento[]) {
        super();
        this.#windows = windows;
        windows.push(this);
      }

      override async update(key: string, value: unknown): Promise<void> {
        await super.update(key, value);
        const all = this.keys().map((one) => [one, this.get(one)] as const);
        for (const other of this.#windows)
          if (other !== this) other.#pending.push(() => other.#take(all));
      }

      async #take(all: readonly (readonly [string, unknown])[]): Promise<void> {
        for (const key of this.keys()) await super.update(key, undefined);
        for (const [key, value] of all) await super.update(key, value);
      }

      /** Receives what the others have written. */
      async hear(): Promise<void> {
        for (const take of this.#pending.splice(0)) await take();
      }
    }

    let states: WindowMemento[];
    let windows: Profiles[];
    const hear = async () => {
      for (const state of states) await state.hear();
      await secrets.store('another', 'x');
    };
    beforeEach(async () => {
      states = [];
      windows = [1, 2].map(
        () =>
          new Profiles({
            ...{
              globalState: new WindowMemento(states),
              workspaceState: new FakeMemento(),
              secrets,
            },
            environment: () => undefined,
            sample: SAMPLE,
          }),
      );
      // Add Twilio Credentials… does the same before its first prompt.
      await windows[0]?.prepare();
      await hear();
    });
    afterEach(() => {
      for (const one of windows) one.dispose();
    });
    const namesIn = () => windows.map((one) => one.stored().map(({ name }) => name));

    it('keep both profiles that are added at the same time, with a suffix for equal names', async () => {
      const added = await Promise.all(windows.map((one) => one.add(ACME)));
      for (const [index, { id }] of added.entries())
        await windows[index]?.secrets.keep(id, String(index));
      for (let n = 0; n < 4; n++) await hear();
      const [one = [], other = []] = namesIn();
      assert.deepEqual([...one].sort(), ['Acme', 'Acme 2']);
      assert.deepEqual([...other].sort(), ['Acme', 'Acme 2']);
      for (const [index, { id }] of added.entries()) {
        for (const seen of windows) {
          assert.deepEqual(await read(id, seen), { found: true, secret: String(index) });
        }
      }
      const named = windows.map((seen) =>
        Object.fromEntries(seen.stored().map(({ id, name }) => [id, name])),
      );
      assert.deepEqual(named[0], named[1], 'both give each the same name');
      for (const state of states) assert.equal(state.get<unknown[]>('profiles')?.length, 2);
    });

    it('do not restore a profile that one of them has removed', async () => {
      const [first, second] = windows;
      assert.ok(first !== undefined && second !== undefined);
      const { id } = await first.add(ACME);
      await hear();
      await second.remove(id);
      for (let n = 0; n < 3; n++) await hear();
      assert.deepEqual(namesIn(), [[], []]);
    });

    it('can add and remove profiles at the same time', async () => {
      const [first, second] = windows;
      assert.ok(first !== undefined && second !== undefined);
      const { id } = await first.add(ACME);
      await hear();
      await Promise.all([first.remove(id), second.add({ ...ACME, name: 'Other' })]);
      for (let n = 0; n < 4; n++) await hear();
      assert.deepEqual(namesIn(), [['Other'], ['Other']]);
    });
  });

  it("report the previous host of the environment's profile when it changes", async () => {
    environment = ENV;
    await secrets.store('another', 'x');
    const moved: string[] = [];
    const removed: string[] = [];
    profiles.onDidMove(({ from, to }) =>
      moved.push(`${from.apiBaseUrl} → ${to?.apiBaseUrl ?? ''}`),
    );
    profiles.onDidRemove((id) => removed.push(id));
    const look = () => secrets.store('another', 'x');
    await look();
    assert.deepEqual(moved, [], 'nothing changed');
    environment = { ...ENV, apiBaseUrl: 'http://127.0.0.1:4010' };
    await look();
    environment = undefined;
    await look();
    environment = ENV;
    await look();
    assert.deepEqual(moved, [
      `${ENV.apiBaseUrl} → http://127.0.0.1:4010`,
      'http://127.0.0.1:4010 → ',
    ]);
    assert.deepEqual(removed, []);
  });
});
