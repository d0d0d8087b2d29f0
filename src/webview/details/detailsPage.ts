import type { JsonValue } from '../../core/json/jsonValue.ts';
import type { EmbeddedView } from '../../core/page/embeddedView.ts';
import type { LifecycleView } from '../../core/page/lifecycle.ts';
import { noChanges } from '../../core/page/viewChanges.ts';
import { withNumber } from '../pageStrings.ts';
import type { PageNotice, PagePart, PageView } from '../protocol.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { textSection, ValuesSection } from './jsonTree/valuesSection.ts';
import { TimeFormatter, type PageContext } from './pageContext.ts';
import { readPageState, type PageHost } from './pageState.ts';
import { factsSection } from './sections/factsSection.ts';
import { headerSection } from './sections/headerSection.ts';
import { lifecycleSection } from './sections/lifecycleSection.ts';
import { linksSection } from './sections/linksSection.ts';
import { RoutingSection } from './sections/routing/routingSection.ts';
import { Sections } from './sections/sections.ts';
import { timelineSection } from './sections/timelineSection.ts';

/**
 * The details page of a Task: renders what the editor sends, and keeps what the user opened and
 * scrolled to.
 */
export class DetailsPage {
  readonly #host: PageHost;
  readonly #sections: Sections;
  readonly #values = new Map<PagePart, ValuesSection>();
  readonly #routing = new RoutingSection();
  readonly #toggled: Map<string, boolean>;
  #page: PageView | undefined;
  /** The scroll position to restore, or 0 once it is reached. */
  #scrollTarget: number;
  /** The position that restoring has reached so far. */
  #restoredTo = 0;
  /**
   * The current scroll position. Cached, as reading it before a render makes the browser lay out
   * twice.
   */
  #scrollY = 0;

  constructor(root: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#sections = new Sections(root);
    const { toggled, scroll } = readPageState(host.getState());
    this.#toggled = new Map(Object.entries(toggled));
    this.#scrollTarget = scroll;
  }

