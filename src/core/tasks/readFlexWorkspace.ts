import { isJsonContainer } from '../json/jsonObject.ts';
import { parseSid } from '../sids/sid.ts';

/** The Workspace SID in Flex's configuration; nothing if the text is anything else. */
export function readFlexWorkspace(text: string): string | undefined {
  if (!isJsonContainer(text)) return undefined;
  const { taskrouter_workspace_sid: sid } = JSON.parse(text) as Record<string, unknown>;
  return typeof sid === 'string' && parseSid(sid, 'WS').valid ? sid : undefined;
}
