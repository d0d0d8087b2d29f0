interface Palette {
  /** Each color as 0xRRGGBB. */
  readonly palette: readonly number[];
  /** The place in the palette of each color of the pictures: its own, or that of the nearest one. */
  readonly indexes: ReadonlyMap<number, number>;
}

/** A palette for all pixels of some pictures. */
export function choosePalette(pictures: readonly (readonly number[])[], size: number): Palette {
  const counts = new Map<number, number>();
  for (const colours of pictures) {
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = importantColors(counts, size);
  const indexes = new Map([...counts.keys()].map((one) => [one, nearest(palette, one)]));
  return { palette, indexes };
}

/** Selects the most important colors: frequent ones that are far from those already selected. */
function importantColors(counts: ReadonlyMap<number, number>, size: number): readonly number[] {
  const palette: number[] = [];
  const missed = new Map([...counts].map(([colour]) => [colour, Infinity]));
  while (palette.length < Math.min(size, counts.size)) {
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

/** Red, green and blue. */
export const channels = (colour: number) =>
  [colour >> 16, (colour >> 8) & 0xff, colour & 0xff] as const;

/** The squared distance of two colors. */
function between(one: number, other: number): number {
  const [r, g, b] = channels(one);
  const [red, green, blue] = channels(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}
