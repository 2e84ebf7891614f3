import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../gateway/app/check/check-run.ts';
import { findingOf, type CheckCase, type Expected } from './check-case.ts';

type Row = readonly [title: string, given: CheckCase, expected: Expected];

const jobStatus = 'jobStatus: [JobStatus!]';
const described = '"Something new. / สิ่งใหม่"';

const schemaRows: readonly Row[] = [
  [
    'broken SDL',
    { schema: [['type JobStatus @personal {', 'type JobStatus @personal [']] },
    { code: 'SCHEMA_SYNTAX', level: 'ERROR', line: 'type JobStatus' },
  ],
  [
    'a schema of 300 KB',
    { schema: [['type Household', `# ${'x'.repeat(300 * 1024)}\ntype Household`]] },
    { code: 'SCHEMA_TOO_LARGE', level: 'ERROR', line: '' },
  ],
  [
    'an explosion of types',
    { schema: [['type Household', `${numbered(400, (at) => `type Boom${at} @open { a: Int }`)}\ntype Household`]] },
    { code: 'SCHEMA_TOO_LARGE', level: 'ERROR', line: 'type Boom' },
  ],
  [
    'a type of 300 fields',
    { schema: [['type JobStatus @personal {', `type JobStatus @personal {\n${numbered(300, (at) => `f${at}: Int`)}`]] },
    { code: 'SCHEMA_TOO_LARGE', level: 'ERROR', line: 'type JobStatus' },
  ],
  [
    'a field of 30 arguments',
    { schema: [[jobStatus, `jobStatus(${numbered(30, (at) => `a${at}: Int`)}): [JobStatus!]`]] },
    { code: 'SCHEMA_TOO_LARGE', level: 'ERROR', line: 'jobStatus(' },
  ],
  [
    'brackets that would exhaust the parser',
    { schema: [[jobStatus, `jobStatus: ${'['.repeat(20_000)}JobStatus${']'.repeat(20_000)}`]] },
    { code: 'SCHEMA_TOO_DEEP', level: 'ERROR', line: 'jobStatus' },
  ],
  [
    'lists in lists in lists',
    { schema: [[jobStatus, 'jobStatus: [[[JobStatus!]]]']] },
    { code: 'SCHEMA_TOO_DEEP', level: 'ERROR', line: 'jobStatus' },
  ],
  [
    'a type that does not exist',
    { schema: [[jobStatus, 'jobStatus: [JobState!]']] },
    { code: 'COMPOSITION_INVALID_GRAPHQL', level: 'ERROR', line: 'JobState' },
  ],
  [
    'a key of another type than at the others',
    { schema: [['houseCode: HouseCode!', 'houseCode: Int!']] },
    { code: 'COMPOSITION_TYPE_MISMATCH', level: 'ERROR', line: 'houseCode: Int!' },
  ],
  [
    'a value type that others do not share',
    { schema: [['type Money @shareable @personal', 'type Money @personal']] },
    { code: 'COMPOSITION_SHARING', level: 'ERROR', line: 'thb: Float' },
  ],
  [
    'an @external field that nothing uses',
    { schema: [['  personId: ID!', '  nameTh: String @external @personal(kind: NAME)\n  personId: ID!']] },
    { code: 'COMPOSITION_FEDERATION', level: 'ERROR', line: 'nameTh' },
  ],
  [
    'a field that no plan can reach',
    {
      schema: [
        ['type JobStatus @personal {', 'type JobStatus @personal {\n  "T. / ท" trade: LabourTrade'],
        [
          'type Household @key',
          '"T. / ท" type LabourTrade @key(fields: "id", resolvable: false) @personal { "I. / ไ" id: ID! }\ntype Household @key',
        ],
      ],
      others: {
        health: [
          [
            'type Household @key',
            '"T. / ท" type LabourTrade @key(fields: "code") @personal { "C. / โ" code: ID! "N. / ช" title: String }\ntype Household @key',
          ],
        ],
      },
    },
    { code: 'COMPOSITION_UNSATISFIABLE', level: 'ERROR', line: '' },
  ],
  [
    'a federation version that the composer does not know',
    { schema: [['federation/v2.9', 'federation/v2.99']] },
    { code: 'COMPOSITION_INVALID_GRAPHQL', level: 'ERROR', line: 'extend schema' },
  ],
  [
    'an import that its specification does not have',
    { schema: [['"@key"', '"@key" "@nothing"']] },
    { code: 'COMPOSITION_FAILED', level: 'ERROR', line: '@link' },
  ],
  [
    'a specification at a private address',
    {
      schema: [
        ['type Household @key', 'extend schema @link(url: "http://169.254.169.254/latest/v1.0")\ntype Household @key'],
      ],
    },
    { code: 'LINK_UNKNOWN', level: 'ERROR', line: '169.254.169.254' },
  ],
  [
    'a Federation 1 schema',
    { schema: [[/ {2}@link\(\n {4}url: "https:\/\/specs\.apollo\.dev\/federation[^)]*\)/u, '']] },
    { code: 'FEDERATION_LINK_MISSING', level: 'ERROR', line: 'extend schema' },
  ],
  [
    'a guard that nothing here enforces',
    {
      schema: [
        ['"@composeDirective"', '"@composeDirective" "@authenticated"'],
        [jobStatus, `${jobStatus} @authenticated`],
      ],
    },
    { code: 'FEDERATION_DIRECTIVE_REFUSED', level: 'ERROR', line: 'jobStatus' },
  ],
  [
    'a mutation',
    { schema: [['type Household @key', `type Mutation @open { ${described} hire: Boolean }\ntype Household @key`]] },
    { code: 'OPERATION_TYPE_NOT_SERVED', level: 'WARNING', line: 'type Mutation' },
  ],
  [
    'a body without its record',
    { schema: [['labour: LabourRecord', 'labourOffice: LabourRecord']] },
    { code: 'RECORD_MISSING', level: 'ERROR', line: 'type Household @key' },
  ],
  [
    'a record that is no BodyRecord',
    { schema: [['type LabourRecord implements BodyRecord', 'type LabourRecord']] },
    { code: 'RECORD_NOT_A_BODY_RECORD', level: 'ERROR', line: 'type LabourRecord' },
  ],
  [
    'a record that must be there',
    { schema: [['labour: LabourRecord', 'labour: LabourRecord!']] },
    { code: 'RECORD_DEMANDS_AN_ANSWER', level: 'ERROR', line: 'labour: LabourRecord!' },
  ],
  [
    'a household without its key',
    {
      schema: [
        ['type Household @key(fields: "houseCode")', 'type Household @key(fields: "houseCode labour { found }")'],
      ],
    },
    { code: 'HOUSEHOLD_KEY_MISSING', level: 'ERROR', line: 'type Household' },
  ],
  [
    'a field without a description',
    { schema: [[jobStatus, `${jobStatus}\n  retired: Boolean`]] },
    { code: 'DESCRIPTION_MISSING', level: 'ERROR', line: 'retired', coordinate: 'LabourRecord.retired' },
  ],
  [
    'a description in Thai alone',
    { schema: [['"Home worker. / ผู้รับงานไปทำที่บ้าน"', '"ผู้รับงานไปทำที่บ้าน"']] },
    { code: 'DESCRIPTION_IN_ONE_LANGUAGE', level: 'ERROR', line: 'person: Person', coordinate: 'HomeWorkOrder.person' },
  ],
  [
    'a field in snake case',
    { schema: [[jobStatus, `${jobStatus}\n  ${described}\n  job_grade: Int`]] },
    { code: 'NAME_STYLE', level: 'ERROR', line: 'job_grade' },
  ],
  [
    'a type in lower case',
    {
      schema: [
        ['type Household @key', `${described}\ntype jobGrade @open { ${described} level: Int }\ntype Household @key`],
      ],
    },
    { code: 'NAME_STYLE', level: 'ERROR', line: 'type jobGrade' },
  ],
  [
    'an enum value in lower case',
    { schema: [['  LAID_OFF', `  LAID_OFF\n  ${described}\n  onStrike`]] },
    { code: 'NAME_STYLE', level: 'ERROR', line: 'onStrike' },
  ],
  [
    'a root list without a page',
    {
      schema: [
        ['type Household @key', `type Query { ${described} insured: [InsuredPerson!] @personal }\ntype Household @key`],
      ],
    },
    { code: 'LIST_UNBOUNDED', level: 'ERROR', line: 'insured' },
  ],
  [
    'a list without a page behind a root field',
    {
      schema: [
        [
          'type Household @key',
          `type Query { ${described} offices: LabourOffices @open }
           ${described} type LabourOffices @open { ${described} all: [LabourOffice!]! }
           ${described} type LabourOffice @open { ${described} nameTh: String! }
           type Household @key`,
        ],
      ],
    },
    { code: 'LIST_UNBOUNDED', level: 'ERROR', line: 'type LabourOffices', coordinate: 'LabourOffices.all' },
  ],
  [
    'a list of households below a record',
    { schema: [[jobStatus, `${jobStatus}\n  ${described}\n  sameEmployer: [Household!]`]] },
    { code: 'LIST_UNBOUNDED', level: 'ERROR', line: 'sameEmployer' },
  ],
  [
    'a type that another body has',
    {
      schema: [
        [
          'type Household @key',
          `${described}\ntype Vaccination @personal { ${described} at: Date }\ntype Household @key`,
        ],
      ],
    },
    { code: 'TYPE_NAME_TAKEN', level: 'ERROR', line: 'type Vaccination' },
  ],
  [
    'a field of its own in a common type',
    {
      schema: [
        ['type Money @shareable @personal {', `type Money @shareable @personal {\n  ${described}\n  bank: String`],
      ],
    },
    { code: 'COMMON_TYPE_CHANGED', level: 'ERROR', line: 'bank' },
  ],
];

const accessRows: readonly Row[] = [
  [
    'a field without a class',
    { schema: [['type JobStatus @personal', 'type JobStatus']] },
    { code: 'FIELD_UNCLASSIFIED', level: 'ERROR', line: 'separationReason', coordinate: 'JobStatus.separationReason' },
  ],
  [
    'a dropped directive',
    { schema: [['type JobStatus @personal', 'type JobStatus']] },
    { code: 'ACCESS_DROPPED', level: 'ERROR', line: 'separationReason', coordinate: 'JobStatus.separationReason' },
  ],
  [
    'a field without a class in an extension',
    {
      schema: [
        ['type Household @key', `extend type JobStatus { ${described} union: String }\ntype Household @key`],
        ['type JobStatus @personal', 'type JobStatus'],
      ],
    },
    { code: 'FIELD_UNCLASSIFIED', level: 'ERROR', line: 'union', coordinate: 'JobStatus.union' },
  ],
  [
    'a detail that must be there',
    { schema: [[jobStatus, 'jobStatus: [JobStatus!]!']] },
    { code: 'FIELD_MUST_ALLOW_NULL', level: 'ERROR', line: 'jobStatus' },
  ],
  [
    'a list that is less strict than its objects',
    { schema: [['workInjuries: [WorkInjury!] @sensitive(category: "health")', 'workInjuries: [WorkInjury!]']] },
    { code: 'FIELD_LESS_STRICT', level: 'ERROR', line: 'workInjuries' },
  ],
  [
    'a weakened requirement',
    { schema: [['workInjuries: [WorkInjury!] @sensitive(category: "health")', 'workInjuries: [WorkInjury!]']] },
    { code: 'ACCESS_WEAKENED', level: 'ERROR', line: 'workInjuries' },
  ],
  [
    'a sensitive word that is sensitive no more',
    { schema: [['SICKNESS @sensitive(category: "health")', 'SICKNESS']] },
    { code: 'ACCESS_DROPPED', level: 'ERROR', line: 'SICKNESS' },
  ],
  [
    'a mask that is taken off',
    { body: 'interior', schema: [[' @mask(keep: 3)', '']] },
    { code: 'ACCESS_WEAKENED', level: 'ERROR', line: 'citizenId' },
  ],
  [
    'a mask that shows more',
    { body: 'interior', schema: [['@mask(keep: 3)', '@mask(keep: 9)']] },
    { code: 'ACCESS_WEAKENED', level: 'ERROR', line: 'citizenId' },
  ],
  [
    'a free text that is only a detail now',
    { schema: [['product: String @personal(kind: FREE_TEXT)', 'product: String']] },
    { code: 'ACCESS_KIND_LOWERED', level: 'APPROVAL', line: 'product', approvers: ['labour'] },
  ],
  [
    'another body’s field without its guard',
    {
      schema: [
        ['  personId: ID!', '  nameTh: String @shareable @open\n  personId: ID!'],
        ['"personId", resolvable: false', '"personId"'],
      ],
    },
    { code: 'ACCESS_WEAKER_THAN_OWNER', level: 'ERROR', line: 'nameTh', coordinate: 'Person.nameTh' },
  ],
  [
    'a weaker default for an entity of all',
    { schema: [['resolvable: false) @personal {', 'resolvable: false) @personal(kind: STATUS) {']] },
    { code: 'ACCESS_WEAKER_THAN_OWNER', level: 'ERROR', line: 'type Person', coordinate: 'Person' },
  ],
  [
    'a directive that is renamed on import',
    { schema: [[/"@sensitive"/u, '{ name: "@sensitive", as: "@secret" }']] },
    { code: 'ACCESS_DIRECTIVE_RENAMED', level: 'ERROR', line: '@link' },
  ],
  [
    'a directive that is not composed',
    { schema: [['  @composeDirective(name: "@sensitive")\n', '']] },
    { code: 'ACCESS_DIRECTIVE_NOT_COMPOSED', level: 'ERROR', line: '@link' },
  ],
  [
    'a directive with another meaning',
    { schema: [['directive @mask(keep: Int!)', 'directive @mask(keep: Int! = 13)']] },
    { code: 'ACCESS_DIRECTIVE_CHANGED', level: 'ERROR', line: 'directive @mask' },
  ],
  [
    'a citizen number without a mask',
    { schema: [[jobStatus, `${jobStatus}\n  ${described}\n  agentNumber: CitizenId`]] },
    { code: 'CITIZEN_NUMBER_UNMASKED', level: 'ERROR', line: 'agentNumber' },
  ],
  [
    'a category that nobody can be given',
    { schema: [['JobStatus @personal', 'JobStatus @sensitive(category: "labor")']] },
    { code: 'CATEGORY_UNKNOWN', level: 'ERROR', line: 'separationReason', coordinate: 'JobStatus.separationReason' },
  ],
  [
    'a field named like a sensitive fact',
    { schema: [[jobStatus, `${jobStatus}\n  ${described}\n  lastAdlScore: Int`]] },
    { code: 'SENSITIVE_NAME', level: 'ERROR', line: 'lastAdlScore' },
  ],
  [
    'a field that another body answers',
    {
      schema: [
        ['houseCode: HouseCode!', `houseCode: HouseCode!\n  ${described}\n  address: Address`],
        [
          'type Household @key',
          `${described}\ntype Address { ${described} line: String @personal(kind: ADDRESS) }\ntype Household @key`,
        ],
      ],
    },
    { code: 'FIELD_OF_ANOTHER_BODY', level: 'ERROR', line: 'address: Address' },
  ],
  [
    'an @override of another body’s field',
    {
      schema: [
        ['"@composeDirective"', '"@composeDirective" "@override"'],
        ['personId: ID!', `personId: ID!\n  ${described}\n  birthYear: Int @override(from: "interior")`],
        ['"personId", resolvable: false', '"personId"'],
      ],
    },
    { code: 'FIELD_OVERRIDDEN', level: 'APPROVAL', line: 'birthYear', approvers: ['interior'] },
  ],
  [
    'an @override of a body that has no such field',
    {
      schema: [
        ['"@composeDirective"', '"@composeDirective" "@override"'],
        ['personId: ID!', `personId: ID!\n  ${described}\n  jobGrade: Int @override(from: "interior")`],
      ],
    },
    { code: 'OVERRIDE_OF_NOTHING', level: 'WARNING', line: 'jobGrade' },
  ],
  [
    '@shareable on a field that another body answers',
    {
      schema: [
        ['personId: ID!', `personId: ID!\n  nameTh: String @shareable @personal(kind: NAME)`],
        ['"personId", resolvable: false', '"personId"'],
      ],
    },
    { code: 'FIELD_SHARED', level: 'APPROVAL', line: 'nameTh', approvers: ['interior'] },
  ],
  [
    '@requires of another body’s field',
    {
      schema: [
        [
          'personId: ID!',
          `personId: ID!\n  birthDate: Date @external @personal(kind: BIRTH_DATE)\n  ${described}\n  mayRetire: Boolean @requires(fields: "birthDate")`,
        ],
        ['"personId", resolvable: false', '"personId"'],
      ],
    },
    {
      code: 'FIELD_REQUIRED_OF_ANOTHER',
      level: 'APPROVAL',
      line: 'mayRetire',
      coordinate: 'Person.birthDate',
      approvers: ['interior'],
    },
  ],
  [
    'a @key that nobody else has',
    {
      schema: [
        ['personId: ID!', 'personId: ID!\n  citizenId: CitizenId @personal(kind: CITIZEN_NUMBER) @mask(keep: 3)'],
        ['"personId", resolvable: false)', '"personId", resolvable: false) @key(fields: "citizenId")'],
      ],
    },
    {
      code: 'FIELD_REQUIRED_OF_ANOTHER',
      level: 'APPROVAL',
      line: 'type Person',
      coordinate: 'Person.citizenId',
      approvers: ['interior'],
    },
  ],
];

const changeRows: readonly Row[] = [
  [
    'a removed field in use',
    {
      schema: [[/ {2}"Registered home workers[^\n]*\n {2}homeWorkers: \[HomeWorker!\]\n/u, '']],
      used: ['LabourRecord.homeWorkers'],
    },
    { code: 'FIELD_REMOVED_IN_USE', level: 'ERROR', line: 'jobStatus', coordinate: 'LabourRecord.homeWorkers' },
  ],
  [
    'a removed field that nobody used',
    { schema: [['  monthsIn15: Int', '  monthsInFifteen: Int']] },
    { code: 'FIELD_REMOVED_UNUSED', level: 'WARNING', line: 'option: Int', coordinate: 'InsuredPerson.monthsIn15' },
  ],
  [
    'a removed field of which nobody knows yet',
    { schema: [['  monthsIn15: Int', '  monthsInFifteen: Int']], coveredDays: 3 },
    { code: 'FIELD_REMOVED_UNPROVEN', level: 'ERROR', line: 'option: Int', coordinate: 'InsuredPerson.monthsIn15' },
  ],
  [
    'a removed type in use',
    {
      schema: [
        [/"Registration of a home worker[\s\S]*?\n\}\n/u, ''],
        [/ {2}"Registered home workers[^\n]*\n {2}homeWorkers: \[HomeWorker!\]\n/u, ''],
      ],
      used: ['HomeWorker.registered'],
    },
    { code: 'TYPE_REMOVED_IN_USE', level: 'ERROR', line: 'enum JobSeparationReason', coordinate: 'HomeWorker' },
  ],
  [
    'a value that may be null now',
    { schema: [['hours: Int!', 'hours: Int']], used: ['SkillTraining.hours'] },
    { code: 'FIELD_NULLABILITY_CHANGED_IN_USE', level: 'ERROR', line: 'hours: Int' },
  ],
  [
    'a value of another type',
    { schema: [['pieces: Int!', 'pieces: String!']], used: ['HomeWorkOrder.pieces'] },
    { code: 'FIELD_TYPE_CHANGED_IN_USE', level: 'ERROR', line: 'pieces: String!' },
  ],
  [
    'a type of another kind',
    {
      schema: [[/type HomeWorker @personal \{[\s\S]*?\n\}/u, 'union HomeWorker = JobStatus']],
      used: ['LabourRecord.homeWorkers'],
    },
    { code: 'TYPE_KIND_CHANGED_IN_USE', level: 'ERROR', line: 'union HomeWorker' },
  ],
  [
    'an enum value that is gone',
    { schema: [[/ {2}"Resigned[^\n]*\n {2}RESIGNED\n/u, '']], used: ['JobStatus.separationReason'] },
    { code: 'ENUM_VALUE_REMOVED_IN_USE', level: 'ERROR', line: 'LAID_OFF', coordinate: 'JobSeparationReason.RESIGNED' },
  ],
  [
    'an argument that is gone',
    {
      body: 'interior',
      schema: [['households(filter: HouseholdFilter, first', 'households(first']],
      used: ['Query.households(filter:)'],
    },
    {
      code: 'ARGUMENT_REMOVED_IN_USE',
      level: 'ERROR',
      line: 'households(first',
      coordinate: 'Query.households(filter:)',
    },
  ],
  [
    'an argument that must be given',
    { schema: [[jobStatus, 'jobStatus(year: Int!): [JobStatus!]']], used: ['LabourRecord.jobStatus'] },
    {
      code: 'ARGUMENT_REQUIRED_IN_USE',
      level: 'ERROR',
      line: 'jobStatus(year',
      coordinate: 'LabourRecord.jobStatus(year:)',
    },
  ],
  [
    'an argument of another type',
    {
      body: 'interior',
      schema: [['household(houseCode: HouseCode!)', 'household(houseCode: Int!)']],
      used: ['Query.household(houseCode:)'],
    },
    { code: 'ARGUMENT_TYPE_CHANGED_IN_USE', level: 'ERROR', line: 'household(houseCode: Int!)' },
  ],
  [
    'an input field that must be given',
    {
      body: 'interior',
      schema: [['input HouseholdFilter {', `input HouseholdFilter {\n  ${described}\n  year: Int!`]],
      used: ['HouseholdFilter.areaCode'],
    },
    { code: 'INPUT_FIELD_REQUIRED_IN_USE', level: 'ERROR', line: 'year: Int!', coordinate: 'HouseholdFilter.year' },
  ],
  [
    'an interface that is dropped',
    {
      schema: [['type LabourRecord implements BodyRecord', 'type LabourRecord']],
      used: ['BodyRecord.facts', 'LabourRecord.facts'],
    },
    { code: 'INTERFACE_DROPPED_IN_USE', level: 'ERROR', line: 'type LabourRecord', coordinate: 'LabourRecord' },
  ],
  [
    'a member that leaves its union',
    {
      publishedSchema: [
        ['type Household @key', `${described}\nunion LabourThing = JobStatus | HomeWorker\ntype Household @key`],
        [jobStatus, `${jobStatus}\n  ${described}\n  thing: LabourThing`],
      ],
      schema: [
        ['type Household @key', `${described}\nunion LabourThing = JobStatus\ntype Household @key`],
        [jobStatus, `${jobStatus}\n  ${described}\n  thing: LabourThing`],
      ],
      used: ['LabourRecord.thing'],
    },
    { code: 'UNION_MEMBER_REMOVED_IN_USE', level: 'ERROR', line: 'union LabourThing', coordinate: 'LabourThing' },
  ],
  [
    'a member that joins a union',
    {
      publishedSchema: [
        ['type Household @key', `${described}\nunion LabourThing = JobStatus\ntype Household @key`],
        [jobStatus, `${jobStatus}\n  ${described}\n  thing: LabourThing`],
      ],
      schema: [
        ['type Household @key', `${described}\nunion LabourThing = JobStatus | HomeWorker\ntype Household @key`],
        [jobStatus, `${jobStatus}\n  ${described}\n  thing: LabourThing`],
      ],
    },
    { code: 'UNION_MEMBER_ADDED', level: 'WARNING', line: 'union LabourThing' },
  ],
  [
    'an enum value that readers do not know',
    { schema: [['  LAID_OFF', `  LAID_OFF\n  ${described}\n  ON_STRIKE`]] },
    { code: 'ENUM_VALUE_ADDED', level: 'WARNING', line: 'ON_STRIKE' },
  ],
  [
    'another default',
    { body: 'interior', schema: [['first: Int = 20', 'first: Int = 200']] },
    { code: 'DEFAULT_CHANGED', level: 'WARNING', line: 'households(', coordinate: 'Query.households(first:)' },
  ],
  [
    'an argument that may be left out',
    { schema: [[jobStatus, 'jobStatus(year: Int): [JobStatus!]']] },
    { code: 'OPTIONAL_INPUT_ADDED', level: 'NOTE', line: 'jobStatus(year' },
  ],
  [
    'one more type behind an interface',
    {
      schema: [
        ['type JobStatus @personal {', `type JobStatus implements LabourPersonal @personal {`],
        [
          'type Household @key',
          `${described}\ninterface LabourPersonal @personal { ${described} person: Person }\ntype Household @key`,
        ],
      ],
    },
    { code: 'INTERFACE_ADDED', level: 'NOTE', line: 'type JobStatus' },
  ],
  [
    'a change of something that did not compose before',
    { publishedSchema: [['houseCode: HouseCode!', 'houseCode: Int!']] },
    { code: 'GRAPH_NOT_COMPARABLE', level: 'ERROR', line: null },
  ],
  [
    'a saved operation that could no longer be run',
    { body: 'interior', isWhole: true, schema: [['  relation: String', '  relationToHead: String']] },
    { code: 'PLAN_BROKEN', level: 'ERROR', line: 'sex: Sex', coordinate: 'whole-case-file' },
  ],
  [
    'a call for every entry of a list',
    {
      body: 'casefile',
      isWhole: true,
      schema: [
        [
          /entitlements\(status: EnrolmentStatus\)(?<rest>[^\n]*) @provides\(fields: "person \{ nameTh \}"\)/u,
          'entitlements(status: EnrolmentStatus): [Entitlement!]!',
        ],
      ],
    },
    { code: 'PLAN_CALL_IN_LIST', level: 'ERROR', line: 'entitlements(status' },
  ],
];

const programmeRows: readonly Row[] = [
  [
    'a programme file that is no JSON',
    { programmes: [['"id": "lab-sso-medical",', '"id": "lab-sso-medical"']] },
    { code: 'PROGRAMMES_SYNTAX', level: 'ERROR', file: 'programmes.json', line: '"body": "labour"' },
  ],
  [
    'no programme file any more',
    { programmes: null },
    { code: 'PROGRAMMES_GONE', level: 'ERROR', file: 'programmes.json', line: null },
  ],
  [
    'a programme file of 2 MB',
    { programmes: [['"facts": [', `"note": "${'x'.repeat(2 * 1024 * 1024)}", "facts": [`]] },
    { code: 'PROGRAMMES_TOO_LARGE', level: 'ERROR', file: 'programmes.json', line: '{' },
  ],
  [
    'a rule that would exhaust its reader',
    {
      programmes: [
        ['"rule": {', `"rule": ${'{ "not": '.repeat(20_000)}{ "const": true }${' }'.repeat(20_000)}, "oldRule": {`],
      ],
    },
    { code: 'PROGRAMMES_TOO_DEEP', level: 'ERROR', file: 'programmes.json', line: '"not"' },
  ],
  [
    'a day that does not exist',
    { programmes: [[/"effective": \{\s*"from": null/u, '"effective": {\n    "from": "2022-02-31"']] },
    { code: 'PROGRAMMES_SHAPE', level: 'ERROR', file: 'programmes.json', line: '"from": "2022-02-31"' },
  ],
  [
    'a rule over a fact that nobody states',
    {
      programmes: [
        [
          /"fact": "person\.registeredJobseeker",\s*"op": "isTrue"/u,
          '"fact": "person.registeredAsJobseeker",\n     "op": "isTrue"',
        ],
      ],
    },
    { code: 'RULE_INVALID', level: 'ERROR', file: 'programmes.json', line: 'person.registeredAsJobseeker' },
  ],
  [
    'a rule after an entry that is none',
    {
      programmes: [
        [/"programmes": \[/u, '"programmes": [ 7,'],
        [/"op": "isTrue"/u, '"op": "isProbablyTrue"'],
      ],
    },
    { code: 'RULE_INVALID', level: 'ERROR', file: 'programmes.json', line: 'isProbablyTrue' },
  ],
  [
    'a rule with an operator of its own',
    { programmes: [[/"op": "isTrue"/u, '"op": "isProbablyTrue"']] },
    { code: 'RULE_INVALID', level: 'ERROR', file: 'programmes.json', line: 'isProbablyTrue' },
  ],
  [
    'a fact of another body',
    { programmes: [['"name": "person.workInjury"', '"name": "person.adlScore"']] },
    { code: 'FACT_OF_ANOTHER_BODY', level: 'ERROR', file: 'programmes.json', line: 'person.adlScore' },
  ],
  [
    'a fact that stands twice',
    { programmes: [['"name": "person.ssoOption"', '"name": "person.ssoSection"']] },
    { code: 'FACT_REPEATED', level: 'ERROR', file: 'programmes.json', line: 'person.ssoSection' },
  ],
  [
    'a fact that rules still read',
    { programmes: [['"name": "person.registeredJobseeker"', '"name": "person.jobseeker"']] },
    {
      code: 'FACT_REMOVED_IN_USE',
      level: 'ERROR',
      file: 'programmes.json',
      line: '"facts"',
      coordinate: 'person.registeredJobseeker',
    },
  ],
  [
    'a fact that no rule reads',
    { programmes: [['"name": "person.ssoOption"', '"name": "person.ssoChoice"']] },
    {
      code: 'FACT_REMOVED',
      level: 'WARNING',
      file: 'programmes.json',
      line: '"facts"',
      coordinate: 'person.ssoOption',
    },
  ],
  [
    'a fact that another body’s rule cannot read any more',
    { programmes: [[/"UNEMPLOYED",/u, '']] },
    {
      code: 'FACT_CHANGE_BREAKS_RULES',
      level: 'ERROR',
      file: 'programmes.json',
      line: '{',
      coordinate: 'person.employmentStatus',
    },
  ],
  [
    'a fact that is sensitive no more',
    { body: 'health', programmes: [['"category": "health"', '"category": "open"']] },
    { code: 'FACT_CATEGORY_WEAKENED', level: 'ERROR', file: 'programmes.json', line: '"category": "open"' },
  ],
  [
    'a programme of another body',
    { programmes: [['"id": "lab-sso-medical"', '"id": "health-ucs"']] },
    { code: 'PROGRAMME_OF_ANOTHER_BODY', level: 'ERROR', file: 'programmes.json', line: 'health-ucs' },
  ],
  [
    'two programmes of one name',
    { programmes: [['"id": "lab-sso-medical"', '"id": "lab-unemployment-benefit"']] },
    { code: 'PROGRAMME_REPEATED', level: 'ERROR', file: 'programmes.json', line: 'lab-unemployment-benefit' },
  ],
  [
    'a programme that is gone',
    { programmes: [['"id": "lab-sso-medical"', '"id": "lab-sso-care"']] },
    {
      code: 'PROGRAMME_REMOVED',
      level: 'ERROR',
      file: 'programmes.json',
      line: '"programmes"',
      coordinate: 'lab-sso-medical',
    },
  ],
  [
    'a programme that would betray a diagnosis by its name',
    { body: 'health', programmes: [[/"sensitiveFacts": \[\s*"person\.adlScore"\s*\]/u, '"sensitiveFacts": []']] },
    { code: 'PROGRAMME_SENSITIVITY_WEAKENED', level: 'ERROR', file: 'programmes.json', line: '"sensitiveFacts": []' },
  ],
  [
    'a conflict with a programme that does not exist',
    { programmes: [['"health-ucs"', '"health-ucz"']] },
    { code: 'CONFLICT_UNKNOWN', level: 'ERROR', file: 'programmes.json', line: 'health-ucz' },
  ],
  [
    'families that lose what they were due',
    {
      body: 'social-welfare',
      programmes: [[/"rule": \{\s*"all": \[/u, '"rule": {\n    "all": [\n     { "const": false },']],
    },
    { code: 'VERDICTS_LOST', level: 'WARNING', file: 'programmes.json', line: '"id"' },
  ],
  [
    'families that are due what they were not',
    { programmes: [[/"rule": \{\s*"all": \[/u, '"rule": {\n    "any": [\n     { "const": true },']] },
    { code: 'VERDICTS_CHANGED', level: 'NOTE', file: 'programmes.json', line: 'lab-unemployment-benefit' },
  ],
];

/** Rules read facts of all bodies. */
const rowsOfAll = programmeRows.map(([title, given, expected]): Row => [title, { ...given, isWhole: true }, expected]);

const rows = [...schemaRows, ...accessRows, ...changeRows, ...rowsOfAll];

describe('a bad publication', () => {
  it.each(rows)('is told by its code, level, file and line: %s', (_, given, expected) => {
    const { code, level, file = 'schema.graphql', line, approvers = [] } = expected;
    expect(findingOf(given, expected)).toEqual({ code, level, file, line, approvers, poorTexts: [] });
  });

  it('of every kind is among these', () => {
    const expected = new Set(rows.map(([, , { code }]) => code));
    expect(
      knownCodes.filter((code) => !expected.has(code) && !testedElsewhere.has(code) && !standing.test(code)),
    ).toEqual([]);
  });
});

/** Of each kind of change one standing is here, and of one kind all three. */
const standing = /_(?:UNUSED|UNPROVEN)$/u;

const testedElsewhere: ReadonlySet<string> = new Set([
  'FINDINGS_LEFT_OUT',
  'FOLDER_NOT_LOADED',
  'PLAN_MORE_CALLS',
  'FIELD_STRICTER_THAN_FACT',
  'FACT_WITHOUT_FIELD',
]);

function numbered(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('\n');
}
