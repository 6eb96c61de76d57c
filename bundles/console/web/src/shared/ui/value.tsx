import { useTranslation } from 'react-i18next';
import { References } from './references';
import ui from './ui.module.css';

const isSecret = (value: unknown) => typeof value === 'object' && value !== null && 'secret' in value;

/** A JSON value for reading: lists of texts line by line, secrets never. */
export function Value({ value }: { value: unknown }) {
  const { t } = useTranslation();
  if (value === null || value === undefined) return <span className={ui.muted}>–</span>;
  if (isSecret(value)) return <span className={ui.muted}>••••••</span>;
  if (typeof value === 'boolean') return <span>{value ? t('common.yes') : t('common.no')}</span>;
  if (typeof value === 'string') return <References text={value} />;
  if (Array.isArray(value) && value.length > 0 && value.every((it) => typeof it === 'string'))
    return <References text={value.join('\n')} />;
  return <pre className={ui.value}>{typeof value === 'number' ? String(value) : JSON.stringify(value, null, 2)}</pre>;
}

export function Pairs({ values, titles }: { values: Record<string, unknown>; titles?: Record<string, string> }) {
  return (
    <dl className={ui.pairs}>
      {Object.entries(values).map(([key, value]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{titles?.[key] ?? <code>{key}</code>}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
