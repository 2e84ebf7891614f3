import type { BodyName } from './bodies.ts';

/** What somebody is to this system; see the access table in README.md. */
export const roles = [
  'caseworker',
  'supervisor',
  'body-officer',
  'report-builder',
  'body-developer',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

/** Why data of a household or person is asked for. */
export const purposes = ['CASE_REVIEW', 'HOME_VISIT', 'RIGHTS_CHECK', 'REFERRAL', 'REPORT', 'AUDIT'] as const;

export type Purpose = (typeof purposes)[number];

/** Categories of facts that need a scope `sensitive:<category>`; every other fact is open to whoever may see the household. */
export const sensitiveCategories = ['child-protection', 'disability', 'hardship', 'health', 'security'] as const;

/** Who asks, from a verified token. It never changes. */
export interface Principal {
  /** `sub` of the token. */
  readonly subject: string;
  readonly role: Role;
  /** Prefixes of the 6-digit area code: 2, 4 or 6 digits; `*` alone is the whole country. Empty: no household at all. */
  readonly areas: readonly string[];
  /** For the staff of one body. */
  readonly body: BodyName | null;
  /** For example `sensitive:health`, `sensitive:*`, `identity:full`. */
  readonly scopes: ReadonlySet<string>;
  /** End of the token, seconds since the epoch. */
  readonly expiresAt: number;
}

/** What goes with one operation besides who asks. */
export interface AccessContext {
  readonly principal: Principal;
  readonly purpose: Purpose | null;
  /** `x-case`. */
  readonly caseNumber: string | null;
  /** `x-break-glass`: why a supervisor opens a household outside the areas; at least 20 characters. */
  readonly breakGlass: string | null;
}

/** True when the area lies in one of the principal's: whole levels of two digits are compared. */
export function mayEnterArea(principal: Pick<Principal, 'areas'>, areaCode: string): boolean {
  return principal.areas.some((area) => area === '*' || areaCode.startsWith(area));
}

/** True when facts of the category may be shown. `open` is no sensitive category. */
export function mayReadCategory(principal: Pick<Principal, 'scopes'>, category: string): boolean {
  return category === 'open' || principal.scopes.has('sensitive:*') || principal.scopes.has(`sensitive:${category}`);
}
