import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { channels, choosePalette } from './palette.ts';

/** The maximum size of a palette. */
const MAX_COLORS = 256;

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Each pixel as 0xRRGGBB, row by row. */
  readonly colours: readonly number[];
}

const BYTES_OF: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** The pixels of a PNG as browsers write it: eight bits per channel, not interlaced, opaque. */
export function readPng(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = BYTES_OF[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || bytes === undefined || png.readUInt8(28) !== 0) {
    throw new Error('A PNG of another kind than browsers write.');
  }
  const data = inflateSync(Buffer.concat([...chunks(png, 'IDAT')]));
  const stride = width * bytes;
  let above = Buffer.alloc(stride);
  const colours: number[] = [];
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1);
    const line = data.subarray(from + 1, from + 1 + stride);
    unfilter(data.readUInt8(from), line, above, bytes);
    for (let at = 0; at < stride; at += bytes) colours.push(line.readUIntBE(at, 3));
    above = line;
  }
  return { width, height, colours };
}

function* chunks(png: Buffer, type: string): Generator<Buffer> {
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) !== type) continue;
    yield png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  }
}

/** Changes the rows in place; see https://www.w3.org/TR/png-3/#9Filters. */
function unfilter(filter: number, line: Buffer, above: Buffer, bytes: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const [left, up, corner] = [line[at - bytes] ?? 0, above[at] ?? 0, above[at - bytes] ?? 0];
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    line[at] = ((line[at] ?? 0) + guess) & 0xff;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/**
 * A PNG with a palette, at less than half of the size: an editor has few colors, and the many shades at the edges of
 * letters are replaced by the nearest of those.
 */
export function writePng({ width, height, colours }: Pixels): Buffer {
  const { palette, indexes } = choosePalette([colours], MAX_COLORS);

  const lines = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    lines[at + Math.floor(at / width) + 1] = indexes.get(colour) ?? 0;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
