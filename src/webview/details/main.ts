import { asRecord } from '../../core/json/jsonObject.ts';
import type { PageView, ToPage } from '../protocol.ts';
import './details.css';
import { DetailsPage } from './detailsPage.ts';
import type { PageHost } from './pageState.ts';

declare function acquireVsCodeApi(): PageHost;

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

/** Only the editor can post to a page, and it posts what the types say: the rest is somebody's mistake. */
function readToPage(data: unknown): PageView | undefined {
  const { type, page } = asRecord(data);
  const { content, timeline, strings } = asRecord(page);
  const isPage = [content, timeline, strings].every(
    (part) => typeof part === 'object' && part !== null,
  );
  return type === 'show' && isPage ? (data as ToPage).page : undefined;
}