  show(page: PageView): void {
    this.#page = page;
    const { content, timeline, strings } = page;
    const context = this.#context(page);
    const { view: headerView = content.kind } = 'view' in content ? content : {};
    const header = [headerView, page.fetching, page.watching, strings];
    this.#section('header', header, () => headerSection(page, context));
    this.#section('notices', [page.notices, content.kind], () => noticesSection(page));
    if (content.kind === 'task' || content.kind === 'gone') {
      const { view } = content;
      const changes = content.kind === 'task' ? content.changes : noChanges;
      const lifecycle: LifecycleView =
        timeline.kind === 'ready' ? timeline.lifecycle : view.lifecycle;
      this.#section('lifecycle', lifecycle, () => lifecycleSection(lifecycle, context));
      // What the TaskQueue's statistics say, until more is known.
      if (page.routing?.kind !== 'ready') {
        this.#section('waiting', page.waiting, () =>
          element('p', { attributes: { role: 'status' } }, page.waiting),
        );
      }
      this.#showRouting(page, context);
      if (view.facts.length > 0) {
        this.#section('facts', [view.facts, changes.facts], () =>
          factsSection(view.facts, changes.facts, context),
        );
      }
      const note = content.kind === 'task' ? strings.decoded : strings.lastKnown;
      this.#embedded(
        'attributes',
        strings.attributes,
        note,
        view.attributes,
        changes.attributes,
        context,
      );
      if (content.kind === 'task') {
        const { addons, otherFields, links } = content.view;
        this.#section('timeline', timeline, () => timelineSection(timeline, context));
        this.#embedded('addons', strings.addons, strings.decoded, addons, changes.addons, context);
        const others = { kind: 'object', members: otherFields } as const;
        this.#value('otherFields', strings.otherFields, '', others, changes.otherFields, context);
        if (links.length > 0) this.#section('links', links, () => linksSection(links, context));
      } else {
        this.#section('timeline', content.view.timeline, () =>
          timelineSection({ kind: 'ready', ...content.view, view: content.view.timeline }, context),
        );
        const { addons } = content.view;
        this.#embedded('addons', strings.addons, strings.lastKnown, addons, [], context);
      }
    }
    this.#sections.finish();
    this.saveState();
    // Custom elements get their height only after this frame.
    requestAnimationFrame(() => {
      this.#restoreScroll(page);
    });
  }

  #showRouting({ routing }: PageView, context: PageContext): void {
    if (routing === undefined) return;
    // The section itself finds out what has changed.
    this.#section('routing', 'kept', () => this.#routing.node);
    this.#routing.show(routing, context);
  }

  /** Once the user scrolls, the earlier position is no longer restored. */
  scrolled(): void {
    this.#scrollY = Math.round(window.scrollY);
    if (this.#scrollY !== this.#restoredTo) this.#scrollTarget = 0;
    this.saveState();
  }

  /** Saves the state, so that the page can restore it later. */
  saveState(): void {
    if (this.#page === undefined) return;
    const { task } = this.#page;
    const toggled = Object.fromEntries(this.#toggled);
    this.#host.setState({ task, toggled, scroll: this.#scrollTarget || this.#scrollY });
  }

  #embedded(
    part: 'attributes' | 'addons',
    title: string,
    note: string,
    view: EmbeddedView | undefined,
    changed: readonly string[],
    context: PageContext,
  ): void {
    if (view === undefined) return;
    if (view.kind === 'text') {
      this.#section(part, view, () => textSection(title, view));
      return;
    }
    this.#value(
      part,
      title,
      view.length === undefined ? '' : withNumber(note, view.length),
      view.value,
      changed,
      context,
    );
  }

  #value(
    part: PagePart,
    title: string,
    note: string,
    value: JsonValue,
    changed: readonly string[],
    context: PageContext,
  ): void {
    if (!('members' in value) || (part === 'otherFields' && value.members.length === 0)) return;
    this.#section(part, [value, changed], () => {
      const parts = {
        ...{ part, title, note, value, changed, toggled: this.#toggled },
        withSearch: part === 'attributes',
        onChange: () => {
          this.saveState();
        },
      };
      const section = new ValuesSection(parts, context, this.#values.get(part)?.query);
      this.#values.set(part, section);
      return section.node;
    });
  }

  #section(name: string, data: unknown, draw: () => HTMLElement): void {
    if (data !== undefined) this.#sections.show(name, data, draw);
  }

  #context({ strings, locale, sidKinds }: PageView): PageContext {
    const host = this.#host;
    return {
      strings,
      times: new TimeFormatter(locale),
      sidKinds,
      run: (command) => {
        host.postMessage({ type: 'run', command });
      },
      open: (resource) => {
        host.postMessage({ type: 'open', resource });
      },
      browse: (at) => {
        host.postMessage({ type: 'browse', at });
      },
      copy: (part, at, what) => {
        host.postMessage({ type: 'copy', part, at, what });
      },
      isOpen: (name) => this.#toggled.get(name) ?? false,
      setOpen: (name, open) => {
        this.#toggled.set(name, open);
        this.saveState();
      },
    };
  }

  /**
   * Restores the scroll position, and keeps it until everything that may appear above it has
   * loaded.
   */
  #restoreScroll({ content, timeline, routing, awaitsWaiting }: PageView): void {
    if (this.#scrollTarget > 0) {
      window.scrollTo({ top: this.#scrollTarget });
      this.#restoredTo = this.#scrollY = Math.round(window.scrollY);
      const isComplete =
        content.kind === 'gone' ||
        (content.kind === 'task' &&
          timeline.kind !== 'loading' &&
          routing?.kind !== 'loading' &&
          !awaitsWaiting);
      if (isComplete) this.#scrollTarget = 0;
    }
    this.saveState();
  }
}

function noticesSection({ notices, content, strings }: PageView): HTMLElement {
  const all: readonly PageNotice[] =
    content.kind === 'failed' ? [{ severity: 'warning', text: content.sentence }] : notices;
  const loading =
    content.kind === 'loading' ? element('p', { class: 'note' }, strings.fetching) : undefined;
  return element(
    'div',
    { attributes: { role: 'status' } },
    loading,
    ...all.map(({ severity, text }) =>
      element(
        'p',
        { class: severity === 'warning' ? 'banner' : 'banner quiet' },
        icon(severity === 'warning' ? 'warning' : 'info'),
        element('span', {}, text),
      ),
    ),
  );
}
