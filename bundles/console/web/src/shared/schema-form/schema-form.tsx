import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import field from '../ui/field.module.css';
import { SchemaField } from './schema-field';
import type { JsonSchema } from './schema';
import type { FormFault } from './validate';

type Values = Record<string, unknown>;

interface SchemaFormProps {
  /** Of an object. */
  schema: JsonSchema;
  value: Values;
  onChange: (value: Values) => void;
  faults?: FormFault[];
}

/** A form made from a JSON Schema. Empty optional fields are left out of the value. */
export function SchemaForm({ schema, value, onChange, faults = [] }: SchemaFormProps) {
  const { i18n } = useTranslation();
  const byPointer = useMemo(() => new Map(faults.map((fault) => [fault.pointer, fault.message])), [faults]);
  return (
    <div className={field.form}>
      {Object.entries(schema.properties ?? {}).map(([name, part]) => (
        <SchemaField
          key={`${name}-${i18n.language}`}
          name={name}
          pointer={`/${name}`}
          schema={part}
          root={schema}
          required={schema.required?.includes(name) ?? false}
          value={value[name]}
          faults={byPointer}
          top
          onChange={(next) => {
            onChange(withPart(value, name, next));
          }}
        />
      ))}
    </div>
  );
}

export function withPart(value: Values, name: string, next: unknown): Values {
  if (next !== undefined && next !== '') return { ...value, [name]: next };
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}
