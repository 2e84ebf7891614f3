/** Kleene's three values. UNKNOWN means that somebody has to be asked, never "no". */
export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

export function truthOf(claim: boolean): Truth {
  return claim ? 'TRUE' : 'FALSE';
}

export function not(truth: Truth): Truth {
  if (truth === 'UNKNOWN') return 'UNKNOWN';
  return truth === 'TRUE' ? 'FALSE' : 'TRUE';
}

export function and(a: Truth, b: Truth): Truth {
  if (a === 'FALSE' || b === 'FALSE') return 'FALSE';
  return a === 'TRUE' && b === 'TRUE' ? 'TRUE' : 'UNKNOWN';
}

export function either(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)));
}
