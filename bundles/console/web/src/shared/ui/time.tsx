import { useTranslation } from 'react-i18next';
import { ago, exactly } from '../lib/times';
import { useNow } from '../lib/use-now';

/** How long ago; the exact time and zone on hovering. */
export function Time({ at }: { at: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow(10_000);
  return (
    <time dateTime={at} title={exactly(at, i18n.language)}>
      {ago(at, now, t)}
    </time>
  );
}
