import type { TFunction } from 'i18next';

/** `1 h 3 m 5 s`, in the units of the language; of long ones only the two biggest. */
export function duration(ms: number, t: TFunction): string {
  if (ms < 1000) return `${(Math.max(0, ms) / 1000).toFixed(1)} ${t('common.duration.s')}`;
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const;
  let rest = ms;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n > 0 || parts.length > 0) parts.push(`${String(n)} ${t(`common.duration.${unit}`)}`);
  }
  return parts.slice(0, 2).join(' ');
}

export function ago(instant: string, now: number, t: TFunction): string {
  const ms = now - Date.parse(instant);
  if (ms < -5000) return t('common.ago.soon', { time: duration(-ms, t) });
  if (ms < 10_000) return t('common.ago.now');
  if (ms < 60_000) return t('common.ago.seconds', { n: Math.floor(ms / 1000) });
  if (ms < 3_600_000) return t('common.ago.minutes', { n: Math.floor(ms / 60_000) });
  if (ms < 86_400_000) return t('common.ago.hours', { n: Math.floor(ms / 3_600_000) });
  return t('common.ago.days', { n: Math.floor(ms / 86_400_000) });
}

/** In the reader's zone, and saying which. */
export function exactly(instant: string, language: string): string {
  return new Date(instant).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'long' });
}

export function clock(instant: string | number, language: string): string {
  return new Date(instant).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const FORM = /^(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m)?\s*(?:(\d+(?:\.\d+)?)\s*s)?$/i;

/** `1h30m` or `PT1H30M` as ISO-8601; undefined where it is neither. */
export function parseDuration(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^P(?=[0-9T])(\d{1,5}D)?(T(?=[0-9])(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(trimmed)) return trimmed;
  const found = FORM.exec(trimmed);
  if (trimmed === '' || !found) return undefined;
  const [, d, h, m, s] = found;
  const time = (h ? `${h}H` : '') + (m ? `${m}M` : '') + (s ? `${s}S` : '');
  return `P${d ? `${d}D` : ''}${time ? `T${time}` : ''}`;
}

/** `PT1H30M` as `1h30m`, for a field. */
export function shortDuration(iso: string): string {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso);
  if (!found) return iso;
  const [, d, h, m, s] = found;
  const text = [d && `${d}d`, h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(Boolean).join('');
  return text === '' ? '0s' : text;
}
