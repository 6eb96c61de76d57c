import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import ui from './ui.module.css';

/** In place of rows that are on their way; nothing for the first moment, so that quick answers do not flicker. */
export function GreyRows({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div
      aria-busy="true"
      aria-label={t('common.loading')}
      role="status"
      style={{ padding: 16, display: 'grid', gap: 16 }}
    >
      {late && Array.from({ length: rows }, (_, i) => <div key={i} className={ui.grey} />)}
    </div>
  );
}
