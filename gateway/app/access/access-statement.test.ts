import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Principal } from '../../../schema/contract/identity.ts';
import { subgraph as casefile } from '../../../subgraphs/casefile/subgraph.ts';
import { readConfig } from '../../config/config.ts';
import type { Engine } from '../../execute/engine.ts';
import { databases, fakeClock, journalAt } from '../../journal/harness.ts';
import type { Journal } from '../../journal/journal.ts';
import { aHouse, aRecord } from '../../journal/sample-records.ts';
import { systemClock } from '../../kernel/clock.ts';
import { statementsFor, type Statements } from './access-statement.ts';
import { embeddedCalls } from '../body-calls.ts';
import { createEngineOver } from '../runtime.ts';

const here = '99990000011';
const elsewhere = '99990000029';
const areas = new Map([
  [here, '500406'],
  [elsewhere, '100101'],
]);

function reader(role: Principal['role'], inAreas: readonly string[]): Principal {
  return { subject: 'malee', role, areas: inAreas, body: null, scopes: new Set(), expiresAt: 0 };
}

interface Asking {
  readonly principal: Principal;
  readonly text?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const oneHouse = 'query ($h: HouseCode!) { accessStatement(houseCode: $h) { verified } }';

function ask(
  journal: Pick<Journal, 'statement'>,
  { principal, text = oneHouse, variables = { h: here } }: Asking,
): Promise<Statements | undefined> {
  return statementsFor({
    journal,
    document: parse(text),
    variables,
    principal,
    // As the interior answers: what is outside the areas is not there.
    householdArea: (houseCode) => {
      const area = areas.get(houseCode) ?? null;
      return Promise.resolve(area !== null && principal.areas.some((each) => area.startsWith(each)) ? area : null);
    },
  });
}

describe.each(databases)('who looked, from the journal in $name,', ({ newPlace }) => {
  async function journalWith(...records: Parameters<typeof aRecord>[0][]): Promise<Journal> {
    const journal = await journalAt(await newPlace());
    for (const record of records) await journal.append(aRecord(record));
    return journal;
  }

  it('is told to a supervisor of a household of its areas, and the house is seen by that', async () => {
    const journal = await journalWith({}, { purpose: 'REFERRAL' }, { households: [aHouse(77)], persons: [] });
    const statements = await ask(journal, { principal: reader('supervisor', ['5004']) });
    expect(statements?.extension[here]).toMatchObject({
      kind: 'SHOWN',
      statement: { houseCode: here, verified: true, entries: [{ purpose: 'REFERRAL' }, { purpose: 'HOME_VISIT' }] },
    });
    expect(statements?.households).toEqual(new Map([[here, '500406']]));
  });

  it('holds nothing that names an officer or leads into the chain', async () => {
    const journal = await journalWith({ caseNumber: 'C-77', breakGlass: 'Somchai hit his wife last night' });
    const statements = await ask(journal, { principal: reader('supervisor', ['50']) });
    expect(JSON.stringify(statements)).not.toMatch(/somsri|C-77|Somchai|sequence|hash|next|areaCode/u);
  });

  it('is not found for a supervisor of other areas, the same as a house that is not there', async () => {
    const journal = await journalWith({});
    const text =
      '{ a: accessStatement(houseCode: "99990000011") { verified } b: accessStatement(houseCode: "99990000999") { verified } }';
    const statements = await ask(journal, { principal: reader('supervisor', ['10']), text });
    const notFound = { kind: 'REFUSED', code: 'HOUSEHOLD_NOT_FOUND' };
    expect(statements?.extension).toEqual({ [here]: notFound, 99990000999: notFound });
    expect(statements?.households.size).toBe(0);
  });

  it('is not told to a supervisor when the interior’s word lies outside its areas', async () => {
    const journal = await journalWith({});
    const statements = await statementsFor({
      journal,
      document: parse(oneHouse),
      variables: { h: here },
      principal: reader('supervisor', ['10']),
      householdArea: () => Promise.resolve('500406'),
    });
    expect(statements?.extension[here]).toMatchObject({ kind: 'REFUSED' });
  });

  it('is told of a house whose area nobody knows to a supervisor of the whole country alone', async () => {
    const journal = await journalWith({});
    const asked = async (inAreas: readonly string[]): Promise<Statements | undefined> =>
      statementsFor({
        journal,
        document: parse(oneHouse),
        variables: { h: here },
        principal: reader('supervisor', inAreas),
        householdArea: () => Promise.resolve(''),
      });
    expect((await asked(['50']))?.extension[here]).toMatchObject({ kind: 'REFUSED' });
    const whole = await asked(['*']);
    expect([whole?.extension[here]?.kind, whole?.households.get(here)]).toEqual(['SHOWN', '500406']);
  });

  it('is told to an auditor as far as it was recorded in its areas, without asking where the house is', async () => {
    const moved = [{ houseCode: here, areaCode: '100101', shown: true }];
    const besides = [{ houseCode: here, areaCode: '100101', shown: true }, aHouse(88, '500406')];
    const journal = await journalWith(
      { purpose: 'CASE_REVIEW', households: moved, persons: [] },
      {},
      ...Array.from({ length: 60 }, () => ({ purpose: 'REPORT', households: besides, persons: [] }) as const),
    );
    const asNobody = (principal: Principal): Promise<Statements | undefined> =>
      statementsFor({
        journal,
        document: parse(oneHouse),
        variables: { h: here },
        principal,
        householdArea: () => Promise.reject(new Error('an auditor has nobody asked')),
      });
    const purposes = async (inAreas: readonly string[]): Promise<unknown> => {
      const reply = (await asNobody(reader('auditor', inAreas)))?.extension[here];
      return reply?.kind === 'SHOWN' ? [...new Set(reply.statement.entries.map(({ purpose }) => purpose))] : reply;
    };
    expect(await purposes(['50'])).toEqual(['HOME_VISIT']);
    expect(await purposes(['10'])).toEqual(['REPORT']);
    expect(await purposes(['*'])).toEqual(['REPORT']);
    expect(await purposes(['90'])).toEqual([]);
    expect(await purposes([])).toEqual([]);
    expect((await asNobody(reader('auditor', ['50'])))?.households).toEqual(new Map([[here, '500406']]));
    expect((await asNobody(reader('auditor', ['90'])))?.households.size).toBe(0);
  });

  it('is the newest 50', async () => {
    const journal = await journalWith(...Array.from({ length: 53 }, (_, at) => ({ atMs: at * 60_000 })));
    const reply = (await ask(journal, { principal: reader('supervisor', ['*', '50']) }))?.extension[here];
    const entries = reply?.kind === 'SHOWN' ? reply.statement.entries : [];
    expect([entries.length, entries[0]?.at]).toEqual([50, new Date(52 * 60_000).toISOString()]);
  });

  it('cannot be told while the journal cannot be read', async () => {
    const place = await newPlace();
    const store = place.newStore();
    const journal = await journalAt(place, {
      clock: fakeClock(),
      store: { ...store, find: () => Promise.reject(new Error('disk I/O error')) },
    });
    await expect(ask(journal, { principal: reader('supervisor', ['50']) })).rejects.toMatchObject({
      code: 'JOURNAL_UNAVAILABLE',
    });
  });

  it('comes through the graph, with every refusal in its own place', async () => {
    const journal = await journalWith({
      principal: { subject: 'x', role: 'body-officer', areas: ['50'], body: 'health' },
    });
    const text = `query ($h: HouseCode!) {
      mine: accessStatement(houseCode: $h) { houseCode verified entries { role body { code nameTh } dataKinds textTh } }
      other: accessStatement(houseCode: "${elsewhere}") { verified }
    }`;
    const { data, errors } = await throughTheGraph(journal, text, { h: '๙๙๙๙๐๐๐๐๐๑๑' });
    expect(data).toEqual({
      mine: {
        houseCode: here,
        verified: true,
        entries: [
          {
            role: 'body-officer',
            body: { code: 'HEALTH', nameTh: 'กระทรวงสาธารณสุข' },
            dataKinds: ['ADDRESS', 'MEMBERS', 'ENTITLEMENTS'],
            textTh: expect.stringContaining('เจ้าหน้าที่ของกระทรวงสาธารณสุข'),
          },
        ],
      },
      other: null,
    });
    expect(errors.map(({ path: place, extensions }) => [place, extensions.code])).toEqual([
      [['other'], 'HOUSEHOLD_NOT_FOUND'],
    ]);
  });
});

describe('a graph without a journal', () => {
  it('says that nobody keeps one', async () => {
    const { data, errors } = await throughTheGraph(undefined, oneHouse, { h: here });
    expect(data).toEqual({ accessStatement: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['JOURNAL_NOT_KEPT']);
  });

  it('has nothing to ask a journal for where no statement is asked for', async () => {
    const never = { statement: () => Promise.reject(new Error('not asked')) };
    const text = '{ household(houseCode: "99990000011") { houseCode } }';
    expect(await ask(never, { principal: reader('supervisor', ['50']), text })).toBeUndefined();
  });
});

/** The engine over the composed graph, with the join alone behind it. */
async function throughTheGraph(
  journal: Journal | undefined,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly data: unknown; readonly errors: Awaited<ReturnType<Engine['execute']>>['errors'] }> {
  const principal = reader('supervisor', ['5004']);
  const statements = journal && (await ask(journal, { principal, text, variables }));
  const config = readConfig({}, '2022-08-10', {});
  const { bodies } = embeddedCalls(new Map([[casefile.name, await casefile.open(config)]]), {
    config,
    clock: systemClock,
    random: () => 0,
    onFault: () => undefined,
  });
  const call = bodies.get(casefile.name)?.call;
  if (call === undefined) throw new TypeError('the join cannot be called');
  const supergraph = readFileSync(path.join(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8');
  const engine = await createEngineOver(supergraph, systemClock, bodies, {
    call: (request, signal) =>
      call(
        statements === undefined
          ? request
          : { ...request, extensions: { ...request.extensions, accessStatements: statements.extension } },
        signal,
      ),
  });
  onTestFinished(() => engine.supergraphs.close());
  const result = await engine.execute({ document: parse(text), variables });
  return { data: JSON.parse(result.text ?? 'null'), errors: result.errors };
}
