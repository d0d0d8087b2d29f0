import { EventEmitter, type Disposable, type TextDocument } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import {
  isSameKinds,
  kindsIn,
  type FetchedKinds,
} from '../../core/routing/fetched/fetchedKinds.ts';
import type { Services } from '../services.ts';
import type { RoutingNames } from './language/routingNames.ts';

/** Tasks are often fetched by the dozen, and each fires an event before and after its fetch. */
const TELL_DELAY_MS = 300;

/** The JSON types of the attributes that a document's profile fetched in this window. */
export class FetchedAttributes implements Disposable {
  readonly #names: RoutingNames;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  /** By the id of a profile. The same object while nothing changes, as results are cached by it. */
  readonly #kinds = new Map<string, FetchedKinds>();
  readonly #current = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires some time after something was fetched or another profile was chosen. */
  readonly onDidChange = this.#changed.event;

  constructor({ onDidFetch }: Pick<Services, 'onDidFetch'>, names: RoutingNames) {
    this.#names = names;
    const outdate = () => {
      this.#current.clear();
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#changed.fire();
      }, TELL_DELAY_MS);
    };
    this.#disposables.add(onDidFetch(outdate));
    this.#disposables.add(
      names.onDidChange(() => {
        // A profile may have been removed, with all that is known of its account.
        this.#kinds.clear();
        outdate();
      }),
    );
  }

  kindsFor(document: TextDocument): FetchedKinds {
    const profile = this.#names.profileOf(document);
    const id = profile?.id ?? '';
    const before = this.#kinds.get(id);
    if (before !== undefined && this.#current.has(id)) return before;
    const { task, worker } = this.#names.fetchedTexts(profile);
    const read = { task: kindsIn(task), worker: kindsIn(worker) };
    const kinds = before !== undefined && isSameKinds(before, read) ? before : read;
    this.#kinds.set(id, kinds);
    this.#current.add(id);
    return kinds;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposables.dispose();
  }
}
