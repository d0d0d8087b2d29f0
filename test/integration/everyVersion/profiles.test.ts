import assert from 'node:assert/strict';
import {
  EventEmitter,
  type Memento,
  type SecretStorage,
  type SecretStorageChangeEvent,
} from 'vscode';
import { Profiles } from '../../../src/editor/accounts/profiles.ts';
import { RecentWorkspaces } from '../../../src/editor/workspaces/recentWorkspaces.ts';
import { freeProfileName } from '../../../src/core/profiles/freeProfileName.ts';
import type { ListedProfile } from '../../../src/core/profiles/profileDirectory.ts';
import { sampleProfile } from '../../../src/core/profiles/sampleProfile.ts';

const SID = 'SK0123456789abcdef0123456789abcdef';
const ACME = { name: 'Acme', sid: SID, place: { region: '', edge: '' } };
const ENV = {
  id: 'env',
  name: 'env',
  origin: 'environment',
  sid: SID,
  apiBaseUrl: 'https://taskrouter.twilio.com',
} as const;
const SAMPLE = sampleProfile('Sample');

/** Like the editor's: it holds what JSON can say, and gives it out anew each time. */
class FakeMemento implements Memento {
  readonly #values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, fallback?: T): T | undefined {
    const text = this.#values.get(key);
    return text === undefined ? fallback : (JSON.parse(text) as T);
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  setKeysForSync(): void {
    // Nothing of this extension is synchronized.
  }
}

/** A store of secrets, and the ways in which one fails. */
class FakeSecrets implements SecretStorage {
  readonly kept = new Map<string, string>();
  readonly #changed = new EventEmitter<SecretStorageChangeEvent>();
  trouble: 'none' | 'throws' | 'forgets' = 'none';

  readonly onDidChange = this.#changed.event;

