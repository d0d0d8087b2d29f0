import { parseJson } from '../../json/jsonObject.ts';
import type {
  ConfigurationNode,
  JsonFaultAt,
  JsonFaultKind,
  MemberNode,
  ObjectNode,
  StringNode,
} from './configurationNode.ts';
import { shiftedBy } from './offsetMap.ts';
import { Placeholders } from './placeholders.ts';
import { readString } from './readString.ts';
import { TextReader, WORD } from './textReader.ts';

/** A configuration has 6 levels; what is nested deeper than this is skipped. */
const MAX_DEPTH = 100;
/** After that many it is not JSON, and more would say nothing. */
const MAX_FAULTS = 50;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const IN_SINGLE_QUOTES = /'[^'\r\n]*'/y;

export interface NodesOfText {
  readonly text: string;
  readonly root?: ConfigurationNode;
  readonly faults: readonly JsonFaultAt[];
  /** Why no quote can be in a placeholder: there is none, or the text is JSON; `loose` if one can. */
  readonly strictness: 'plain' | 'json' | 'loose';
}

/**
 * Reads JSON with comments, trailing commas and placeholders, and what can be made of it where it is
 * broken. Never throws; linear in the text.
 */
export function readNodes(text: string): NodesOfText {
  // In what is JSON as it stands, nothing between quotes is a placeholder that could hide their end.
  const ifHeld = () => (parseJson(text).valid ? 'json' : 'loose');
  const strictness = mayHoldQuotes(text) ? ifHeld() : 'plain';
  return { text, strictness, ...new NodeReader(text, strictness !== 'loose').read() };
}

