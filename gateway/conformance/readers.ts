import { bodyNames, isBodyName, type BodyName } from '../../schema/contract/bodies.ts';
import { sensitiveCategories, type Principal, type Role } from '../../schema/contract/identity.ts';

/** In whose name the kit asks. */
export interface Reader {
  /** For the report. */
  readonly name: string;
  readonly role: Role;
  readonly areas: readonly string[];
  readonly body: BodyName | null;
  readonly scopes: readonly string[];
}

/** Sees all that there is. */
export const fullReader: Reader = {
  name: 'a caseworker with every scope',
  role: 'caseworker',
  areas: ['*'],
  body: null,
  scopes: ['sensitive:*', 'identity:full'],
};

/** Sees what every caseworker sees. */
export const plainReader: Reader = { ...fullReader, name: 'a caseworker without scopes', scopes: [] };

/** Readers to whom something is closed, each in another way. */
export function limitedReaders(body: string): readonly Reader[] {
  return [
    plainReader,
    ...sensitiveCategories.map((category) => ({
      ...plainReader,
      name: `a caseworker with sensitive:${category} alone`,
      scopes: [`sensitive:${category}`],
    })),
    { ...plainReader, name: 'an officer of another body', role: 'body-officer', body: anotherBody(body) },
    { ...plainReader, name: 'a report builder', role: 'report-builder' },
    { ...fullReader, name: 'an auditor', role: 'auditor' },
    { ...fullReader, name: 'a developer of the body', role: 'body-developer', body: isBodyName(body) ? body : null },
  ];
}

/** A caseworker with every scope, of a province that the house is not in. */
export function readerElsewhere(areaCode: string): Reader {
  const province = ['96', '50'].find((code) => !areaCode.startsWith(code)) ?? '10';
  return { ...fullReader, name: `a caseworker of province ${province}`, areas: [province] };
}

export function principalOf(reader: Reader): Pick<Principal, 'role' | 'scopes' | 'body'> {
  return { role: reader.role, body: reader.body, scopes: new Set(reader.scopes) };
}

function anotherBody(body: string): BodyName | null {
  return bodyNames.find((name) => name !== body) ?? null;
}
