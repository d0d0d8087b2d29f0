/**
 * How the offsets of a value correspond to those of the text that it is written in, where escapes make
 * the text longer. All in UTF-16 code units.
 */
export interface OffsetMap {
  /** From an offset in the value to the one in the text. */
  toText(offset: number): number;
  /** From an offset in the text to the one in the value: of an escape, to the character it stands for. */
  toValue(offset: number): number;
}

/** For a value that is a slice of its text. */
export function shiftedBy(shift: number): OffsetMap {
  return new ShiftedMap(shift);
}

/** The same for a text in which all that the map leads to stands further on. */
export function movedBy(map: OffsetMap, distance: number): OffsetMap {
  if (map instanceof ShiftedMap) return map.movedBy(distance);
  return map instanceof MovedMap ? map.movedBy(distance) : new MovedMap(map, distance);
}

/** One that is made when it is first asked. */
export function lazyMap(make: () => OffsetMap): OffsetMap {
  return new LazyMap(make);
}

/** A class, as a text has thousands of strings, and two functions for each take much more room. */
class ShiftedMap implements OffsetMap {
  readonly #shift: number;

  constructor(shift: number) {
    this.#shift = shift;
  }

  movedBy(distance: number): ShiftedMap {
    return new ShiftedMap(this.#shift + distance);
  }

  toText(offset: number): number {
    return offset + this.#shift;
  }

  toValue(offset: number): number {
    return Math.max(0, offset - this.#shift);
  }
}

class MovedMap implements OffsetMap {
  readonly #map: OffsetMap;
  readonly #distance: number;

  constructor(map: OffsetMap, distance: number) {
    this.#map = map;
    this.#distance = distance;
  }

  /** From the first map, or each keystroke would add one. */
  movedBy(distance: number): MovedMap {
    return new MovedMap(this.#map, this.#distance + distance);
  }

  toText(offset: number): number {
    return this.#map.toText(offset) + this.#distance;
  }

  toValue(offset: number): number {
    return this.#map.toValue(offset - this.#distance);
  }
}

class LazyMap implements OffsetMap {
  readonly #make: () => OffsetMap;
  #made: OffsetMap | undefined;

  constructor(make: () => OffsetMap) {
    this.#make = make;
  }

  toText(offset: number): number {
    return (this.#made ??= this.#make()).toText(offset);
  }

  toValue(offset: number): number {
    return (this.#made ??= this.#make()).toValue(offset);
  }
}

/** For a value within a text that is itself a value in another text. */
export function within(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  return {
    toText: (offset) => outer.toText(inner.toText(offset)),
    toValue: (offset) => inner.toValue(outer.toValue(offset)),
  };
}

/** Builds a value and its map from pieces, in the order of the text. */
export class MappedText {
  #value = '';
  readonly #values: number[] = [];
  readonly #texts: number[] = [];

  get value(): string {
    return this.#value;
  }

  /**
   * Adds what stands at `offset` of the text for `piece`.
   *
   * @param length of its text, if that is not the length of the piece
   */
  add(piece: string, offset: number, length = piece.length): void {
    const last = this.#texts.length - 1;
    const shift = offset - this.#value.length;
    const isContinued = last >= 0 && (this.#texts[last] ?? 0) - (this.#values[last] ?? 0) === shift;
    if (!isContinued) this.#anchor(offset);
    this.#value += piece;
    if (length !== piece.length) this.#anchor(offset + length);
  }

  map(): OffsetMap {
    const values = this.#values;
    const texts = this.#texts;
    if (values.length === 0) return shiftedBy(0);
    if (values.length === 1) return shiftedBy((texts[0] ?? 0) - (values[0] ?? 0));
    return { toText: translate(values, texts), toValue: translate(texts, values) };
  }

  #anchor(offset: number): void {
    this.#values.push(this.#value.length);
    this.#texts.push(offset);
  }
}

/** Between two lists of anchors an offset moves on as it does in `from`, but never past the next anchor. */
function translate(from: readonly number[], to: readonly number[]) {
  return (offset: number): number => {
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((from[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const [start = 0, next = Infinity] = [to[low], to[low + 1]];
    const moved = Math.max(0, offset - (from[low] ?? 0));
    return Math.max(start, Math.min(start + moved, next - 1));
  };
}
