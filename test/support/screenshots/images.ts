import sharp from 'sharp';

export interface AnimationFrame {
  readonly png: Buffer;
  /** How long it is shown; a GIF counts hundredths of a second. */
  readonly milliseconds: number;
}

/** The edges of letters get no dots of other colors. */
const UNDITHERED = { dither: 0, effort: 10 } as const;

/** The same picture with at most 256 colors, which are all that an editor has, at less than half of the size. */
export function smallPng(png: Buffer): Promise<Buffer> {
  return sharp(png)
    .png({ ...UNDITHERED, palette: true })
    .toBuffer();
}

/** An animation that repeats, of pictures of one size. */
export function animatedGif(frames: readonly AnimationFrame[]): Promise<Buffer> {
  const pictures = frames.map(({ png }) => png);
  const delay = frames.map(({ milliseconds }) => milliseconds);
  return sharp(pictures, { join: { animated: true } })
    .gif({ ...UNDITHERED, delay, loop: 0 })
    .toBuffer();
}
