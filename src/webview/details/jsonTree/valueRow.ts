import { parseStringToken, type JsonValue } from '../../../core/json/jsonValue.ts';
import { escapeInvisible } from '../../../core/json/escapeInvisible.ts';
import { kindOfText } from '../../../core/page/sidKinds.ts';
import { withNumber } from '../../pageStrings.ts';
import type { PagePart } from '../../protocol.ts';
import { element } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import type { ValueRow } from './valueRows.ts';

/** So much of a string is drawn; it is copied whole. */
const MAX_STRING_CHARS = 10_000;

export interface ValueRowOptions {
  readonly tools: PageContext;
  readonly part: PagePart;
  /** Whether it is the one that the Tab key leads to. */
  readonly active: boolean;
  readonly changed: boolean;
  /** What is searched for, to be marked. */
  readonly query: string;
  readonly toggle: () => void;
}

/** One row of a value that is shown as a tree. */
export function valueRow(row: ValueRow, parts: ValueRowOptions): HTMLElement {
  const { at, level, label, open, position, siblings, duplicate } = row;
  const { strings: words } = parts.tools;
  const twistie =
    open === undefined
      ? undefined
      : element('span', { class: 'twistie' }, icon(open ? 'chevronDown' : 'chevronRight'));
  const notes = [
    ...(duplicate ? [words.duplicate] : []),
    ...(parts.changed ? [words.changed] : []),
  ];
  const text = element(
    'span',
    { class: parts.changed ? 'text changed' : 'text' },
    element('span', { class: 'key' }, ...highlightMatches(escapeInvisible(label), parts.query)),
    ': ',
    ...describe(row.value, parts),
    ...notes.map((note) => element('span', { class: 'note' }, `  ${note}`)),
  );
  const node = element(
    'div',
    {
      class: open === undefined ? 'row' : 'row opens',
      attributes: {
        role: 'treeitem',
        tabindex: parts.active ? '0' : '-1',
        'data-at': at,
        'aria-level': String(level),
        'aria-posinset': String(position),
        'aria-setsize': String(siblings),
        'aria-expanded': open === undefined ? undefined : String(open),
      },
      ...(open !== undefined && { onClick: parts.toggle }),
    },
    twistie,
    text,
    tools(row, parts),
  );
  node.style.setProperty('margin-left', `${(level - 1) * 16}px`);
  return node;
}

function describe(
  value: JsonValue,
  { tools: { strings: words, sidKinds }, query }: ValueRowOptions,
): (Node | string)[] {
  if ('members' in value) {
    const { length } = value.members;
    const [one, many] =
      value.kind === 'object' ? [words.oneKey, words.keys] : [words.oneItem, words.items];
    return [element('span', { class: 'note' }, length === 1 ? one : withNumber(many, length))];
  }
  const token =
    value.token.length <= MAX_STRING_CHARS
      ? value.token
      : `${value.token.slice(0, MAX_STRING_CHARS)}…`;
  if (value.kind === 'scalar') {
    const kind = /^[tfn]/.test(token) ? 'boolean' : 'number';
    return [element('span', { class: kind }, ...highlightMatches(token, query))];
  }
  // As characters, which are read, and not as escapes; what is copied has every one of them.
  const whole = parseStringToken(value.token);
  const shown = whole.length <= MAX_STRING_CHARS ? whole : `${whole.slice(0, MAX_STRING_CHARS)}…`;
  const kind = kindOfText(sidKinds, whole);
  return [
    element(
      'bdi',
      { class: 'string' },
      '"',
      ...highlightMatches(escapeInvisible(shown), query),
      '"',
    ),
    ...(kind === undefined
      ? []
      : [element('span', { class: 'note', attributes: { title: kind.all } }, `  ${kind.name}`)]),
  ];
}

/** For the mouse; who uses the keyboard copies as everywhere. */
function tools(
  { at }: ValueRow,
  { tools: { strings: words, copy }, part }: ValueRowOptions,
): HTMLElement {
  const button = (drawing: IconName, label: string, what: 'value' | 'path') =>
    element(
      'button',
      {
        class: 'plain',
        attributes: { type: 'button', tabindex: '-1', title: label, 'aria-label': label },
        onClick: (event) => {
          event.stopPropagation();
          copy(part, at, what);
        },
      },
      icon(drawing),
    );
  return element(
    'span',
    { class: 'tools' },
    button('copy', words.copyValue, 'value'),
    button('link', words.copyPath, 'path'),
  );
}

/** A text with what was searched for marked in it, whatever its case. */
function highlightMatches(text: string, query: string): (Node | string)[] {
  if (query === '') return [text];
  const [lower, wanted] = [text.toLowerCase(), query.toLowerCase()];
  // Some letters become several in lower case: then places would not fit.
  if (lower.length !== text.length) return [text];
  const parts: (Node | string)[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), element('mark', {}, text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
