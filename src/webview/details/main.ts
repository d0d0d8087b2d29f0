import { asRecord } from '../../core/json/jsonObject.ts';
import type { PageView, ToPage } from '../protocol.ts';
import './details.css';
import { DetailsPage } from './detailsPage.ts';
import { HostHeartbeat } from './hostHeartbeat.ts';
import type { PageHost } from './pageState.ts';

declare function acquireVsCodeApi(): PageHost;

/** What a page cannot be drawn without: checked against the type, so that a renamed field is noticed. */
const REQUIRED = ['content', 'timeline', 'strings'] satisfies readonly (keyof PageView)[];

/** How often a visible page asks whether the editor still answers. */
const HEARTBEAT_MS = 10_000;

const host = acquireVsCodeApi();
const root = document.querySelector('main');
if (root !== null) {
  const heartbeat = new HostHeartbeat({
    ping: () => {
      host.postMessage({ type: 'ping' });
    },
    onChange: (answers) => {
      page.setAnswers(answers);
    },
    startTimer: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const page = new DetailsPage(root, {
    getState: () => host.getState(),
    setState: (state) => {
      host.setState(state);
    },
    postMessage: (message) => {
      host.postMessage(message);
      heartbeat.check();
    },
  });
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    heartbeat.answered();
    const view = readToPage(data);
    if (view !== undefined) page.show(view);
  });
  window.addEventListener(
    'scroll',
    () => {
      page.scrolled();
    },
    { passive: true },
  );
  setInterval(() => {
    heartbeat.check();
  }, HEARTBEAT_MS);
  setInterval(() => {
    page.tick();
  }, 1000);
  host.postMessage({ type: 'ready' });
}

/** Only the editor can post to a page. A message of another shape is ignored. */
function readToPage(data: unknown): PageView | undefined {
  const { type, page } = asRecord(data);
  const fields = asRecord(page);
  const isPage = REQUIRED.every(
    (name) => typeof fields[name] === 'object' && fields[name] !== null,
  );
  return type === 'show' && isPage ? (data as Extract<ToPage, { type: 'show' }>).page : undefined;
}
