import type { RoutingView } from '../../../../core/page/routing/routingView.ts';
import type { PageRouting } from '../../../protocol.ts';
import { labelledButton } from '../../buttons.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';
import { Sections } from '../sections.ts';
import { aheadPart } from './aheadPart.ts';
import './routing.css';
import { notesPart, verdictPart } from './verdictPart.ts';
import { wayPart } from './wayPart.ts';
import { workersPart, type DrawnRows } from './workersPart.ts';

/** Why a Task waits. Keeps its parts, so that a new reading changes only what it changes. */
export class RoutingSection {
  readonly node = element('section', { class: 'routing' });
  readonly #parts = new Sections(this.node);
  readonly #workers: DrawnRows = new Map();

  show(routing: PageRouting, context: PageContext): void {
    const { strings } = context;
    const { kind } = routing;
    const isBusy = kind === 'loading' || (kind === 'ready' && routing.renewing);
    this.node.setAttribute('aria-busy', String(isBusy));
    this.#parts.show('title', [kind, isBusy], () =>
      element(
        'h2',
        {},
        strings.routing,
        kind === 'ready' && isBusy
          ? element('span', { class: 'note' }, strings.routingSection.renewing)
          : undefined,
      ),
    );
    switch (kind) {
      case 'loading':
        this.#parts.show('loading', kind, () =>
          element(
            'p',
            { class: 'note', attributes: { role: 'status' } },
            strings.routingSection.reading,
          ),
        );
        break;
      case 'failed':
        this.#parts.show('failed', routing.sentence, () => failed(routing.sentence, context));
        break;
      case 'ready':
        this.#showView(routing.view, context);
    }
    this.#parts.finish();
  }

  #showView(view: RoutingView, context: PageContext): void {
    const { cause, headline, remedy, notes, missing, way, workers, ahead } = view;
    this.#parts.show('verdict', [cause, headline, remedy, way?.next], () =>
      verdictPart(view, context),
    );
    if (notes.length + missing.length > 0) {
      this.#parts.show('notes', [notes, missing], () => notesPart(notes, missing, context));
    }
    if (way !== undefined && way.filters.length + way.steps.length > 0) {
      this.#parts.show('way', way, () => wayPart(way, context));
    }
    if (workers !== undefined) {
      this.#parts.show('workers', workers, () => workersPart(workers, this.#workers, context));
    }
    if (ahead !== undefined) this.#parts.show('ahead', ahead, () => aheadPart(ahead, context));
  }
}

function failed(sentence: string, { strings, run }: PageContext): HTMLElement {
  const retry = labelledButton({
    ...{ label: strings.tryAgain, focus: 'routing' },
    onClick: () => {
      run('routing');
    },
  });
  return element('div', {}, element('p', { attributes: { role: 'status' } }, sentence), retry);
}
