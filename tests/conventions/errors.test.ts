import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../schema/contract/error-catalogue.ts';
import { CodedError, isErrorCode, readDetails } from '../../schema/contract/error-codes.ts';

const root = path.join(import.meta.dirname, '../..');
const catalogueFile = path.join(root, 'schema/contract/error-catalogue.ts');

function sources(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('generated.ts'))
    .map((file) => path.join(root, folder, file))
    .filter((file) => file !== catalogueFile);
}

const code = ['gateway', 'subgraphs', 'schema']
  .flatMap(sources)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('the error catalogue', () => {
  it('holds no code that nothing raises', () => {
    expect(Object.keys(errorCatalogue).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('holds every code that is raised', () => {
    const raised = [...code.matchAll(/new CodedError\(\s*'(?<name>[A-Z_]+)'/gu)].map((match) => match.groups?.['name']);
    expect(raised.length).toBeGreaterThan(20);
    expect(raised.filter((name) => !isErrorCode(name))).toEqual([]);
  });

  it.each(Object.entries(errorCatalogue))('%s speaks English and Thai with the same details', (_name, { en, th }) => {
    expect(en).toMatch(/[A-Za-z]/u);
    expect(th === en || /[\u0E00-\u0E7F]/u.test(th)).toBe(true);
    expect(detailsOf(th)).toEqual(detailsOf(en));
  });

  it('fills a text in both languages from the same details', () => {
    const error = new CodedError('INPUT_PAGE_SIZE_INVALID', { max: 200 });
    expect(error.message).toContain('between 1 and 200');
    expect(error.extensions.messageTh).toContain('1 ถึง 200');
  });

  it('takes only short plain words and numbers for details that came from a body', () => {
    const hostile = {
      max: 200,
      from: '2021-10-01',
      secret: 'x'.repeat(41),
      thai: 'นาง',
      object: {},
      ['k'.repeat(21)]: 1,
    };
    expect(readDetails(hostile)).toEqual({ max: 200, from: '2021-10-01' });
  });
});

function detailsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/gu)].map(String).toSorted();
}
