import { useTranslation } from 'react-i18next';
import { parseDuration, shortDuration } from '../lib/times';
import { CheckField, Field, Group } from '../ui/field';
import field from '../ui/field.module.css';
import { Icon } from '../ui/icon';
import ui from '../ui/ui.module.css';
import { useFormExtras } from './form-extras';
import { ParsedInput } from './parsed-input';
import { ReferenceInput } from './reference-input';
import { constants, helpOf, isReference, kindOf, resolved, titleOf, type JsonSchema } from './schema';
import { SecretInput } from './secret-input';
import { withPart } from './schema-form';

interface Props {
  name: string;
  pointer: string;
  schema: JsonSchema;
  root: JsonSchema;
  required: boolean;
  value: unknown;
  faults: Map<string, string>;
  top?: boolean;
  onChange: (value: unknown) => void;
}

const asText = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const asLines = (value: unknown): string => (Array.isArray(value) ? value.map(asText).join('\n') : asText(value));

const fromJson = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const fromLines = (numbers: boolean) => (text: string) => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  if (lines.length === 1 && isReference(lines[0])) return lines[0];
  return numbers ? lines.map(fromNumber) : lines;
};

const fromNumber = (text: string): unknown => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  return Number.isNaN(number) ? trimmed : number;
};

