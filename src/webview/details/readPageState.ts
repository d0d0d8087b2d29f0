import { fieldsOf } from '../../core/json/jsonObject.ts';

/** Reads what a page kept, which an older version may have written. Never throws. */
export function readPageState(state: unknown): {
  readonly toggled: Readonly<Record<string, boolean>>;
  readonly scroll: number;
} {
  const { toggled, scroll } = fieldsOf(state);
  const entries = Object.entries(fieldsOf(toggled)).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return {
    toggled: Object.fromEntries(entries),
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? scroll : 0,
  };
}
