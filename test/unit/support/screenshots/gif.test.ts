import assert from 'node:assert/strict';
import { writeGif } from '../../../support/screenshots/gif.ts';
import { seededRandom } from '../../../support/seededRandom.ts';

/** One part of a GIF: a rectangle of pixels, each an index or `undefined` where it is transparent. */
interface Image {
  readonly rectangle: readonly number[];
  readonly milliseconds: number;
  readonly colours: readonly (number | undefined)[];
}

const picture = (width: number, height: number, colours: readonly number[]) => ({
  width,
  height,
  colours,
});
const plain = (width: number, height: number, colour: number) =>
  picture(width, height, Array<number>(width * height).fill(colour));

/** A reader of its own, for what `writeGif` writes: one table of 256 colors, and one control block a picture. */
function readGif(gif: Buffer): readonly Image[] {
  assert.equal(gif.toString('latin1', 0, 6), 'GIF89a');
  const colour = (index: number) => gif.readUIntBE(13 + 3 * index, 3);
  const images: Image[] = [];
  let at = 13 + 3 * 256 + 19;
  while (gif[at] !== 0x3b) {
    assert.equal(gif.readUInt16BE(at), 0x21f9);
    const [delay, transparent] = [gif.readUInt16LE(at + 4), gif.readUInt8(at + 6)];
    const rectangle = [9, 11, 13, 15].map((offset) => gif.readUInt16LE(at + offset));
    at += 19;
    const data: number[] = [];
    for (let length = gif.readUInt8(at); length > 0; length = gif.readUInt8(at)) {
      data.push(...gif.subarray(at + 1, at + 1 + length));
      at += length + 1;
    }
    at += 1;
    const colours = unpack(data).map((index) =>
      index === transparent ? undefined : colour(index),
    );
    images.push({ rectangle, milliseconds: delay * 10, colours });
  }
  assert.equal(at, gif.length - 1);
  return images;
}

function unpack(data: readonly number[]): readonly number[] {
  const pixels: number[] = [];
  let [size, bit] = [9, 0];
  let runs: (readonly number[])[] = [];
  let last: readonly number[] | undefined;
  for (;;) {
    let code = 0;
    for (let n = 0; n < size; n += 1, bit += 1) {
      code |= (((data[bit >> 3] ?? 0) >> (bit & 7)) & 1) << n;
    }
    if (code === 257) return pixels;
    if (code === 256) {
      [runs, size, last] = [[], 9, undefined];
      continue;
    }
    const first = last?.[0] ?? 0;
    const run = code < 256 ? [code] : (runs[code - 258] ?? [...(last ?? []), first]);
    if (last !== undefined && runs.length + 258 < 4096) runs.push([...last, run[0] ?? 0]);
    if (runs.length + 258 === 1 << size && size < 12) size += 1;
    pixels.push(...run);
    last = run;
  }
}

describe('The writer of animations', () => {
  it('repeats pictures of the whole size, each as long as it was shown', () => {
    const gif = writeGif([
      { pixels: plain(4, 2, 0xff8000), milliseconds: 800 },
      { pixels: plain(4, 2, 0x0080ff), milliseconds: 1_250 },
    ]);
    assert.deepEqual([gif.readUInt16LE(6), gif.readUInt16LE(8)], [4, 2]);
    assert.ok(gif.includes('NETSCAPE2.0\x03\x01\x00\x00', 0, 'latin1'));
    assert.deepEqual(readGif(gif), [
      { rectangle: [0, 0, 4, 2], milliseconds: 800, colours: Array(8).fill(0xff8000) },
      { rectangle: [0, 0, 4, 2], milliseconds: 1_250, colours: Array(8).fill(0x0080ff) },
    ]);
  });

  it('holds of a later picture only the rectangle that changed, and of that only what changed', () => {
    const before = plain(5, 4, 0xffffff);
    const now = [...before.colours];
    [now[6], now[13]] = [0x112233, 0x445566];
    const [, second] = readGif(
      writeGif([
        { pixels: before, milliseconds: 100 },
        { pixels: picture(5, 4, now), milliseconds: 100 },
      ]),
    );
    const [one, other] = [0x112233, 0x445566];
    assert.deepEqual(second?.rectangle, [1, 1, 3, 2]);
    const none = undefined;
    assert.deepEqual(second.colours, [one, none, none, none, none, other]);
  });

  it('shows a picture longer if the next one is the same', () => {
    const pixels = plain(3, 3, 0x123456);
    const images = readGif(
      writeGif([
        { pixels, milliseconds: 50 },
        { pixels, milliseconds: 70 },
      ]),
    );
    assert.deepEqual(
      images.map(({ milliseconds }) => milliseconds),
      [120],
    );
  });

  it('keeps each pixel of a picture with more runs than one table can name', () => {
    const random = seededRandom(20);
    const colours = Array.from({ length: 200 * 150 }, () => Math.floor(random() * 255) * 0x010101);
    const [image] = readGif(writeGif([{ pixels: picture(200, 150, colours), milliseconds: 10 }]));
    assert.deepEqual(image?.colours, colours);
  });

  it('shows a color for which the table has no room as one of those near it', () => {
    const colours = Array.from({ length: 512 }, (_, at) => (at >> 1) * 0x010101 + (at & 1));
    const [image] = readGif(writeGif([{ pixels: picture(32, 16, colours), milliseconds: 10 }]));
    const far = colours.filter((colour, at) => {
      const shown = image?.colours[at] ?? NaN;
      return [16, 8, 0].some(
        (shift) => Math.abs(((colour >> shift) & 255) - ((shown >> shift) & 255)) > 2,
      );
    });
    assert.deepEqual(far, []);
  });
});
