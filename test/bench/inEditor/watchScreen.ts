/**
 * A script for each frame of the editor's page. It tells `benchPressed` when a key was pressed that opens
 * something, and `benchShown` in which frame of the screen one of the texts was there first; both in ms
 * since the epoch, by a clock that all frames share.
 *
 * @param texts one that a document shows, and those that webviews do
 */
export function watchScreen(texts: {
  readonly document: string;
  readonly webviews: readonly string[];
}): string {
  return `(() => {
    const isEditor = window.top === window;
    const texts = ${JSON.stringify(texts)};
    const isInView = isEditor
      ? () => Array.from(document.querySelectorAll('.monaco-editor .view-line')).some(
          ({ textContent }) => textContent.replaceAll('\\u00a0', ' ').includes(texts.document))
      // The content stands in a frame of its own, in which nothing runs that was there before it came: it
      // is loaded out of sight, and then put in the place of what was there.
      : () => Array.from(document.querySelectorAll('iframe')).some((frame) => {
          const text = frame.contentDocument?.querySelector('main')?.textContent ?? '';
          return texts.webviews.some((one) => text.includes(one)) &&
            getComputedStyle(frame).visibility !== 'hidden';
        });
    let wasInView = false;
    const look = () => {
      const isThere = isInView();
      if (isThere && !wasInView) void benchShown(performance.timeOrigin + performance.now());
      wasInView = isThere;
      requestAnimationFrame(look);
    };
    look();
    if (!isEditor) return;
    addEventListener('keydown', ({ key, timeStamp }) => {
      if (/^F\\d+$/.test(key)) void benchPressed(performance.timeOrigin + timeStamp);
    }, true);
  })()`;
}
