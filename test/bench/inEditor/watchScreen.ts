/**
 * A script for each frame of VS Code's page. It calls `benchPressed` when a key is pressed, and
 * `benchShown` for the first frame of the screen that contains one of the texts. Both times are in
 * ms since the epoch, by a clock that all frames share.
 *
 * @param texts the text of a document, and those of webviews
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
      // A webview's content is in a nested frame, which is loaded while hidden and then replaces
      // the previous one, so that no script can be there before the content.
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
