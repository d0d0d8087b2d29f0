export type LazyPartState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly value: T };

export interface LazyPartOptions<T> {
  readonly load: () => Promise<T>;
  /** Called after a load has ended. */
  readonly onChange: () => void;
  /** Called with what `load` rejects with, for the log. */
  readonly onFault: (error: unknown) => void;
}

/** A part of the extension that is loaded for a view, which can tell that it could not be. */
export class LazyPart<T> {
  readonly #options: LazyPartOptions<T>;
  #state: LazyPartState<T> = { kind: 'loading' };
  #isLoading = false;

  constructor(options: LazyPartOptions<T>) {
    this.#options = options;
  }

  get state(): LazyPartState<T> {
    return this.#state;
  }

  /** Loads it, unless it was or is being loaded. After a failure only `retry` does. */
  load(): void {
    if (this.#state.kind === 'loading' && !this.#isLoading) void this.#load();
  }

  /** Loads it again if it could not be loaded. */
  retry(): void {
    if (this.#state.kind !== 'failed') return;
    this.#state = { kind: 'loading' };
    void this.#load();
  }

  async #load(): Promise<void> {
    const { load, onChange, onFault } = this.#options;
    this.#isLoading = true;
    try {
      this.#state = { kind: 'ready', value: await load() };
    } catch (error) {
      this.#state = { kind: 'failed' };
      onFault(error);
    }
    this.#isLoading = false;
    onChange();
  }
}
