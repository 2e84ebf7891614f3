/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** From 0, below 1. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of the choices; weights need not add up to 1. */
  readonly weighted: <Item>(choices: readonly Weighted<Item>[]) => Item;
  readonly normal: (mean: number, deviation: number) => number;
  readonly lognormal: (median: number, sigma: number) => number;
}

export type Weighted<Item> = readonly [item: Item, weight: number];

/**
 * An independent stream for each seed and list of names: the numbers of one household do not depend on how many others
 * there are, and those of one concern not on what another concern drew.
 */
export function createRandom(seed: number, ...names: readonly (number | string)[]): Random {
  const next = generator(stateOf([seed, ...names].join('/')));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const normal = (mean: number, deviation: number): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * next());
  };
  return {
    next,
    int,
    normal,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, int(0, items.length - 1)),
    weighted: (choices) => weighted(choices, next()),
    lognormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
  };
}

function weighted<Item>(choices: readonly Weighted<Item>[], position: number): Item {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = position * total;
  for (const [item, weight] of choices) {
    left -= weight;
    if (left < 0) return item;
  }
  return itemAt(choices, choices.length - 1)[0];
}

function itemAt<Item>(items: readonly Item[], at: number): Item {
  const item = items[at];
  if (item === undefined) throw new RangeError('there is nothing to choose from');
  return item;
}

type State = [number, number, number, number];

/** Four words that differ in about half of their bits for texts that differ in one letter. */
function stateOf(text: string): State {
  const state: State = [0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162, 0x8aed_2a6b];
  for (let at = 0; at < text.length; at += 1) {
    for (let word = 0; word < 4; word += 1) state[word] = stir((state[word] ?? 0) ^ text.charCodeAt(at) ^ (word << 16));
  }
  const [a, b, c, d] = state;
  return [stir(a ^ text.length), stir(b), stir(c), stir(d)];
}

function stir(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0_aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a_2d97);
  return (bits ^ (bits >>> 15)) + 0x6d2b_79f5;
}

/** A small fast counting generator of 128 bits ("sfc32" of the PractRand tests); its first rounds mix the seed. */
function generator([w, x, y, z]: State): () => number {
  let a = w | 0;
  let b = x | 0;
  let c = y | 0;
  let counter = z | 0;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) step();
  return step;
}
