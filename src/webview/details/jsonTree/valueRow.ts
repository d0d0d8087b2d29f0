import { parseStringToken, type JsonValue } from '../../../core/json/jsonValue.ts';
import { escapeInvisible } from '../../../core/json/escapeInvisible.ts';
import { kindOfText } from '../../../core/page/sidKinds.ts';
import { withNumber } from '../../pageStrings.ts';
import type { PagePart } from '../../protocol.ts';
import { element } from '../element.ts';
import { icon, type IconName } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';
import type { ValueRow } from './valueRows.ts';

/** Longer strings are cut off in the tree, but copied whole. */
const MAX_STRING_CHARS = 10_000;

export interface ValueRowOptions {
  readonly context: PageContext;
  readonly part: PagePart;
  /** Whether the Tab key moves to this row. */
  readonly active: boolean;
  /** Absent if it has not changed; `before` is absent if it is new. */
  readonly changed?: { readonly before?: string } | undefined;
  /** The search text, whose matches are highlighted. */
  readonly query: string;
  readonly toggle: () => void;
}

/** A row of a JSON value in the tree. */
export function valueRow(row: ValueRow, options: ValueRowOptions): HTMLElement {
  const { pointer, level, label, open, position, siblings, duplicate } = row;
  const { strings } = options.context;
  const twistie =
    open === undefined
      ? undefined
      : element('span', { class: 'twistie' }, icon(open ? 'chevronDown' : 'chevronRight'));
  const { changed } = options;
  const notes = [
    ...(duplicate ? [strings.duplicate] : []),
    ...(changed === undefined
      ? []
      : [changed.before === undefined ? strings.added : strings.changed]),
  ];
  const text = element(
    'span',
    { class: changed === undefined ? 'text' : 'text changed' },
    element('span', { class: 'key' }, ...highlightMatches(escapeInvisible(label), options.query)),
    ': ',
    ...(changed?.before === undefined ? [] : [element('del', {}, changed.before), ' → ']),
    ...valueNodes(row.value, options),
    ...notes.map((note) => element('span', { class: 'note' }, `  ${note}`)),
  );
  const node = element(
    'div',
    {
      class: open === undefined ? 'row' : 'row opens',
      attributes: {
        role: 'treeitem',
        tabindex: options.active ? '0' : '-1',
        'data-at': pointer,
        'aria-level': String(level),
        'aria-posinset': String(position),
        'aria-setsize': String(siblings),
        'aria-expanded': open === undefined ? undefined : String(open),
      },
      ...(open !== undefined && { onClick: options.toggle }),
    },
    twistie,
    element('span', { class: 'content' }, text, copyButtons(row, options)),
  );
  node.style.setProperty('margin-left', `${(level - 1) * 16}px`);
  return node;
}

function valueNodes(
  value: JsonValue,
  { context: { strings, sidKinds }, query }: ValueRowOptions,
): (Node | string)[] {
  if ('members' in value) {
    const { length } = value.members;
    const [one, many] =
      value.kind === 'object' ? [strings.oneKey, strings.keys] : [strings.oneItem, strings.items];
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
  // Decoded, as escape sequences are hard to read. Copying keeps the escape sequences.
  const text = parseStringToken(value.token);
  const visibleText =
    text.length <= MAX_STRING_CHARS ? text : `${text.slice(0, MAX_STRING_CHARS)}…`;
  const kind = kindOfText(sidKinds, text);
  return [
    element(
      'bdi',
      { class: 'string' },
      '"',
      ...highlightMatches(escapeInvisible(visibleText), query),
      '"',
    ),
    ...(kind === undefined
      ? []
      : [element('span', { class: 'note', attributes: { title: kind.all } }, `  ${kind.name}`)]),
  ];
}

/** Buttons for the mouse. The keyboard has Ctrl+C or Cmd+C. */
function copyButtons(
  { pointer }: ValueRow,
  { context: { strings, copy }, part }: ValueRowOptions,
): HTMLElement {
  const button = (iconName: IconName, label: string, what: 'value' | 'path') =>
    element(
      'button',
      {
        class: 'plain',
        attributes: { type: 'button', tabindex: '-1', title: label, 'aria-label': label },
        onClick: (event) => {
          event.stopPropagation();
          copy(part, pointer, what);
        },
      },
      icon(iconName),
    );
  return element(
    'span',
    { class: 'tools' },
    button('copy', strings.copyValue, 'value'),
    button('listTree', strings.copyPath, 'path'),
  );
}

/** A text with the matches of the search highlighted, ignoring case. */
function highlightMatches(text: string, query: string): (Node | string)[] {
  if (query === '') return [text];
  const [lower, lowerQuery] = [text.toLowerCase(), query.toLowerCase()];
  // Some letters become several in lower case, so that the indexes would differ.
  if (lower.length !== text.length) return [text];
  const parts: (Node | string)[] = [];
  let from = 0;
  for (let index = lower.indexOf(lowerQuery); index >= 0; index = lower.indexOf(lowerQuery, from)) {
    parts.push(
      text.slice(from, index),
      element('mark', {}, text.slice(index, index + lowerQuery.length)),
    );
    from = index + lowerQuery.length;
  }
  return [...parts, text.slice(from)];
}
