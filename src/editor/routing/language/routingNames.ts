import { EventEmitter, type Disposable, type TextDocument } from 'vscode';
import { DisposableStore } from '../../../core/base/disposables.ts';
import { parseDocumentUri } from '../../../core/documents/documentUri.ts';
import type { ListedProfile } from '../../../core/profiles/profileDirectory.ts';
import type { ProfiledResource } from '../../../core/resources/resourceReference.ts';
import type { AttributeOwner } from '../../../core/routing/language/explainName.ts';
import { attributesIn, type KnownNames } from '../../../core/routing/language/knownNames.ts';
import { isSameSid } from '../../../core/sids/sid.ts';
import { QueueNames } from '../../../core/tasks/queueNames.ts';
import type { Services } from '../../services.ts';
import { PRIVACY_SETTINGS, settings } from '../../settings.ts';
import { present } from '../../ui/present.ts';

/** The attributes of more Tasks add little, as most Tasks have the same. */
const MAX_READ = 200;

type NamesServices = Pick<Services, 'profiles' | 'fetchedBy'>;

/**
 * The names that were read in this window of what routing refers to, by the profile of each document. For a
 * file, that is the active profile. Never asks the network.
 */
export class RoutingNames implements Disposable {
  readonly queues = new QueueNames();
  readonly #services: NamesServices;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());

  /** Fires after names were read, or after the profile or privacy mode has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: NamesServices) {
    this.#services = services;
    const { profiles } = services;
    const tell = () => {
      this.#changed.fire();
    };
    this.#disposables.add(profiles.onDidChange(tell));
    this.#disposables.add(
      profiles.onDidRemove((profileId) => {
        this.queues.forget(profileId);
        tell();
      }),
    );
    this.#disposables.add(
      profiles.onDidMove(({ from }) => {
        this.queues.forget(from.id);
        tell();
      }),
    );
    this.#disposables.add(settings.onDidChange(PRIVACY_SETTINGS, tell));
  }

  /** Fires `onDidChange` after names were read. */
  notify(): void {
    this.#changed.fire();
  }

  profileOf(document: TextDocument): ListedProfile | undefined {
    const { profiles } = this.#services;
    const resource = parseDocumentUri(document.uri);
    return resource === undefined ? profiles.active() : profiles.find(resource.profileId);
  }

  /** The friendly name of a TaskQueue as it is shown. Returns `undefined` if it is not known. */
  queueName(document: TextDocument, sid: string): string | undefined {
    return this.queuesOf(document).find((queue) => isSameSid(queue.sid, sid))?.name;
  }

  known(document: TextDocument): KnownNames {
    const profile = this.profileOf(document);
    const { task, worker } = this.fetchedTexts(profile);
    const name = profile?.name ?? '';
    return {
      task: attributesIn(task),
      worker: attributesIn(worker),
      queues: this.queuesOf(document).map((queue) => ({ ...queue, profile: name })),
    };
  }

  /** The latest answers for Tasks and Workers that a profile fetched. */
  fetchedTexts(profile: ListedProfile | undefined): Readonly<Record<AttributeOwner, string[]>> {
    const fetched = profile === undefined ? [] : this.#services.fetchedBy(profile.id);
    const textsOf = (isWanted: (resource: ProfiledResource) => boolean) =>
      fetched
        .filter(({ resource }) => isWanted(resource))
        .slice(-MAX_READ)
        .map((one) => one.fetched.text);
    return {
      task: textsOf(({ taskSid, sid }) => taskSid !== undefined && sid === undefined),
      worker: textsOf(({ sid }) => sid?.startsWith('WK') === true),
    };
  }

  /** The TaskQueue with a SID, if its document is in memory. */
  queueInMemory(document: TextDocument, sid: string): ProfiledResource | undefined {
    const profile = this.profileOf(document);
    const fetched = profile === undefined ? [] : this.#services.fetchedBy(profile.id);
    return fetched.find(({ resource }) => isSameSid(resource.sid ?? '', sid))?.resource;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The TaskQueues whose names are known, as they are to be shown. */
  queuesOf(document: TextDocument) {
    const profile = this.profileOf(document);
    if (profile === undefined) return [];
    const { line } = present();
    return this.queues
      .all(profile.id, this.#services.fetchedBy(profile.id))
      .map(({ sid, name }) => ({ sid, name: line(name) }));
  }
}
