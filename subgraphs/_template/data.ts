import { civilDate, oneOf, optional, text, yesNo } from '../_kit/columns.ts';
import { defineRegistry, detail, register } from '../_kit/registry.ts';

/** What the body states of a person: one row at most, and each column with a fact is what it alone may assert. */
export const members = register({
  table: 'template_body_member',
  of: 'person',
  registry: 'template-body-members',
  columns: { registered: yesNo() },
  facts: { registered: 'person.templateBodyMember' },
});

/** The history behind it: any number of rows, read only when a query asks for them. */
export const visits = detail({
  table: 'template_body_visit',
  key: 'visits',
  of: 'person',
  columns: {
    visitedOn: civilDate(),
    outcome: oneOf(['HELPED', 'SENT_ON', 'NOBODY_HOME']),
    remark: optional(text(200)),
  },
});

export const registry = defineRegistry({ body: 'template-body', registers: [members], details: [visits] });
