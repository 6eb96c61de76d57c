import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './field.module.css';

export interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** At the end of the label's line. */
  aside?: ReactNode;
  children: (control: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
    'aria-required'?: true;
  }) => ReactNode;
}

/** Label above, help under, the error beside what it is about. */
export function Field({ label, help, error, required = false, aside, children }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <div className={css.head}>
        <label htmlFor={id}>{label}</label>
        {required && (
          <span className={css.required} title={t('common.required')} aria-hidden="true">
            *
          </span>
        )}
        {aside}
      </div>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {help && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}

type Plain = Omit<FieldProps, 'children'> & { value: string; onChange: (value: string) => void };

interface TextProps extends Plain {
  type?: 'text' | 'password' | 'search' | 'datetime-local' | 'email';
  lines?: number;
  code?: boolean;
  autoComplete?: string;
  placeholder?: string;
  readOnly?: boolean;
  inputMode?: 'numeric' | 'decimal';
  focus?: boolean;
}

export function TextField({
  value,
  onChange,
  type = 'text',
  lines = 1,
  code = false,
  focus = false,
  autoComplete = 'off',
  placeholder,
  readOnly,
  inputMode,
  ...field
}: TextProps) {
  const given = {
    value,
    className: `${css.input} ${code ? css.code : ''}`,
    autoComplete,
    spellCheck: false,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(focus ? { ref: (element: HTMLElement | null) => element?.focus() } : {}),
    onChange: (event: { target: { value: string } }) => {
      onChange(event.target.value);
    },
  };
  return (
    <Field {...field}>
      {(control) =>
        lines > 1 ? <textarea {...control} {...given} rows={lines} /> : <input {...control} {...given} type={type} />
      }
    </Field>
  );
}

interface ChoiceProps extends Plain {
  options: { value: string; label: string }[];
  disabled?: boolean;
}

export function ChoiceField({ value, onChange, options, disabled = false, ...field }: ChoiceProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className={css.input}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function CheckField({ label, checked, onChange, disabled = false }: CheckProps) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}

export function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
