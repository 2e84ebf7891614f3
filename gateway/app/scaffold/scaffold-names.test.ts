import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTheNameOf, spellingsOf } from './scaffold-names.ts';

const names = { nameTh: 'กรมใหม่', nameEn: 'New Department' };

const code = fc
  .array(fc.stringMatching(/^[a-z]{2,6}$/u), { minLength: 1, maxLength: 3 })
  .map((words) => words.join('-'))
  .filter((name) => !['true', 'false', 'null', 'body', 'query', 'household', 'casefile'].includes(name));

describe('the name of a new body', () => {
  it('has one spelling for each place, whichever way the code is written', () => {
    const expected = {
      name: 'marine-coastal',
      snake: 'marine_coastal',
      code: 'MARINE_COASTAL',
      camel: 'marineCoastal',
      pascal: 'MarineCoastal',
      ...names,
    };
    for (const written of ['MARINE_COASTAL', 'marine-coastal', 'Marine_Coastal']) {
      expect(spellingsOf({ code: written, ...names })).toEqual(expected);
    }
  });

  it('replaces every spelling of the template, and nothing is left of it', () => {
    const template = `type TemplateBodyRecord { templateBody: template_body } # TEMPLATE_BODY template-body, Template Body หน่วยงานแม่แบบ`;
    fc.assert(
      fc.property(code, (name) => {
        const body = spellingsOf({ code: name, ...names });
        const text = inTheNameOf(body)(template);
        expect(text).not.toMatch(/template|แม่แบบ/iu);
        expect(text).toBe(
          `type ${body.pascal}Record { ${body.camel}: ${body.snake} } # ${body.code} ${body.name}, New Department กรมใหม่`,
        );
      }),
    );
  });
});
