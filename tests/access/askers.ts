import { bodyNames } from '../../schema/contract/bodies.ts';
import { sensitiveCategories, type AccessContext } from '../../schema/contract/identity.ts';
import { accessFor } from '../../subgraphs/_kit/test-kit.ts';

/** None, each category alone, all of them, and whole numbers besides. */
export const scopeSets: readonly (readonly string[])[] = [
  [],
  ...sensitiveCategories.map((category) => [`sensitive:${category}`]),
  ['sensitive:*'],
  ['sensitive:*', 'identity:full'],
];

const areas = ['50'];
const nothing: readonly string[] = [];
const everything = ['sensitive:*', 'identity:full'];

/** Everybody whose role opens households, with every set of scopes that matters to it. */
export const readers: readonly AccessContext[] = [
  ...scopeSets.map((scopes) => accessFor({ scopes, areas })),
  ...scopeSets.map((scopes) => accessFor({ role: 'report-builder', scopes, areas })),
  ...[nothing, everything].map((scopes) => accessFor({ role: 'supervisor', scopes, areas })),
  ...bodyNames.flatMap((body) =>
    [nothing, everything].map((scopes) => accessFor({ role: 'body-officer', body, scopes, areas })),
  ),
  ...sensitiveCategories.map((category) =>
    accessFor({ role: 'body-officer', body: 'health', scopes: [`sensitive:${category}`], areas }),
  ),
];

/** Of the officers a few: the join decides for each of them alike. */
export const readersOfJoin: readonly AccessContext[] = readers.filter(
  ({ principal: { body } }) => body === null || body === 'health' || body === 'culture',
);

/** One of each kind. */
export const someReaders: readonly AccessContext[] = [
  accessFor({ areas }),
  accessFor({ scopes: ['sensitive:health'], areas }),
  accessFor({ role: 'supervisor', scopes: everything, areas }),
  accessFor({ role: 'report-builder', scopes: ['sensitive:hardship'], areas }),
  accessFor({ role: 'body-officer', body: 'social-welfare', scopes: ['sensitive:disability'], areas }),
];

/** Whom no role lets open a household, whatever the scopes. */
export const nonReaders: readonly AccessContext[] = (['body-developer', 'auditor'] as const).flatMap((role) =>
  [nothing, everything].map((scopes) => accessFor({ role, scopes, areas: ['*'] })),
);

export function nameOf({ principal: { role, body, scopes, areas: of } }: AccessContext): string {
  return [role, body, ...scopes, `in ${of.join(', ')}`].filter((word) => word !== null).join(' ');
}
