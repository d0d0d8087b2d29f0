import { decodeEmbeddedJson, printJson } from '../json/jsonText.ts';
import { maskJson } from '../privacy/maskJson.ts';
import type { Failure } from '../taskrouter/failure.ts';
import type { TaskRecord } from '../tasks/taskStore.ts';
import { printError } from './printError.ts';

/** How a document shows its resource. */
export interface DocumentView {
  /** `attributes`, `addons` and `configuration` as JSON, not as strings. */
  readonly decoded: boolean;
  /** As `taskrouter.privacyMode` asks. */
  readonly masked: boolean;
}

/**
 * The text of a document: the last good answer whatever came after it; without one, why there
 * is none; nothing before the first attempt has ended.
 */
export function renderTaskDocument(
  record: TaskRecord | undefined,
  view: DocumentView,
  describe: (failure: Failure) => string,
): string {
  if (record?.fetched !== undefined) {
    const { text } = record.fetched;
    const decoded = view.decoded ? decodeEmbeddedJson(text) : text;
    return printJson(view.masked ? maskJson(decoded) : decoded);
  }
  if (record?.failure === undefined) return '';
  return printError(record.failure.kind, describe(record.failure));
}
