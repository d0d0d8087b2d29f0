import { asRecord } from '../../core/json/jsonObject.ts';
import type { PageView, ToPage } from '../protocol.ts';
import './details.css';
import { DetailsPage } from './detailsPage.ts';
import type { PageHost } from './pageState.ts';

declare function acquireVsCodeApi(): PageHost;

/** What a page cannot be drawn without: checked against the type, so that a renamed field is noticed. */
const REQUIRED = ['content', 'timeline', 'strings'] satisfies readonly (keyof PageView)[];

const host = acquireVsCodeApi();
const root = document.querySelector('main');
if (root !== null) {
  const page = new DetailsPage(root, host);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
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
  host.postMessage({ type: 'ready' });
}

/** Only the editor can post to a page. A message of another shape is ignored. */
function readToPage(data: unknown): PageView | undefined {
  const { type, page } = asRecord(data);
  const fields = asRecord(page);
  const isPage = REQUIRED.every(
    (name) => typeof fields[name] === 'object' && fields[name] !== null,
  );
  return type === 'show' && isPage ? (data as ToPage).page : undefined;
}
