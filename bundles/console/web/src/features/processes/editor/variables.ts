import { kindOf, type FieldKind, type JsonSchema } from '../../../shared/schema-form/schema';
import type { DraftVariable } from './draft';

const typeByKind: Record<FieldKind, DraftVariable['type']> = {
  switch: 'SWITCH',
  choice: 'CHOICE',
  choices: 'CHOICES',
  lines: 'LIST',
  number: 'NUMBER',
  duration: 'DURATION',
  instant: 'DATE_TIME',
  secret: 'SECRET',
  text: 'TEXT',
  longText: 'LONG_TEXT',
  object: 'LONG_TEXT',
  map: 'LONG_TEXT',
  table: 'TABLE',
  json: 'LONG_TEXT',
};

/** A variable of a parameter's form; with a value of its own that becomes the default. */
export function variableFor(
  key: string,
  field: { label: string; schema: JsonSchema; required: boolean },
  value: unknown,
): DraftVariable {
  const kind = kindOf(field.schema);
  const known = ['HOSTS', 'PEOPLE', 'DURATION'].find((it) => it === field.schema['x-type']) as
    DraftVariable['type'] | undefined;
  const given = value ?? field.schema.default ?? null;
  const isSecretText = kind === 'secret' && typeof given === 'string';
  return {
    key,
    name: field.label,
    type: known ?? typeByKind[kind],
    required: field.required || given === null,
    shown: true,
    default: isSecretText ? null : given,
    help: field.schema.description ?? '',
    schema: field.schema,
  };
}
