import type { JsonValue } from '../../core/json/jsonValue.ts';
import type { Formatted } from '../../core/messages/viewText.ts';
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
import { Sections } from './sections/sections.ts';
import { timelineSection } from './sections/timelineSection.ts';

/** The page of a Task: what the editor tells it, and what the user did to it. */
export class DetailsPage {
  readonly #host: PageHost;
  readonly #sections: Sections;
  readonly #values = new Map<PagePart, ValuesSection>();
  readonly #toggled: Map<string, boolean>;
  #page: PageView | undefined;
  /** Where the page was scrolled to before it was hidden, until it is there again. */
  #scroll: number;
  /** How far towards that place it came by itself. */
  #reached = 0;
  /** Where it is: to ask the browser while there is something to draw makes it draw twice. */
  #at = 0;

  constructor(root: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#sections = new Sections(root);
    const { toggled, scroll } = readPageState(host.getState());
    this.#toggled = new Map(Object.entries(toggled));
    this.#scroll = scroll;
  }

  show(page: PageView): void {
    this.#page = page;
    const { content, timeline, strings: words } = page;
    const tools = this.#tools(page);
    const { view: known = content.kind } = 'view' in content ? content : {};
    const header = [known, page.fetching, page.watching, words];
    this.#section('header', header, () => headerSection(page, tools));
    this.#section('notices', [page.notices, content.kind], () => noticesOf(page));
    if (content.kind === 'task' || content.kind === 'gone') {
      const { view } = content;
      const changes = content.kind === 'task' ? content.changes : noChanges;
      const life: Formatted<LifecycleView> =
        timeline.kind === 'ready' ? timeline.lifecycle : view.lifecycle;
      this.#section('life', life, () => lifecycleSection(life, tools));
      this.#section('waiting', page.waiting, () =>
        element('p', { attributes: { role: 'status' } }, page.waiting),
      );
      if (view.facts.length > 0) {
        this.#section('facts', [view.facts, changes.facts], () =>
          factsSection(view.facts, changes.facts, tools),
        );
      }
      const note = content.kind === 'task' ? words.decoded : words.lastKnown;
      this.#embedded(
        'attributes',
        words.attributes,
        note,
        view.attributes,
        changes.attributes,
        tools,
      );
      if (content.kind === 'task') {
        const { addons, otherFields, links } = content.view;
        this.#section('timeline', timeline, () => timelineSection(timeline, tools));
        this.#embedded('addons', words.addons, words.decoded, addons, changes.addons, tools);
        const others = { kind: 'object', members: otherFields } as const;
        this.#value('otherFields', words.otherFields, '', others, changes.otherFields, tools);
        if (links.length > 0) this.#section('links', links, () => linksSection(links, tools));
      } else {
        this.#section('timeline', content.view.timeline, () =>
          timelineSection({ kind: 'ready', ...content.view, view: content.view.timeline }, tools),
        );
        const { addons } = content.view;
        this.#embedded('addons', words.addons, words.lastKnown, addons, [], tools);
      }
    }
    this.#sections.finish();
    this.remember();
    // The buttons above get their height a moment after they are there.
    requestAnimationFrame(() => {
      this.#keepScroll(page);
    });
  }

  /** Where the user goes by themselves is the place to be. */
  scrolled(): void {
    this.#at = Math.round(window.scrollY);
    if (this.#at !== this.#reached) this.#scroll = 0;
    this.remember();
  }

  /** Notes where the user is, for when the page comes back. */
  remember(): void {
    if (this.#page === undefined) return;
    const { task } = this.#page;
    const toggled = Object.fromEntries(this.#toggled);
    this.#host.setState({ task, toggled, scroll: this.#scroll || this.#at });
  }

  #embedded(
    part: 'attributes' | 'addons',
    title: string,
    note: string,
    view: Formatted<EmbeddedView> | undefined,
    changed: readonly string[],
    tools: PageContext,
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
      tools,
    );
  }

  #value(
    part: PagePart,
    title: string,
    note: string,
    value: JsonValue,
    changed: readonly string[],
    tools: PageContext,
  ): void {
    if (!('members' in value) || (part === 'otherFields' && value.members.length === 0)) return;
    this.#section(part, [value, changed], () => {
      const parts = {
        ...{ part, title, note, value, changed, toggled: this.#toggled },
        withSearch: part === 'attributes',
        onChange: () => {
          this.remember();
        },
      };
      const section = new ValuesSection(parts, tools, this.#values.get(part)?.query);
      this.#values.set(part, section);
      return section.node;
    });
  }

  #section(name: string, data: unknown, draw: () => HTMLElement): void {
    if (data !== undefined) this.#sections.show(name, data, draw);
  }

  #tools({ strings: words, locale, sidKinds }: PageView): PageContext {
    const host = this.#host;
    return {
      strings: words,
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
        this.remember();
      },
    };
  }

  /** Goes back to where the page was, and stays there until all that may come above it has come. */
  #keepScroll({ content, timeline, awaitsWaiting }: PageView): void {
    if (this.#scroll > 0) {
      window.scrollTo({ top: this.#scroll });
      this.#reached = this.#at = Math.round(window.scrollY);
      const isWhole =
        content.kind === 'gone' ||
        (content.kind === 'task' && timeline.kind !== 'loading' && !awaitsWaiting);
      if (isWhole) this.#scroll = 0;
    }
    this.remember();
  }
}

function noticesOf({ notices, content, strings: words }: PageView): HTMLElement {
  const all: readonly PageNotice[] =
    content.kind === 'failed' ? [{ severity: 'warning', text: content.sentence }] : notices;
  const loading =
    content.kind === 'loading' ? element('p', { class: 'note' }, words.fetching) : undefined;
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
