import type { JsonValue } from '../../core/json/jsonValue.ts';
import type { DeletedTaskView } from '../../core/page/deletedTask.ts';
import type { EmbeddedView } from '../../core/page/embeddedView.ts';
import type { FactView } from '../../core/page/facts.ts';
import type { LifecycleView } from '../../core/page/lifecycle.ts';
import { noChanges, type ChangedValues, type ViewChanges } from '../../core/page/viewChanges.ts';
import { withNumber } from '../pageStrings.ts';
import type { PageContent, PagePart, PageTimeline, PageView } from '../protocol.ts';
import { textSection, ValuesSection } from './jsonTree/valuesSection.ts';
import { PageClock } from './pageClock.ts';
import type { PageContext } from './pageContext.ts';
import { PageScroll } from './pageScroll.ts';
import { EXACT_TIMES, readPageState, type PageHost } from './pageState.ts';
import { factsSection } from './sections/factsSection.ts';
import { headerSection } from './sections/headerSection.ts';
import { lifecycleSection } from './sections/lifecycleSection.ts';
import { linksSection } from './sections/linksSection.ts';
import { noAnswerSection, noticesSection, watchSection } from './sections/noticesSection.ts';
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
  readonly #toggled = new Map<string, boolean>();
  readonly #scroll: PageScroll;
  #page: PageView | undefined;
  #clock: PageClock | undefined;
  #answers = true;

  constructor(root: HTMLElement, host: PageHost) {
    this.#host = host;
    this.#sections = new Sections(root);
    this.#scroll = new PageScroll(root);
  }

  show(page: PageView): void {
    if (this.#page === undefined) this.#restore(page);
    this.#page = page;
    this.#scroll.hold();
    this.#draw(page);
    if (page.reveal === 'routing') this.#scroll.forget();
    this.saveState();
    requestAnimationFrame(() => {
      this.#scroll.settle(isComplete(page));
      if (page.reveal === 'routing') this.#routing.node.scrollIntoView();
      this.saveState();
    });
  }

  #draw(page: PageView): void {
    const context = this.#context(page);
    const { content, strings } = page;
    const { kind } = content;
    if (!this.#answers) this.#section('noAnswer', '', () => noAnswerSection(strings));
    const { timeline, notices } = page;
    const { task, actions, fetching, deleted, masked, badge } = page;
    const shown = [task, actions, fetching, deleted, masked, badge, strings, this.#clock?.exact];
    this.#section('header', [shown, headerOf(content)], () => headerSection(page, context));
    this.#section('notices', [notices, kind, kind === 'failed' && content.sentence], () =>
      noticesSection(page, context),
    );
    this.#section('watch', [page.watching, page.changesSince], () => watchSection(page, context));
    if (content.kind === 'task' || content.kind === 'gone') {
      const { view } = content;
      const lifecycle: LifecycleView =
        timeline.kind === 'ready' ? timeline.lifecycle : view.lifecycle;
      this.#section('lifecycle', lifecycle, () => lifecycleSection(lifecycle, context));
      this.#showRouting(page, context);
    }
    if (content.kind === 'task') this.#task(content, timeline, context);
    if (content.kind === 'gone') this.#deletedTask(content.view, context);
    this.#sections.finish();
  }

  #showRouting({ routing }: PageView, context: PageContext): void {
    if (routing === undefined) return;
    // The section itself finds out what has changed.
    this.#section('routing', 'kept', () => this.#routing.node);
    this.#routing.show(routing, context);
  }

  #task(
    { view, changes }: Extract<PageContent, { kind: 'task' }>,
    timeline: PageTimeline,
    context: PageContext,
  ): void {
    const { facts, attributes, addons, otherFields, links } = view;
    const {
      decoded,
      attributes: title,
      addons: addonsTitle,
      otherFields: others,
    } = context.strings;
    this.#facts(facts, changes, context);
    this.#embedded('attributes', title, decoded, attributes, changes.attributes, context);
    this.#section('timeline', timeline, () => timelineSection(timeline, context));
    this.#embedded('addons', addonsTitle, decoded, addons, changes.addons, context);
    const value = { kind: 'object', members: otherFields } as const;
    this.#value('otherFields', others, '', value, changes.otherFields, context);
    if (links.length > 0) this.#section('links', links, () => linksSection(links, context));
  }

  #deletedTask(view: DeletedTaskView, context: PageContext): void {
    const { facts, attributes, addons, timeline, lifecycle } = view;
    const { lastKnown, attributes: title, addons: addonsTitle } = context.strings;
    this.#facts(facts, noChanges, context);
    this.#embedded('attributes', title, lastKnown, attributes, noChanges.attributes, context);
    this.#section('timeline', timeline, () =>
      timelineSection({ kind: 'ready', lifecycle, view: timeline }, context),
    );
    this.#embedded('addons', addonsTitle, lastKnown, addons, noChanges.addons, context);
  }

  /** Whether the editor answers. A page without one is not updated any more. */
  setAnswers(answers: boolean): void {
    this.#answers = answers;
    if (this.#page !== undefined) this.show(this.#page);
  }

  /** Brings the times up to date. */
  tick(): void {
    const page = this.#page;
    if (page === undefined) return;
    // A longer time may need another line.
    this.#scroll.hold();
    this.#clock?.update(document);
    requestAnimationFrame(() => {
      this.#scroll.settle(isComplete(page));
    });
  }

  scrolled(): void {
    this.#scroll.scrolled();
    this.saveState();
  }

  /** Saves the state, so that the page can restore it later. */
  saveState(): void {
    if (this.#page === undefined) return;
    const { task } = this.#page;
    const toggled = Object.fromEntries(this.#toggled);
    this.#host.setState({ task, toggled, scroll: this.#scroll.position });
  }

  #embedded(
    part: 'attributes' | 'addons',
    title: string,
    note: string,
    view: EmbeddedView | undefined,
    changes: ChangedValues,
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
      changes,
      context,
    );
  }

  #value(
    part: PagePart,
    title: string,
    note: string,
    value: JsonValue,
    changes: ChangedValues,
    context: PageContext,
  ): void {
    if (!('members' in value)) return;
    const isEmpty = value.members.length + changes.removed.length === 0;
    if (part === 'otherFields' && isEmpty) return;
    this.#section(part, [value, changes], () => {
      const parts = {
        ...{ part, title, note, value, changes, toggled: this.#toggled },
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

  #facts(facts: readonly FactView[], changes: ViewChanges, context: PageContext): void {
    if (facts.length === 0) return;
    this.#section('facts', [facts, changes.facts], () =>
      factsSection(facts, changes.facts, context),
    );
  }

  #context(page: PageView): PageContext {
    const host = this.#host;
    const { strings, sidKinds } = page;
    const clock = (this.#clock ??= new PageClock(page, this.#toggled.get(EXACT_TIMES) ?? false));
    clock.set(page);
    document.body.classList.toggle('exact-times', clock.exact);
    return {
      ...{ strings, clock, sidKinds },
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
        if (name === EXACT_TIMES) this.#setExact(open);
        this.saveState();
      },
    };
  }

  #restore({ task }: PageView): void {
    const { toggled, scroll } = readPageState(this.#host.getState(), task.taskSid);
    for (const [name, open] of Object.entries(toggled)) this.#toggled.set(name, open);
    this.#scroll.restore(scroll);
  }

  #setExact(exact: boolean): void {
    if (this.#clock === undefined || this.#page === undefined) return;
    this.#clock.exact = exact;
    this.show(this.#page);
    this.tick();
  }
}

/** Whether everything has loaded that may appear above what the user scrolled to. */
function isComplete({ content, timeline, routing }: PageView): boolean {
  if (content.kind !== 'task') return content.kind === 'gone';
  return timeline.kind !== 'loading' && routing?.kind !== 'loading';
}

/** What of a Task its header shows. */
function headerOf(content: PageContent): unknown {
  if (content.kind === 'task') return [content.view.header, content.changes.status];
  if (content.kind !== 'gone') return content.kind;
  const { workspace, profile, headline, sentences } = content.view;
  return [workspace, profile, headline, sentences];
}
