/** The thirteen bodies in the order of the memorandum of 3 March 2021, then those that joined since. `name` is the subgraph's name, its folder, and its name on the command line. */
const bodies = [
  { name: 'prime-minister', nameTh: 'สำนักนายกรัฐมนตรี', nameEn: 'Office of the Prime Minister' },
  { name: 'education', nameTh: 'กระทรวงศึกษาธิการ', nameEn: 'Ministry of Education' },
  { name: 'defence', nameTh: 'กระทรวงกลาโหม', nameEn: 'Ministry of Defence' },
  { name: 'tourism-sports', nameTh: 'กระทรวงการท่องเที่ยวและกีฬา', nameEn: 'Ministry of Tourism and Sports' },
  { name: 'interior', nameTh: 'กระทรวงมหาดไทย', nameEn: 'Ministry of Interior' },
  {
    name: 'higher-education',
    nameTh: 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม',
    nameEn: 'Ministry of Higher Education, Science, Research and Innovation',
  },
  { name: 'agriculture', nameTh: 'กระทรวงเกษตรและสหกรณ์', nameEn: 'Ministry of Agriculture and Cooperatives' },
  { name: 'commerce', nameTh: 'กระทรวงพาณิชย์', nameEn: 'Ministry of Commerce' },
  { name: 'culture', nameTh: 'กระทรวงวัฒนธรรม', nameEn: 'Ministry of Culture' },
  { name: 'health', nameTh: 'กระทรวงสาธารณสุข', nameEn: 'Ministry of Public Health' },
  { name: 'labour', nameTh: 'กระทรวงแรงงาน', nameEn: 'Ministry of Labour' },
  {
    name: 'social-welfare',
    nameTh: 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์',
    nameEn: 'Ministry of Social Development and Human Security',
  },
  { name: 'bangkok', nameTh: 'กรุงเทพมหานคร', nameEn: 'Bangkok Metropolitan Administration' },
] as const;

/** subgraphs/_template has a name of its own: a body like any other, and no row of the graph. `samutphok body new` copies it. */
const template = { name: 'template-body', nameTh: 'หน่วยงานแม่แบบ', nameEn: 'Template Body' } as const;

export type BodyName = (typeof bodies)[number]['name'] | (typeof template)['name'];

/** Code of a body in the graph, for example `SOCIAL_WELFARE`. */
export type BodyCode = Uppercase<WithUnderscore<BodyName>>;

type WithUnderscore<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}_${WithUnderscore<Tail>}`
  : Name;

/** The graph's `Body`. */
export interface Body {
  readonly code: BodyCode;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** The bodies of the graph: each has a row in every answer. */
export const bodyNames: readonly BodyName[] = bodies.map((body) => body.name);

/** The interior knows the house, its area and its members: while it is silent, no household can be shown. */
export const keystone = 'interior' satisfies BodyName;

/** Name of the subgraph that joins the thirteen answers. */
export const joinName = 'casefile';

const byName: ReadonlyMap<string, Body> = new Map(
  [...bodies, template].map(({ name, nameTh, nameEn }) => [
    name,
    Object.freeze({ code: codeOf(name), nameTh, nameEn }),
  ]),
);

/** The graph's `Body` of a subgraph name. Throws for a name that is no body's. */
export function bodyOf(name: BodyName): Body {
  const body = byName.get(name);
  if (body === undefined) throw new TypeError(`${name} is no body`);
  return body;
}

/** `social-welfare` -> `socialWelfare`, the field of `Household` that holds the body's record. */
export function recordField(name: string): string {
  return name
    .split('-')
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

export function isBodyName(name: string): name is BodyName {
  return byName.has(name);
}

function codeOf(name: BodyName): BodyCode {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type spells the same two replacements
  return name.toUpperCase().replaceAll('-', '_') as BodyCode;
}
