import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from './readPng.ts';

/** What a palette holds at most. */
const MOST = 256;

/**
 * A PNG with a palette, at less than half of the size: an editor has few colours, and the many shades at
 * the edges of letters become the nearest of those.
 */
export function writePng({ width, height, colours }: Pixels): Buffer {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = choosePalette(counts);
  const indexes = new Map([...counts.keys()].map((one) => [one, nearest(palette, one)]));

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

/** Each is the one that would be missed most: seen often, and far from all that are there. */
function choosePalette(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = [];
  const missed = new Map([...counts].map(([colour]) => [colour, Infinity]));
  while (palette.length < Math.min(MOST, counts.size)) {
    let [next, most] = [0, -1];
    for (const [colour, distance] of missed) {
      const weight = Math.min(distance, 1e6) * (counts.get(colour) ?? 0);
      if (weight > most) [next, most] = [colour, weight];
    }
    palette.push(next);
    for (const [colour, distance] of missed) {
      missed.set(colour, Math.min(distance, between(colour, next)));
    }
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => between(one, colour));
  return distances.indexOf(Math.min(...distances));
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff] as const;

/** The square of how far they are apart. */
function between(one: number, other: number): number {
  const [r, g, b] = channels(one);
  const [red, green, blue] = channels(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
