import { channels, choosePalette } from './palette.ts';
import type { Pixels } from './png.ts';

export interface AnimationFrame {
  readonly pixels: Pixels;
  /** How long it is shown; a GIF counts hundredths of a second. */
  readonly milliseconds: number;
}

/** The index that leaves a pixel as it was; the other 255 are colors. */
const UNCHANGED = 255;

/**
 * An animation that repeats, of pictures of one size. All share one palette, and each holds only the rectangle that
 * differs from the picture before: https://www.w3.org/Graphics/GIF/spec-gif89a.txt.
 */
export function writeGif(frames: readonly AnimationFrame[]): Buffer {
  const { width = 0, height = 0 } = frames[0]?.pixels ?? {};
  const { palette, indexes } = choosePalette(
    frames.map(({ pixels }) => pixels.colours),
    UNCHANGED,
  );
  const table = Buffer.alloc(3 * 256);
  table.set(palette.flatMap(channels));
  const parts: Buffer[] = [
    Buffer.from('GIF89a', 'latin1'),
    // A table of 256 colors for all pictures.
    Buffer.from([...uint16(width), ...uint16(height), 0xf7, 0, 0]),
    table,
    Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1'),
  ];
  for (const { area, milliseconds } of changes(frames, indexes)) {
    const delay = uint16(Math.round(milliseconds / 10));
    parts.push(
      // It stays below the next one, and its transparent pixels are `UNCHANGED`.
      Buffer.from([0x21, 0xf9, 4, 0b101, ...delay, UNCHANGED, 0]),
      Buffer.from([0x2c, ...[area.x, area.y, area.width, area.height].flatMap(uint16), 0]),
      compress(area.pixels),
    );
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])]);
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

interface Change {
  readonly area: Area;
  readonly milliseconds: number;
}

/** What each frame changes. One that changes nothing makes the one before last longer. */
function changes(
  frames: readonly AnimationFrame[],
  indexes: ReadonlyMap<number, number>,
): readonly Change[] {
  const found: Change[] = [];
  let before: Uint8Array | undefined;
  for (const { pixels, milliseconds } of frames) {
    const now = Uint8Array.from(pixels.colours, (colour) => indexes.get(colour) ?? 0);
    const area = changedArea(before, now, pixels.width);
    const last = found.at(-1);
    if (area !== undefined) found.push({ area, milliseconds });
    else if (last !== undefined) {
      found[found.length - 1] = { ...last, milliseconds: last.milliseconds + milliseconds };
    }
    before = now;
  }
  return found;
}

/** The smallest rectangle with all pixels that differ. Returns `undefined` if none does. */
function changedArea(
  before: Uint8Array | undefined,
  now: Uint8Array,
  stride: number,
): Area | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let at = 0; at < now.length; at += 1) {
    if (before?.[at] === now[at]) continue;
    const [column, row] = [at % stride, Math.floor(at / stride)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  }
  if (right < 0) return undefined;
  const [width, height] = [right - left + 1, bottom - top + 1];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const place = (top + Math.floor(at / width)) * stride + left + (at % width);
    return before?.[place] === now[place] ? UNCHANGED : (now[place] ?? 0);
  });
  return { x: left, y: top, width, height, pixels };
}

/** Codes that say "begin a new table" and "this is the end"; those for runs of pixels follow. */
const [CLEAR, END] = [256, 257];
const MAX_CODES = 4096;

/** LZW with codes of 9 to 12 bits, in blocks of at most 255 bytes: appendix F of the specification. */
function compress(pixels: Uint8Array): Buffer {
  const bytes: number[] = [];
  let [bits, held, size] = [0, 0, 9];
  const write = (code: number) => {
    bits |= code << held;
    held += size;
    for (; held >= 8; held -= 8, bits >>>= 8) bytes.push(bits & 0xff);
  };
  // By the code of a run and the pixel after it.
  const codes = new Map<number, number>();
  let run = pixels[0] ?? 0;
  write(CLEAR);
  for (const pixel of pixels.subarray(1)) {
    const longer = codes.get(run * 256 + pixel);
    if (longer !== undefined) {
      run = longer;
      continue;
    }
    write(run);
    const next = codes.size + END + 1;
    if (next < MAX_CODES) {
      codes.set(run * 256 + pixel, next);
      // The reader adds this code one step later, so it needs a bit more only then.
      if (next === 1 << size) size += 1;
    } else {
      write(CLEAR);
      codes.clear();
      size = 9;
    }
    run = pixel;
  }
  write(run);
  write(END);
  if (held > 0) bytes.push(bits & 0xff);
  const blocks = [Buffer.from([8])];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(Buffer.from([block.length, ...block]));
  }
  return Buffer.concat([...blocks, Buffer.from([0])]);
}

const uint16 = (value: number): readonly number[] => [value & 0xff, value >> 8];
