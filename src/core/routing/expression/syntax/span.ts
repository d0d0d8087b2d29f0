/** A part of a text, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export function spanOf(from: Span, to: Span = from): Span {
  return { offset: from.offset, length: to.offset + to.length - from.offset };
}

export function endOf({ offset, length }: Span): number {
  return offset + length;
}

/** A change of a text: what stands at the span is replaced. */
export interface TextFix extends Span {
  readonly text: string;
}