const localInstant = (iso: unknown): string => {
  if (typeof iso !== 'string' || Number.isNaN(Date.parse(iso))) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

export function SchemaField({
  name,
  pointer,
  schema: given,
  root,
  required,
  value,
  faults,
  top = false,
  onChange,
}: Props) {
  const { t, i18n } = useTranslation();
  const extras = useFormExtras();
  const schema = resolved(given, root);
  const kind = kindOf(schema);
  const label = titleOf(schema, name, i18n.language);
  const help = helpOf(schema, i18n.language);
  const error =
    faults.get(pointer) ?? [...faults].find(([at]) => at.startsWith(`${pointer}/`) && kind !== 'object')?.[1];
  const aside = top ? extras.aside?.({ name, label, schema, value }) : undefined;
  const below = top ? extras.below?.({ name, value }) : undefined;
  const common = { label, error, required, ...(aside ? { aside } : {}) };
  const withHelp = (more?: string) => {
    const text = [help, more].filter(Boolean).join(' · ');
    return text === '' ? {} : { help: text };
  };
  const done = (content: React.ReactNode) => (
    <div>
      {content}
      {below}
    </div>
  );

  const wholeReference =
    isReference(value) && !['text', 'longText', 'lines', 'json', 'number', 'duration'].includes(kind);
  if (wholeReference)
    return done(
      <Field {...common} {...withHelp()}>
        {(control) => (
          <div className={field.row}>
            <output id={control.id} className={ui.chip}>
              {value}
            </output>
            <button
              type="button"
              className={field.small}
              onClick={() => {
                onChange(schema.default);
              }}
            >
              <Icon name="close" size={14} />
              {t('processes.editor.variable.detach', { field: label })}
            </button>
          </div>
        )}
      </Field>,
    );

  const parsed = (format: (value: unknown) => string, parse: (text: string) => unknown, rows?: number, more?: string) =>
    done(
      <Field {...common} {...withHelp(more)}>
        {(control) => (
          <ParsedInput
            value={value}
            onChange={onChange}
            format={format}
            parse={parse}
            control={{ ...control, placeholder: exampleOf(schema) }}
            {...(rows === undefined ? {} : { rows })}
          />
        )}
      </Field>,
    );

  switch (kind) {
    case 'switch':
      return done(
        <div className={field.field}>
          <div className={field.head}>
            <CheckField label={label} checked={(value ?? schema.default ?? false) === true} onChange={onChange} />
            {aside}
          </div>
          {help && <p className={field.help}>{help}</p>}
          {error && <p className={field.error}>{error}</p>}
        </div>,
      );
    case 'choice': {
      const fixed = constants(schema);
      const options =
        fixed.length > 0
          ? fixed.map((it) => ({ value: it.const, label: titleOf(it, asText(it.const), i18n.language) }))
          : (schema.enum ?? []).map((it) => ({ value: it, label: asText(it) }));
      const at = options.findIndex((it) => it.value === (value ?? schema.default));
      return done(
        <Field {...common} {...withHelp()}>
          {(control) => (
            <select
              {...control}
              className={field.input}
              value={at}
              onChange={(event) => {
                onChange(options[Number(event.target.value)]?.value);
              }}
            >
              {(!required || at === -1) && <option value={-1}>{t('common.schema.unset')}</option>}
              {options.map((it, i) => (
                <option key={it.label} value={i}>
                  {it.label}
                </option>
              ))}
            </select>
          )}
        </Field>,
      );
    }
    case 'choices': {
      const chosen = (Array.isArray(value) ? value : Array.isArray(schema.default) ? schema.default : []) as unknown[];
      return done(
        <fieldset className={field.group}>
          <legend>{label}</legend>
          {aside}
          {(schema.items?.enum ?? []).map((it) => (
            <CheckField
              key={asText(it)}
              label={asText(it)}
              checked={chosen.includes(it)}
              onChange={(on) => {
                onChange(on ? [...chosen, it] : chosen.filter((other) => other !== it));
              }}
            />
          ))}
          {help && <p className={field.help}>{help}</p>}
          {error && <p className={field.error}>{error}</p>}
        </fieldset>,
      );
    }
    case 'lines':
      return parsed(asLines, fromLines(schema.items?.type !== 'string'), 3, t('common.schema.lines'));
    case 'number':
      return parsed(asText, fromNumber);
    case 'duration':
      return parsed(
        (it) => (typeof it === 'string' ? shortDuration(it) : asText(it)),
        (text) => (text.trim() === '' ? undefined : (parseDuration(text) ?? text)),
        undefined,
        t('common.schema.durationHelp'),
      );
    case 'instant':
      return done(
        <Field {...common} {...withHelp()}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className={field.input}
              value={localInstant(value)}
              onChange={(event) => {
                onChange(event.target.value === '' ? undefined : new Date(event.target.value).toISOString());
              }}
            />
          )}
        </Field>,
      );
    case 'secret':
      return done(
        <Field {...common} {...withHelp()}>
          {(control) => <SecretInput control={control} value={value} onChange={onChange} />}
        </Field>,
      );
    case 'text':
    case 'longText':
      return done(
        <Field {...common} {...withHelp()}>
          {(control) => (
            <ReferenceInput
              {...control}
              {...(kind === 'longText' ? { rows: 6, className: field.code ?? '' } : {})}
              placeholder={exampleOf(schema)}
              value={asText(value)}
              onChange={onChange}
            />
          )}
        </Field>,
      );
    case 'object': {
      const parts = (value ?? {}) as Record<string, unknown>;
      return done(
        <Group legend={label}>
          {aside}
          {help && <p className={field.help}>{help}</p>}
          {Object.entries(schema.properties ?? {}).map(([key, part]) => (
            <SchemaField
              key={key}
              name={key}
              pointer={`${pointer}/${key}`}
              schema={part}
              root={root}
              required={value !== undefined && (schema.required?.includes(key) ?? false)}
              value={parts[key]}
              faults={faults}
              onChange={(next) => {
                const whole = withPart(parts, key, next);
                onChange(Object.keys(whole).length === 0 && !required ? undefined : whole);
              }}
            />
          ))}
        </Group>,
      );
    }
    case 'table':
    case 'map':
    case 'json':
      return parsed(
        (it) => (it === undefined ? '' : typeof it === 'string' ? it : JSON.stringify(it, null, 2)),
        fromJson,
        3,
        t('common.schema.json'),
      );
  }
}

function exampleOf(schema: JsonSchema): string {
  const example = schema.examples?.[0];
  return example === undefined ? '' : Array.isArray(example) ? asLines(example) : asText(example);
}
