import type { Role } from './draft.ts';
import { figures, type HouseholdType } from './figures.ts';
import type { Sex } from './names.ts';
import type { Random } from './random.ts';

/** Who lives in a house: role, sex and age, the head first. */
export interface Sketch {
  readonly role: Role;
  readonly sex: Sex;
  readonly age: number;
}

/** Draws the living members of a household of one type and size. */
export function sketchHousehold(random: Random, type: HouseholdType, size: number): readonly Sketch[] {
  switch (type) {
    case 'OLDER':
      return elders(random, size);
    case 'THREE_GENERATIONS':
      return threeGenerations(random, size === 7 && random.chance(0.3) ? 8 : size);
    case 'SKIPPED_GENERATION':
      return skippedGeneration(random, size);
    case 'SINGLE_PARENT':
      return singleParent(random, size);
    case 'NUCLEAR':
      return nuclear(random, size);
    case 'OTHER':
    default:
      return Array.from({ length: size }, () => person(random, 'ADULT', random.int(35, 64)));
  }
}

/** 60 and older, by the bands of the register. */
export function elderAge(random: Random): number {
  const [from, to] = random.weighted(figures.elderBands.value);
  if (from < 80) return random.int(from, to);
  const [oldestFrom, oldestTo] = random.weighted(figures.oldestBands.value);
  return random.int(oldestFrom, oldestTo);
}

function elders(random: Random, count: number): readonly Sketch[] {
  const age = elderAge(random);
  // Women outlive their husbands: the single are mostly widows, which makes up the share of the women among all.
  const sex: Sex = random.chance(count === 1 ? 0.8 : 0.35) ? 'F' : 'M';
  const head: Sketch = { role: 'ELDER', sex, age };
  if (count === 1) return [head];
  const gap = Math.round(random.normal(sex === 'M' ? 3 : -3, 4));
  return [head, { role: 'ELDER', sex: sex === 'M' ? 'F' : 'M', age: clamp(age - gap, 57, 102) }];
}

function threeGenerations(random: Random, size: number): readonly Sketch[] {
  const [oldCount, middleCount] = random.weighted(generationSplits[size] ?? [[[1, 1], 1]]);
  const old = elders(random, oldCount);
  const youngestElder = Math.min(...old.map(({ age }) => age));
  const middleAge = clamp(youngestElder - Math.round(random.normal(27, 4)), 20, 62);
  const middle = couple(random, middleAge, middleCount);
  const children = childrenOf(random, Math.min(...middle.map(({ age }) => age)), {
    count: size - oldCount - middleCount,
    withElders: true,
  });
  return [...old, ...middle, ...children];
}

/** Elders and middle generation; the rest are children. */
const generationSplits: Readonly<Record<number, readonly (readonly [readonly [number, number], number])[]>> = {
  3: [[[1, 1], 1]],
  4: [
    [[2, 1], 60],
    [[1, 2], 25],
    [[1, 1], 15],
  ],
  5: [
    [[2, 2], 50],
    [[1, 2], 22],
    [[2, 1], 28],
  ],
  6: [
    [[2, 2], 80],
    [[1, 2], 20],
  ],
  7: [[[2, 2], 1]],
  8: [[[2, 2], 1]],
};

function skippedGeneration(random: Random, size: number): readonly Sketch[] {
  const old = elders(random, size === 2 || (size === 3 && random.chance(0.3)) ? 1 : 2);
  const youngestElder = Math.min(...old.map(({ age }) => age));
  const eldest = Math.min(clamp(youngestElder - random.int(44, 58), 2, 19), random.int(4, 19));
  return [...old, ...siblings(random, eldest, size - old.length)];
}

function singleParent(random: Random, size: number): readonly Sketch[] {
  const age = random.int(23, 50);
  const sex: Sex = random.chance(figures.womenAmongSingleParents.value) ? 'F' : 'M';
  return [{ role: 'MIDDLE', sex, age }, ...childrenOf(random, age, { count: size - 1 })];
}

function nuclear(random: Random, size: number): readonly Sketch[] {
  const age = random.int(24, 50);
  const adults = couple(random, age, 2);
  return [...adults, ...childrenOf(random, Math.min(...adults.map((adult) => adult.age)), { count: size - 2 })];
}

function couple(random: Random, age: number, count: number): readonly Sketch[] {
  const first = person(random, 'MIDDLE', age);
  if (count === 1) return [first];
  const gap = Math.round(random.normal(2, 3));
  const other: Sex = first.sex === 'M' ? 'F' : 'M';
  return [first, { role: 'MIDDLE', sex: other, age: clamp(age + (other === 'M' ? gap : -gap), 19, 70) }];
}

/** Children of parents whose younger is so old; most families that are watched have a small one. */
function childrenOf(
  random: Random,
  parentAge: number,
  { count, withElders = false }: ChildrenRequest,
): readonly Sketch[] {
  const eldestPossible = clamp(parentAge - 18, 0, 24);
  const small = figures.smallChildInFamily.value[withElders ? 'withElders' : 'alone'];
  const youngest = random.chance(small) ? random.int(0, 6) : random.int(7, 20);
  const ages = [Math.min(youngest, eldestPossible)];
  while (ages.length < count) ages.unshift(Math.min((ages[0] ?? 0) + random.int(1, 6), eldestPossible));
  return ages.map((age) => person(random, 'CHILD', age));
}

interface ChildrenRequest {
  readonly count: number;
  readonly withElders?: boolean;
}

function siblings(random: Random, eldest: number, count: number): readonly Sketch[] {
  const ages = [eldest];
  while (ages.length < count) ages.push(Math.max(0, (ages.at(-1) ?? 0) - random.int(1, 5)));
  return ages.map((age) => person(random, 'CHILD', age));
}

function person(random: Random, role: Role, age: number): Sketch {
  const men = age < 15 ? figures.boysAmongChildren.value : 0.495;
  return { role, age, sex: random.chance(men) ? 'M' : 'F' };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
