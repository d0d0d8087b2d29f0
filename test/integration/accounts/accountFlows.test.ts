import assert from 'node:assert/strict';
import type { CredentialDraft } from '../../../src/core/profiles/credentials.ts';
import { isRandomId, sampleProfile } from '../../../src/core/profiles/profile.ts';
import type { Endpoint, StoredProfile } from '../../../src/core/profiles/storedProfile.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import {
  chooseProfile,
  type AccountServices,
} from '../../../src/editor/accounts/accountServices.ts';
import {
  mayReplaceSecret,
  verifyImported,
} from '../../../src/editor/accounts/flows/importProfiles.ts';
import { storeCredentials } from '../../../src/editor/accounts/flows/storeCredentials.ts';
import { Profiles } from '../../../src/editor/accounts/profiles.ts';
import { FakeMemento, FakeSecrets } from '../../support/suite/fakeStores.ts';
import { dismissing } from '../../support/suite/taskSuite.ts';

const SID = 'SK0123456789abcdef0123456789abcdef';
const US1: Endpoint = { region: '', edge: '' };

describe('The account commands', () => {
  let secrets: FakeSecrets;
  let globalState: FakeMemento;
  let profiles: Profiles;
  let tried: CredentialDraft[];
  let told: string[];
  let refuses: boolean;
  let parts: AccountServices;

  beforeEach(() => {
    secrets = new FakeSecrets();
    globalState = new FakeMemento();
    tried = [];
    told = [];
    refuses = false;
    profiles = new Profiles({
      ...{ globalState, workspaceState: new FakeMemento(), secrets },
      environment: () => undefined,
      sample: sampleProfile('Sample'),
    });
    const runner = {
      showMessage: (severity: string) => told.push(severity),
    };
    parts = {
      profiles,
      runner: runner as never,
      loadImports: () => Promise.reject(new Error('Nothing is imported.')),
      restartSample: () => Promise.resolve(),
      check: (draft) => {
        tried.push(draft);
        return refuses
          ? Promise.reject(new TaskRouterFailure({ kind: 'unauthorized', host: 'h' }))
          : Promise.resolve({ workspaceName: 'Acme' });
      },
    };
  });
  afterEach(() => {
    profiles.dispose();
  });

  /** A profile in the format of an earlier version. */
  const leave = async (place: Endpoint, secret: string): Promise<StoredProfile> => {
    const former = { id: 'acme', name: 'Acme', sid: SID, place };
    await globalState.update('profiles', [former]);
    await secrets.store('acme', secret);
    return former;
  };
  const read = async (id: string) => {
    const profile = profiles.find(id);
    assert.ok(profile !== undefined && !('fault' in profile));
    return profiles.secrets.read(profile);
  };

  describe('a profile of an earlier version, when it is used', () => {
    it('is verified with its host, and gets a new id and secret once the host accepts it', async () => {
      await leave(US1, 'bare');
      const id = await chooseProfile(parts, 'acme');
      assert.ok(id !== undefined && isRandomId(id));
      assert.deepEqual(tried, [{ sid: SID, secret: 'bare', place: US1 }]);
      assert.deepEqual(await read(id), { found: true, secret: 'bare' });
      assert.equal(secrets.kept.get('acme'), 'bare');
      assert.equal(await chooseProfile(parts, 'acme'), id, 'once');
      assert.equal(await chooseProfile(parts), id);
      assert.equal(tried.length, 1);
    });

    it('is unchanged if its host rejects the secret, which is then asked for', async () => {
      const former = await leave(US1, 'bare');
      refuses = true;
      assert.equal(await dismissing(chooseProfile(parts, 'acme')), undefined);
      assert.equal(tried.length, 1);
      assert.deepEqual(profiles.stored(), [former]);
      assert.deepEqual([...secrets.kept], [['acme', 'bare']]);
    });

    it('sends nothing to a custom base URL, but asks for the secret again', async () => {
      const former = await leave({ baseUrl: 'https://proxy.example' }, 'bare');
      assert.equal(await dismissing(chooseProfile(parts)), undefined);
      assert.deepEqual(tried, []);
      assert.deepEqual(profiles.stored(), [former]);
    });
  });

  describe('imported credentials', () => {
    const draft = { sid: SID, secret: 'imported', place: US1 };

    it('are verified before they are stored, and reported if they are rejected', async () => {
      assert.deepEqual(await verifyImported(parts, 'acme', draft), { workspaceName: 'Acme' });
      refuses = true;
      assert.equal(await verifyImported(parts, 'acme', draft), undefined);
      assert.deepEqual(tried, [draft, draft]);
      assert.deepEqual(told, ['error']);
    });

    it('replace another secret only after a confirmation, which the same secret does not need', async () => {
      const { profile } = await storeCredentials({ ...draft, name: 'Acme' }, profiles);
      assert.equal(await mayReplaceSecret(profile, 'imported', profiles), 'same');
      await secrets.delete(profile.id);
      assert.equal(await mayReplaceSecret(profile, 'imported', profiles), true, 'none is replaced');
    });

    it('become the secret of the profile with their SID and host, in any notation', async () => {
      const place = { region: 'ie1', edge: 'dublin' };
      const { profile } = await storeCredentials({ ...draft, place, name: 'Acme' }, profiles);
      const again = await storeCredentials(
        { ...draft, secret: 'newer', place: { region: 'dublin.ie1', edge: '' }, name: 'Other' },
        profiles,
      );
      assert.equal(again.profile.id, profile.id);
      assert.deepEqual(await read(profile.id), { found: true, secret: 'newer' });
      assert.equal(profiles.stored().length, 1);
    });

    it('give a profile of an earlier version a new id and secret', async () => {
      await leave(US1, 'bare');
      const { profile, kept } = await storeCredentials({ ...draft, name: 'Acme' }, profiles);
      assert.equal(kept, 'stored');
      assert.ok(isRandomId(profile.id));
      assert.deepEqual(await read(profile.id), { found: true, secret: 'imported' });
      assert.equal(secrets.kept.get('acme'), 'bare');
    });
  });
});
