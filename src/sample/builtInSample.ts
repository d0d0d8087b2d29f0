import type { Profile } from '../core/profiles/profile.ts';
import type { TaskSource } from '../core/taskrouter/taskSource.ts';
import { SampleTaskSource } from './sampleTaskSource.ts';
import { SimulatedTaskRouter } from './simulatedTaskRouter.ts';

/**
 * The simulation behind the profile `sample`, in a file of its own that is loaded when it is first
 * used. A window has one, so that its Tasks stay, and move on.
 *
 * Their time starts at that moment, with second 0 of their lives: all six states occur then, and for
 * half an hour more, and the first Tasks change before one's eyes. To start at any later second would
 * only shorten that.
 */
export class BuiltInSample {
  readonly source: TaskSource;
  readonly #simulation: SimulatedTaskRouter;

  /** @param now the time in ms since the epoch */
  constructor({ apiBaseUrl, sid }: Profile, now: () => number = Date.now) {
    this.#simulation = new SimulatedTaskRouter({ now, baseUrl: apiBaseUrl, accountSid: sid });
    this.source = new SampleTaskSource(this.#simulation);
  }

  /** Begins again if nothing moves any more, as in a window that was open for hours. */
  revive(): void {
    if (this.#simulation.isOver()) this.#simulation.reset();
  }
}
