import Button from '@mui/material/Button';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../shared/ui/field';
import { Icon } from '../../shared/ui/icon';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import ui from '../../shared/ui/ui.module.css';
import { readLog, type LogPart } from './read-log';
import css from './tasks.module.css';
import { logGrowth } from './use-live-task';

const ROW = 18;
const POLL_MS = 3000;

interface LogViewProps {
  task: string;
  node: string;
  attempt: number;
}

/** Draws only the lines that are in view; the rest is text in memory. */
export function LogView({ task, node, attempt }: LogViewProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const [follow, setFollow] = useState(true);
  const [search, setSearch] = useState('');
  const [top, setTop] = useState(0);
  const at = useRef({ next: 0, ended: false, rest: '', busy: false });
  const box = useRef<HTMLDivElement>(null);

  const load = useCallback(async () => {
    const state = at.current;
    if (state.busy || state.ended) return;
    state.busy = true;
    try {
      let part: LogPart;
      do {
        part = await readLog(task, node, attempt, state.next);
        const grew = part.next > state.next;
        state.next = part.next;
        state.ended = part.ended;
        const text = state.rest + part.text;
        const cut = text.lastIndexOf('\n') + 1;
        state.rest = text.slice(cut);
        const fresh = text.slice(0, cut).split('\n').slice(0, -1);
        if (part.ended && state.rest !== '') fresh.push(state.rest);
        if (fresh.length > 0) setLines((now) => now.concat(fresh));
        setError(null);
        if (!grew) break;
      } while (!part.ended);
      setLoading(!state.ended);
    } catch (failure) {
      setError(failure);
    }
    state.busy = false;
  }, [task, node, attempt]);

  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), POLL_MS);
    const onGrowth = (event: Event) => {
      if ((event as CustomEvent<string>).detail === node) void load();
    };
    logGrowth.addEventListener('log', onGrowth);
    return () => {
      clearInterval(timer);
      logGrowth.removeEventListener('log', onGrowth);
    };
  }, [load, node]);

  useLayoutEffect(() => {
    if (follow && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, follow]);

  const hits = useMemo(() => {
    const wanted = search.toLowerCase();
    return wanted === '' ? [] : lines.flatMap((line, i) => (line.toLowerCase().includes(wanted) ? [i] : []));
  }, [lines, search]);

  const first = Math.max(0, Math.floor(top / ROW) - 10);
  const shown = lines.slice(first, first + 60);

  const nextHit = () => {
    const here = Math.floor(top / ROW);
    const next = hits.find((line) => line > here) ?? hits[0];
    if (next !== undefined && box.current) {
      setFollow(false);
      box.current.scrollTop = next * ROW;
    }
  };

  const download = () => {
    const url = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${node}-${String(attempt)}.log`;
    link.click();
    URL.revokeObjectURL(url);
  };

  return (
    <section>
      <div className={css.logHead}>
        <h3>{t('tasks.log')}</h3>
        <CheckField label={t('tasks.logFollow')} checked={follow} onChange={setFollow} />
        <Button
          variant="text"
          onClick={download}
          disabled={lines.length === 0}
          startIcon={<Icon name="download" size={16} />}
        >
          {t('tasks.logDownload')}
        </Button>
      </div>
      {lines.length > 8 && (
        <form
          className={css.logSearch}
          onSubmit={(event) => {
            event.preventDefault();
            nextHit();
          }}
        >
          <TextField label={t('tasks.logSearch')} type="search" value={search} onChange={setSearch} />
          {search !== '' && (
            <>
              <span className={ui.muted}>{t('tasks.logHits', { n: hits.length })}</span>
              <Button type="submit" disabled={hits.length === 0}>
                {t('tasks.nextHit')}
              </Button>
            </>
          )}
        </form>
      )}
      <ProblemNotice error={error} />
      {lines.length === 0 && !error && (
        <p className={ui.muted}>{loading ? t('tasks.logEmpty') : t('tasks.logEmpty')}</p>
      )}
      {lines.length > 0 && (
        <div
          ref={box}
          className={css.log}
          role="log"
          aria-label={t('tasks.log')}
          aria-live="off"
          // a region that scrolls must be reachable by keyboard
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onScroll={(event) => {
            const element = event.currentTarget;
            setTop(element.scrollTop);
            const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < ROW * 2;
            if (!atEnd && follow && element.scrollTop < top) setFollow(false);
          }}
        >
          <div style={{ height: lines.length * ROW }}>
            <pre style={{ transform: `translateY(${String(first * ROW)}px)` }}>
              {shown.map((line, i) => (
                <div key={first + i} className={hits.includes(first + i) ? css.hit : ''}>
                  {line === '' ? ' ' : line}
                </div>
              ))}
            </pre>
          </div>
        </div>
      )}
    </section>
  );
}
