import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '../e2e/waitUntil.ts';
import type { AnimationFrame } from './images.ts';

/** A picture while the pointer moves, and how many a movement has. */
const [STEP_MS, STEPS] = [50, 8];

/** Records what a user does in a page, with a pointer, which browsers leave out of screenshots. */
export class Recorder {
  readonly #page: Page;
  readonly #frames: AnimationFrame[] = [];
  #at = { x: 0, y: 0 };

  private constructor(page: Page) {
    this.#page = page;
  }

  static async start(page: Page, x: number, y: number): Promise<Recorder> {
    await page.evaluate(DRAW_POINTER);
    const recorder = new Recorder(page);
    await recorder.#put(x, y);
    return recorder;
  }

  get frames(): readonly AnimationFrame[] {
    return this.#frames;
  }

  /** Takes a picture, which is shown for some time. */
  async hold(milliseconds: number): Promise<void> {
    const png = await this.#page.screenshot({ animations: 'disabled', caret: 'initial' });
    this.#frames.push({ png, milliseconds });
  }

  /** Moves the pointer to a place in an element, slower at both ends. */
  async moveTo(element: Locator, left: number): Promise<void> {
    let to = this.#at;
    // The editor may be replacing the element by a new one.
    await waitUntil(`${String(element)} is in sight`, async () => {
      const box = await element.boundingBox();
      if (box !== null) to = { x: box.x + left, y: box.y + box.height / 2 };
      return box !== null;
    });
    const from = this.#at;
    for (let step = 1; step <= STEPS; step += 1) {
      const part = (1 - Math.cos((Math.PI * step) / STEPS)) / 2;
      await this.#put(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
      await this.hold(STEP_MS);
    }
  }

  /** Shows that the button is pressed before anything follows. */
  async press(): Promise<void> {
    await this.#page.evaluate(`${POINTER}.classList.add('pressed')`);
    await this.hold(200);
    await this.#page.mouse.down();
    await this.#page.mouse.up();
    await this.#page.evaluate(`${POINTER}.classList.remove('pressed')`);
  }

  async #put(x: number, y: number): Promise<void> {
    this.#at = { x: Math.round(x), y: Math.round(y) };
    await this.#page.evaluate(
      `${POINTER}.style.transform = 'translate(${this.#at.x}px, ${this.#at.y}px)'`,
    );
    await this.#page.mouse.move(this.#at.x, this.#at.y);
  }
}

const POINTER = "document.querySelector('#recorded-pointer')";

/** An arrow over everything else, whose tip is at its origin, with a ring while the button is pressed. */
const DRAW_POINTER = `{
  const element = (name, attributes, parent) => {
    const created = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) created.setAttribute(key, attributes[key]);
    return parent.appendChild(created);
  };
  const pointer = element('svg', { id: 'recorded-pointer', width: 48, height: 48, viewBox: '-16 -16 48 48' }, document.body);
  Object.assign(pointer.style, { position: 'fixed', left: '-16px', top: '-16px', zIndex: 100000, pointerEvents: 'none' });
  element('circle', { class: 'ring', r: 13, fill: '#0078d440', stroke: '#0078d4', 'stroke-width': 2 }, pointer);
  element('path', { d: 'M0 0v17l4-4 3 7 3-1-3-7h6z', fill: '#111', stroke: '#fff', 'stroke-width': 1.5 }, pointer);
  const styles = new CSSStyleSheet();
  styles.replaceSync('#recorded-pointer:not(.pressed) .ring { display: none }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
}`;
