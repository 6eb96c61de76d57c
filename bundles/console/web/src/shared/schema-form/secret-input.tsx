import { useTranslation } from 'react-i18next';
import field from '../ui/field.module.css';
import { useFormExtras } from './form-extras';
import { ReferenceInput } from './reference-input';

interface Props {
  control: Record<string, unknown>;
  value: unknown;
  onChange: (value: unknown) => void;
}

const nameIn = (value: unknown): string => {
  const secret = (value as { secret?: unknown } | null | undefined)?.secret;
  return typeof secret === 'string' ? secret : '';
};

/** In a process the name of a secret of the business; in a task the secret itself, which is never shown again. */
export function SecretInput({ control, value, onChange }: Props) {
  const { t } = useTranslation();
  const { enterSecrets } = useFormExtras();
  const kept = typeof value === 'object' && value !== null && (value as { secret?: unknown }).secret === true;
  if (enterSecrets || kept)
    return (
      <input
        {...control}
        type="password"
        autoComplete="new-password"
        className={field.input}
        placeholder={kept ? t('common.secretKept') : ''}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          onChange(event.target.value === '' ? (kept ? { secret: true } : undefined) : event.target.value);
        }}
      />
    );
  return (
    <ReferenceInput
      {...control}
      placeholder={t('common.schema.secret')}
      value={typeof value === 'string' ? value : nameIn(value)}
      onChange={(text) => {
        if (text === '') onChange(undefined);
        else onChange(text.includes('$') ? text : { secret: text });
      }}
    />
  );
}
