import { DisposableStore } from '../../core/base/disposables.ts';
import type { Services } from '../services.ts';
import { RoutingTexts } from './routingTexts.ts';

/** All that is done with routing in documents; loaded when the first with routing is open. */
export class RoutingFeatures {
  readonly texts = new RoutingTexts();
  readonly services: Services;
  readonly #disposables = new DisposableStore();

  constructor(services: Services) {
    this.services = services;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