/** Whether a placeholder may be in a text that has quotes in it. */
export function mayHoldQuotes(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/**
 * The value that is all of a text in which no placeholder has quotes; undefined if something is wrong.
 *
 * @param depth of it in the text that it is a part of
 */
export function readPart(text: string, depth: number): ConfigurationNode | undefined {
  return new NodeReader(text, true).readPart(depth);
}

class NodeReader extends TextReader {
  readonly #placeholders: Placeholders | undefined;
  readonly #faults: JsonFaultAt[] = [];
  /** How many of each enclose what is read. */
  readonly #open = { '}': 0, ']': 0 };

  constructor(text: string, isStrict: boolean) {
    super(text);
    if (!isStrict) this.#placeholders = new Placeholders(text);
  }

  readPart(depth: number): ConfigurationNode | undefined {
    const node = this.#value(depth);
    const isWhole = this.at === this.text.length && this.#faults.length === 0;
    return isWhole ? node : undefined;
  }

  read(): Pick<NodesOfText, 'root' | 'faults'> {
    this.skipBlanks();
    if (this.at >= this.text.length) {
      this.#fault('value', this.text.length);
      return { faults: this.#faults };
    }
    const root = this.#value(0);
    this.skipBlanks();
    if (root === undefined) this.#fault('value', this.at, 1);
    else if (this.at < this.text.length) this.#fault('extra', this.at, 1);
    return { ...(root && { root }), faults: this.#faults };
  }

  /** Undefined, and nothing is read, if none begins here. */
  #value(depth: number): ConfigurationNode | undefined {
    const offset = this.at;
    const sign = this.text.charAt(offset);
    const end = this.anywhere.endAt(offset, true);
    if (end !== undefined) {
      this.at = end;
      this.skipRest();
      return { kind: 'placeholder', offset, length: this.at - offset };
    }
    if (sign === '"') return this.#string();
    if ((sign === '{' || sign === '[') && depth >= MAX_DEPTH) {
      this.#skipContainer();
      return { kind: 'placeholder', offset, length: this.at - offset };
    }
    if (sign === '{') return this.#object(depth);
    if (sign === '[') return this.#array(depth);
    return this.#scalar();
  }

  #object(depth: number): ObjectNode {
    const offset = this.at;
    const members: MemberNode[] = [];
    let isOpen = false;
    let isAfterPlaceholder = false;
    this.at += 1;
    this.#open['}'] += 1;
    for (let wantsComma = false; ;) {
      // It may bring its comma or not.
      const isPlaceholderPassed = this.skipBlanks() || isAfterPlaceholder;
      isAfterPlaceholder = false;
      isOpen ||= isPlaceholderPassed;
      if (this.#closes('}', offset)) {
        return { kind: 'object', offset, length: this.at - offset, members, isOpen };
      }
      const sign = this.text.charAt(this.at);
      if (sign === ',') {
        if (!wantsComma && !isPlaceholderPassed) this.#fault('key', this.at, 1);
        this.at += 1;
        wantsComma = false;
        continue;
      }
      if (wantsComma && !isPlaceholderPassed) this.#fault('comma', this.at, 1);
      wantsComma = true;
      const start = this.at;
      const placeholderEnd = this.anywhere.endAt(start, true);
      if (placeholderEnd !== undefined) {
        // Members that are not known, or a key: then what follows the colon is its value.
        isOpen = true;
        this.at = placeholderEnd;
        this.skipRest();
        this.skipBlanks();
        isAfterPlaceholder = this.text.charAt(this.at) !== ':';
        if (isAfterPlaceholder) continue;
        this.at += 1;
        this.skipBlanks();
        this.#value(depth + 1);
        continue;
      }
      const key = sign === '"' ? this.#string() : this.#bareKey();
      if (key === undefined) continue;
      const value = this.#valueOfMember(depth);
      members.push(value === undefined ? { key } : { key, value });
    }
  }

  #valueOfMember(depth: number): ConfigurationNode | undefined {
    const afterKey = this.at;
    this.skipBlanks();
    const sign = this.text.charAt(this.at);
    if (sign !== ':') {
      this.#fault('colon', afterKey);
      // A string may be the next key.
      return '",}]'.includes(sign) ? undefined : this.#value(depth + 1);
    }
    this.at += 1;
    const afterColon = this.at;
    this.skipBlanks();
    const value = this.#value(depth + 1);
    if (value === undefined) this.#fault('value', afterColon);
    return value;
  }

  #array(depth: number): ConfigurationNode {
    const offset = this.at;
    const elements: ConfigurationNode[] = [];
    this.at += 1;
    this.#open[']'] += 1;
    for (let wantsComma = false; ;) {
      const isPlaceholderPassed = this.skipBlanks();
      if (this.#closes(']', offset)) {
        return { kind: 'array', offset, length: this.at - offset, elements };
      }
      const sign = this.text.charAt(this.at);
      if (sign === ',' || sign === ':') {
        if (sign === ':' || (!wantsComma && !isPlaceholderPassed)) {
          this.#fault('value', this.at, 1);
        }
        this.at += 1;
        wantsComma = false;
        continue;
      }
      const before = elements.at(-1);
      const start = this.at;
      const element = this.#value(depth + 1);
      if (element === undefined) {
        this.#fault('value', this.at, 1);
        this.at += 1;
        continue;
      }
      const isPlaceholderThere = before?.kind === 'placeholder' || element.kind === 'placeholder';
      if (wantsComma && !isPlaceholderPassed && !isPlaceholderThere) this.#fault('comma', start, 1);
      wantsComma = true;
      elements.push(element);
    }
  }

  /** Whether the container that began at `openOffset` ends here. */
  #closes(bracket: '}' | ']', openOffset: number): boolean {
    const other = bracket === '}' ? ']' : '}';
    while (this.#open[other] === 0 && this.text.charAt(this.at) === other) {
      // It closes nothing.
      this.#fault('close', this.at, 1);
      this.at += 1;
      this.skipBlanks();
    }
    const sign = this.text.charAt(this.at);
    if (sign !== '' && sign !== '}' && sign !== ']') return false;
    if (sign === '') this.#fault('close', openOffset, 1);
    if (sign === other) this.#fault('close', this.at, 1);
    if (sign === bracket) this.at += 1;
    this.#open[bracket] -= 1;
    return true;
  }

  #string(): StringNode {
    const { node, isEscapeWrong } = readString(this.text, this.at, this.#placeholders);
    this.at = node.offset + node.length;
    if (!node.isClosed) this.#fault('string', node.offset, node.length);
    else if (isEscapeWrong) this.#fault('escape', node.offset, node.length);
    return node;
  }

  /** A word, or a text in single quotes, where a key in quotes belongs. */
  #bareKey(): StringNode | undefined {
    const offset = this.at;
    const quote = this.skip(IN_SINGLE_QUOTES) ? 1 : 0;
    if (quote > 0 || this.skip(WORD)) {
      const length = this.at - offset;
      this.#fault('key', offset, length);
      const value = this.text.slice(offset + quote, this.at - quote);
      const map = shiftedBy(offset + quote);
      return { kind: 'string', offset, length, value, map, isClosed: true };
    }
    this.#fault('key', offset, 1);
    this.at += 1;
    // A bracket that opens here is skipped with what it encloses, or each of its commas would be a fault.
    const sign = this.text.charAt(offset);
    if (sign === '{' || sign === '[') {
      this.at = offset;
      this.#skipContainer();
    }
    return undefined;
  }

  #scalar(): ConfigurationNode | undefined {
    const offset = this.at;
    if (this.skip(NUMBER)) {
      const isAlone = this.anywhere.endAt(this.at, true) === undefined;
      if (isAlone) return this.#token('number', offset);
    }
    this.at = offset;
    if (this.skip(IN_SINGLE_QUOTES)) {
      this.#fault('value', offset, this.at - offset);
      return { kind: 'placeholder', offset, length: this.at - offset };
    }
    if (!this.skip(WORD)) return undefined;
    const token = this.text.slice(offset, this.at);
    if (token === 'true' || token === 'false') return this.#token('boolean', offset);
    if (token === 'null') return this.#token('null', offset);
    const wordEnd = this.at;
    this.skipRest();
    if (wordEnd === this.at) this.#fault('value', offset, this.at - offset);
    return { kind: 'placeholder', offset, length: this.at - offset };
  }

  #token(kind: 'number' | 'boolean' | 'null', offset: number): ConfigurationNode {
    const token = this.text.slice(offset, this.at);
    return { kind, offset, length: token.length, token };
  }

  #skipContainer(): void {
    let depth = 0;
    while (this.at < this.text.length) {
      const sign = this.text.charAt(this.at);
      if (sign === '"') {
        this.at += readString(this.text, this.at, this.#placeholders).node.length;
        continue;
      }
      if (sign === '{' || sign === '[') depth += 1;
      if (sign === '}' || sign === ']') depth -= 1;
      this.at += 1;
      if (depth === 0) return;
    }
  }

  #fault(kind: JsonFaultKind, offset: number, length = 0): void {
    if (this.#faults.length >= MAX_FAULTS) return;
    const start = Math.min(offset, this.text.length);
    this.#faults.push({ kind, offset: start, length: Math.min(length, this.text.length - start) });
  }
}
