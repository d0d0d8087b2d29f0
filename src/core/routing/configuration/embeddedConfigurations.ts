import type { Span } from '../expression/syntax/span.ts';
import { memberValue, type ConfigurationNode, type ObjectNode } from './configurationNode.ts';
import { shiftedBy, type OffsetMap } from './offsetMap.ts';
import { readNodes, type NodesOfText } from './readNodes.ts';
import { readLiteral, type StringStyle } from './stringLiteral.ts';

/** How a text is read. `json` is also for JSONC, templates of JSON, and the documents of Workflows. */
export type SourceKind = 'json' | 'terraform' | 'javascript' | 'python' | 'ruby';

/** A Workflow's configuration within a text. */
export interface EmbeddedConfiguration extends Span {
  /** The configuration itself, without the escapes of what it is embedded in. */
  readonly text: string;
  /** From the configuration to the text around it. */
  readonly map: OffsetMap;
  /** If it is the whole text: what the text was read as. */
  readonly nodes?: NodesOfText;
  /** How the string is written that it stands in; undefined if it stands in none. */
  readonly style?: StringStyle;
}

const NAME = 'task_routing';
const JSON_STRING: StringStyle = { close: '"', isMultiline: false, escapes: 'all' };
/** How much stands between a quote that opens and `"task_routing"`, at most: blanks and a brace. */
const MAX_LEAD = 300;
const LEAD =
  /(?:(""")|(''')|(["'`])|<<[-~]?(["']?)(\w+)\4[^\r\n]*\r?\n)(?:\s|\\[nrt]|\\\r?\n)*\{\{?(?:\s|\\[nrt]|\\\r?\n)*\\*$/;

/**
 * The configurations in a text: the text itself if it has a top-level `task_routing`; the value of a
 * `configuration` in JSON; strings and heredocs of a program that begin with it. Linear in the text.
 *
 * @param nodes of the text, if it is JSON and was read already
 */
export function findConfigurations(
  text: string,
  kind: SourceKind,
  nodes?: NodesOfText,
): readonly EmbeddedConfiguration[] {
  if (!text.includes(NAME)) return [];
  if (kind !== 'json') return configurationsOfProgram(text, kind);
  return configurationsOfJson(nodes ?? readNodes(text));
}

function configurationsOfJson(nodes: NodesOfText): readonly EmbeddedConfiguration[] {
  const { text, root } = nodes;
  if (root?.kind === 'object' && isConfiguration(root)) {
    return [{ text, map: shiftedBy(0), nodes, offset: 0, length: text.length }];
  }
  const found: EmbeddedConfiguration[] = [];
  const pending: ConfigurationNode[] = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'array') pending.push(...node.elements.toReversed());
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.members.toReversed()) {
      if (value === undefined) continue;
      const isNamed = key.value.toLowerCase() === 'configuration';
      if (isNamed && value.kind === 'object' && isConfiguration(value)) {
        const { offset, length } = value;
        const part = text.slice(offset, offset + length);
        found.push({ text: part, map: shiftedBy(offset), offset, length });
      } else if (isNamed && value.kind === 'string' && value.value.includes(NAME)) {
        const { offset, length, map } = value;
        found.push({ text: value.value, map, offset, length, style: JSON_STRING });
      } else pending.push(value);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function isConfiguration(node: ObjectNode): boolean {
  return memberValue(node, NAME) !== undefined;
}

function configurationsOfProgram(
  text: string,
  kind: Exclude<SourceKind, 'json'>,
): readonly EmbeddedConfiguration[] {
  const found: EmbeddedConfiguration[] = [];
  let at = 0;
  for (;;) {
    const name = text.indexOf(NAME, at);
    if (name < 0) return found;
    at = name + NAME.length;
    const lead = leadBefore(text, name);
    if (lead === undefined) continue;
    const style = styleOf(
      kind,
      lead.opening,
      text.slice(Math.max(0, lead.offset - 2), lead.offset),
    );
    if (style === undefined) continue;
    const start = lead.offset + lead.opening.length;
    const { value, map, end } = readLiteral(text, start, style);
    const length = map.toText(value.length) - start;
    found.push({ text: value, map, offset: start, length, style });
    at = Math.max(at, end);
  }
}

/** What opens the string that begins with the name at `name`, if one does. */
function leadBefore(text: string, name: number) {
  if (text.charAt(name - 1) !== '"') return undefined;
  const from = Math.max(0, name - 1 - MAX_LEAD);
  const match = LEAD.exec(text.slice(from, name - 1));
  if (match === null) return undefined;
  const line = match[0].slice(0, match[0].indexOf('\n') + 1);
  return { offset: from + match.index, opening: match[1] ?? match[2] ?? match[3] ?? line };
}

function styleOf(
  kind: Exclude<SourceKind, 'json'>,
  opening: string,
  before: string,
): StringStyle | undefined {
  const [, quote, tag] = /^<<[-~]?(["']?)(\w+)/.exec(opening) ?? [];
  const isHeredoc = tag !== undefined;
  const isMultiline = isHeredoc || opening.length === 3;
  const base = { close: tag ?? opening, isHeredoc, isMultiline };
  switch (kind) {
    case 'terraform':
      if (isHeredoc) return { ...base, escapes: 'none', placeholder: '${' };
      return opening === '"' ? { ...base, escapes: 'all', placeholder: '${' } : undefined;
    case 'javascript':
      if (isHeredoc || opening.length > 1) return undefined;
      if (opening !== '`') return { ...base, escapes: 'all' };
      return { ...base, isMultiline: true, escapes: 'all', placeholder: '${' };
    case 'python': {
      if (isHeredoc || opening === '`') return undefined;
      const prefix = /[a-z]*$/i.exec(before)?.[0].toLowerCase() ?? '';
      const escapes = prefix.includes('r') ? 'raw' : 'known';
      return { ...base, escapes, ...(prefix.includes('f') && { placeholder: '{' }) };
    }
    case 'ruby':
      if (opening === '`' || opening.length === 3) return undefined;
      if (opening === "'") return { ...base, isMultiline: true, escapes: 'quotes' };
      if (quote === "'") return { ...base, escapes: 'none' };
      return { ...base, isMultiline: true, escapes: 'all', placeholder: '#{' };
  }
}
