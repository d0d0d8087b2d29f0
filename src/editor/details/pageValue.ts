import type { JsonValue } from '../../core/json/jsonValue.ts';
import type { PageContent, PagePart } from '../../webview/protocol.ts';

/** The value that a part of a page shows as a tree. */
export function pageValue(content: PageContent, part: PagePart): JsonValue | undefined {
  if (part === 'otherFields') {
    return content.kind === 'task'
      ? { kind: 'object', members: content.view.otherFields }
      : undefined;
  }
  const { attributes, addons } =
    content.kind === 'task' || content.kind === 'gone' ? content.view : {};
  const embedded = part === 'attributes' ? attributes : addons;
  return embedded?.kind === 'json' ? embedded.value : undefined;
}