  keys(): Promise<string[]> {
    return Promise.resolve([...this.kept.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    return Promise.resolve(this.kept.get(key));
  }

  store(key: string, value: string): Promise<void> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    if (this.trouble === 'none') this.kept.set(key, value);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    this.kept.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}

describe('RecentWorkspaces', () => {
  const profile = { ...ENV, id: 'acme', origin: 'stored' } as const;
  const other = { ...profile, id: 'acme-2' } as const;
  const workspaceSid = `WS${'0'.repeat(32)}`;

  it('forget what a removed profile used, and nothing of another', async () => {
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

  it('keep a secret under the id of its profile, and nothing of it anywhere else', async () => {
    const { id } = await profiles.add(ACME);
    assert.equal(id, 'acme');
    assert.equal(await profiles.keepSecret(id, 'canary'), true);
    assert.deepEqual([...secrets.kept], [['acme', 'canary']]);
    assert.deepEqual(await profiles.read(id), { found: true, secret: 'canary' });
    for (const memento of [globalState, workspaceState]) {
      const all = memento.keys().map((key) => memento.get(key));
      assert.ok(!JSON.stringify(all).includes('canary'));
    }
  });

  it('come back in another window, which makes a choice of its own', async () => {
    const { id } = await profiles.add(ACME);
    await profiles.add({ ...ACME, name: 'Other' });
    await profiles.activate(id);
    workspaceState = new FakeMemento();
    const other = open();
    assert.deepEqual(
      other.list().map(({ name }) => name),
      ['Acme', 'Other'],
    );
    assert.equal(profiles.active()?.id, 'acme');
    assert.equal(other.active(), undefined);
    other.dispose();
  });

  describe('the active one', () => {
    it('is that of the environment as long as no other is chosen', async () => {
      const { id } = await profiles.add(ACME);
      assert.equal(profiles.active()?.id, id, 'the only one');
      environment = ENV;
      assert.equal(profiles.active()?.id, 'env');
      await profiles.activate(id);
      assert.equal(profiles.active()?.id, id);
    });

    it('is none where the chosen one was removed elsewhere: no other account is read unasked', async () => {
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

    it('is the remaining one once the user has removed the chosen one here', async () => {
      const { id } = await profiles.add(ACME);
      await profiles.add({ ...ACME, name: 'Other' });
      await profiles.activate(id);
      const active: (string | undefined)[] = [];
      profiles.onDidChange(() => active.push(profiles.active()?.id));
      await profiles.remove(id);
      assert.deepEqual(active, ['other'], 'whoever is told finds it so');
    });
  });

  describe('of which the sample', () => {
    it('is found at all times, and listed only where it was chosen, as the last', async () => {
      const { id } = await profiles.add(ACME);
      environment = ENV;
      assert.equal(profiles.find('sample'), SAMPLE);
      assert.deepEqual(names(), ['env', 'Acme']);
      await profiles.activate('sample');
      assert.deepEqual(names(), ['env', 'Acme', 'Sample']);
      await profiles.activate(id);
      assert.deepEqual(names(), ['env', 'Acme']);
    });

    it('is active only where it was chosen, and in no other workspace', async () => {
      assert.equal(profiles.active(), undefined, 'no way to read from it unasked');
      await profiles.add(ACME);
      assert.equal(profiles.active()?.id, 'acme', 'the only one');
      let told = 0;
      profiles.onDidChange(() => told++);
      await profiles.activate('sample');
      assert.equal(profiles.active(), SAMPLE);
      assert.equal(told, 1);
      workspaceState = new FakeMemento();
      const other = open();
      assert.equal(other.active()?.id, 'acme');
      other.dispose();
    });

    it('is neither renamed nor removed, and has no secret', async () => {
      const removed: string[] = [];
      profiles.onDidRemove((id) => removed.push(id));
      await profiles.change('sample', { name: 'Acme' });
      assert.equal(await profiles.keepSecret('sample', 'canary'), false);
      await profiles.remove('sample');
      assert.equal(profiles.find('sample'), SAMPLE);
      assert.deepEqual(profiles.stored(), []);
      assert.deepEqual([...secrets.kept], []);
      assert.deepEqual(removed, []);
    });

    it('keeps its id and its name to itself', async () => {
      const { id } = await profiles.add({ ...ACME, name: 'Sample' });
      assert.equal(id, 'sample-2');
      await profiles.change(id, { name: 'Acme' });
      assert.deepEqual(profiles.takenNames(), ['Acme', 'Sample']);
      assert.equal(freeProfileName('sample', profiles.takenNames()), 'sample 2');
      assert.deepEqual(profiles.takenNames(id), ['Sample'], 'a profile may keep its own');
    });
  });

  it('never give an id again that a removed profile had', async () => {
    const { id } = await profiles.add(ACME);
    await profiles.keepSecret(id, 'canary');
    await profiles.remove(id);
    assert.deepEqual(names(), []);
    assert.deepEqual([...secrets.kept], []);
    assert.equal((await profiles.add(ACME)).id, 'acme-2');
  });

  it('tell which one is gone, also when another window has removed it', async () => {
    const removed: string[] = [];
    profiles.onDidRemove((id) => removed.push(id));
    const { id } = await profiles.add(ACME);
    await profiles.add({ ...ACME, name: 'Other' });
    await profiles.remove(id);
    assert.deepEqual(removed, ['acme']);
    await globalState.update('profiles', []);
    await secrets.delete('other');
    assert.deepEqual(removed, ['acme', 'other']);
  });

  it('do not keep a secret for a profile that was removed meanwhile', async () => {
    const { id } = await profiles.add(ACME);
    const elsewhere = open();
    const keeping = profiles.keepSecret(id, 'canary');
    await elsewhere.remove(id);
    elsewhere.dispose();
    assert.equal(await keeping, false);
    assert.deepEqual([...secrets.kept], []);
    assert.equal(await profiles.keepSecret(id, 'canary'), false);
    assert.deepEqual([...secrets.kept], []);
  });

  it('keep what another version has written, and its ids to itself', async () => {
    const newer = { ...ACME, id: 'acme', place: { galaxy: 'far' } };
    await globalState.update('profiles', [newer]);
    const { id } = await profiles.add(ACME);
    assert.equal(id, 'acme-2');
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
      it(`do not say that a secret is kept when the storage ${trouble}`, async () => {
        const { id } = await profiles.add(ACME);
        secrets.trouble = trouble;
        assert.equal(await profiles.keepSecret(id, 'canary'), false);
        const reason = trouble === 'throws' ? 'unreadable' : 'missing';
        assert.deepEqual(await profiles.read(id), { found: false, reason });
        assert.deepEqual(names(), ['Acme'], 'the profile stays');
      });
    }

    it('can keep a secret in memory for this window, until the storage works again', async () => {
      const { id } = await profiles.add(ACME);
      secrets.trouble = 'throws';
      profiles.keepSecretForSession(id, 'canary');
      assert.deepEqual(await profiles.read(id), { found: true, secret: 'canary' });
      secrets.trouble = 'none';
      await profiles.keepSecret(id, 'newer');
      assert.deepEqual(await profiles.read(id), { found: true, secret: 'newer' });
    });

    it('are removed all the same, and the caller learns that the secret may still be there', async () => {
      const { id } = await profiles.add(ACME);
      secrets.trouble = 'throws';
      assert.equal(await profiles.remove(id), false);
      assert.deepEqual(names(), []);
      assert.deepEqual(await profiles.read(id), { found: false, reason: 'unreadable' });
    });
  });

  it('tell of profiles that another window added when a secret changes', async () => {
    // In a browser the editor tells this to the same window only: what this proves is that whoever is
    // told looks again. Other windows there look when they gain focus.
    let told = 0;
    profiles.onDidChange(() => told++);
    await secrets.store('unrelated', 'x');
    assert.equal(told, 0, 'nothing changed');
    await globalState.update('profiles', [{ ...ACME, id: 'acme' }]);
    await secrets.store('acme', 'canary');
    assert.equal(told, 1);
    assert.deepEqual(names(), ['Acme']);
  });
});
