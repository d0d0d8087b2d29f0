export type Truth = 'true' | 'false';

/** One of three values; an uncertain one can be more probably one of two. */
export interface Verdict {
  readonly outcome: Truth | 'uncertain';
  readonly likely?: Truth;
}

export const TRUE: Verdict = { outcome: 'true' };
export const FALSE: Verdict = { outcome: 'false' };

export function verdictOf(isTrue: boolean): Verdict {
  return isTrue ? TRUE : FALSE;
}

export function uncertain(likely?: Truth): Verdict {
  return likely === undefined ? { outcome: 'uncertain' } : { outcome: 'uncertain', likely };
}

/** The outcome, or of an uncertain one the more probable one. */
export function probable({ outcome, likely }: Verdict): Truth | undefined {
  return outcome === 'uncertain' ? likely : outcome;
}

/** What is left of a verdict if one of its premises is doubtful. */
export function doubted(verdict: Verdict): Verdict {
  return uncertain(probable(verdict));
}

export function negated({ outcome, likely }: Verdict): Verdict {
  return outcome === 'uncertain'
    ? uncertain(likely && opposite(likely))
    : { outcome: opposite(outcome) };
}

/** AND, or OR, of verdicts: one that decides alone does so whatever the others are. */
export function joined(word: 'AND' | 'OR', verdicts: readonly Verdict[]): Verdict {
  const deciding = word === 'AND' ? 'false' : 'true';
  if (verdicts.some(({ outcome }) => outcome === deciding)) return { outcome: deciding };
  if (verdicts.every(({ outcome }) => outcome !== 'uncertain'))
    return { outcome: opposite(deciding) };
  const probables = verdicts.map(probable);
  if (probables.includes(deciding)) return uncertain(deciding);
  return uncertain(probables.includes(undefined) ? undefined : opposite(deciding));
}

function opposite(truth: Truth): Truth {
  return truth === 'true' ? 'false' : 'true';
}
