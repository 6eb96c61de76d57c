import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { useMe } from '../../api/me';
import { useBusiness } from '../../app/use-business';
import { duration, exactly } from '../../shared/lib/times';
import { Empty } from '../../shared/ui/empty';
import { ChoiceField, TextField } from '../../shared/ui/field';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark } from '../../shared/ui/state-mark';
import { Time } from '../../shared/ui/time';
import { GreyRows } from '../../shared/ui/grey-rows';
import ui from '../../shared/ui/ui.module.css';
import { tasksQuery, type TaskFilters } from './queries';
import css from './tasks.module.css';

const STATES = ['CREATED', 'RUNNING', 'SUSPENDED', 'FAILED', 'TERMINATING', 'SUCCEEDED', 'TERMINATED'] as const;
const ORIGINS = ['CONSOLE', 'API', 'LIGHT_APP', 'SCHEDULE'] as const;
const FILTERS = ['state', 'process', 'createdBy', 'origin', 'from', 'to', 'q'] as const;

function filtersOf(params: URLSearchParams): TaskFilters {
  const text = (name: string) => {
    const value = params.get(name);
    return value === null || value === '' ? {} : { [name]: value };
  };
  const instant = (name: string) => {
    const value = params.get(name);
    return value === null || Number.isNaN(Date.parse(value)) ? {} : { [name]: new Date(value).toISOString() };
  };
  return {
    state: params.getAll('state') as Schemas['TaskState'][],
    ...text('process'),
    ...text('createdBy'),
    ...text('origin'),
    ...text('q'),
    ...instant('from'),
    ...instant('to'),
  };
}

export function TaskListPage() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const business = useBusiness();
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const tasks = useInfiniteQuery(tasksQuery(business.id, filters));
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = FILTERS.some((name) => params.has(name));

  const set = (name: (typeof FILTERS)[number], value: string) => {
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete(name);
        if (value !== '') next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };

  return (
    <Page title={t('words.taskRecords')}>
      <div className={ui.panel}>
        <div className={css.filters}>
          <TextField
            label={t('tasks.search')}
            type="search"
            value={params.get('q') ?? ''}
            onChange={(v) => {
              set('q', v);
            }}
          />
          <ChoiceField
            label={t('tasks.state')}
            value={params.get('state') ?? ''}
            onChange={(v) => {
              set('state', v);
            }}
            options={[
              { value: '', label: t('tasks.anyState') },
              ...STATES.map((state) => ({ value: state, label: t(`words.state.${state}`) })),
            ]}
          />
          <ChoiceField
            label={t('tasks.origin.label')}
            value={params.get('origin') ?? ''}
            onChange={(v) => {
              set('origin', v);
            }}
            options={[
              { value: '', label: t('common.all') },
              ...ORIGINS.map((origin) => ({ value: origin, label: t(`tasks.origin.${origin}`) })),
            ]}
          />
          <TextField
            label={t('tasks.createdBy')}
            value={params.get('createdBy') ?? ''}
            onChange={(v) => {
              set('createdBy', v);
            }}
          />
          <TextField
            label={t('tasks.from')}
            type="datetime-local"
            value={params.get('from') ?? ''}
            onChange={(v) => {
              set('from', v);
            }}
          />
          <TextField
            label={t('tasks.to')}
            type="datetime-local"
            value={params.get('to') ?? ''}
            onChange={(v) => {
              set('to', v);
            }}
          />
          <div className={css.quick}>
            <Button
              aria-pressed={filters.createdBy === me.name}
              variant={filters.createdBy === me.name ? 'contained' : 'outlined'}
              onClick={() => {
                set('createdBy', filters.createdBy === me.name ? '' : me.name);
              }}
            >
              {t('tasks.mine')}
            </Button>
            {filtered && (
              <Button
                variant="text"
                onClick={() => {
                  setParams({});
                }}
              >
                {t('common.clear')}
              </Button>
            )}
          </div>
        </div>
        <ProblemNotice error={tasks.error} retry={() => void tasks.refetch()} />
        {tasks.isPending && !tasks.error && <GreyRows />}
        {tasks.data && items.length === 0 && (
          <Empty
            title={filtered ? t('tasks.noMatch.title') : t('tasks.empty.title')}
            text={filtered ? t('tasks.noMatch.text') : t('tasks.empty.text')}
          >
            {filtered ? (
              <Button
                onClick={() => {
                  setParams({});
                }}
              >
                {t('common.clear')}
              </Button>
            ) : (
              <Button variant="contained" component={Link} to={`/b/${business.id}/processes`}>
                {t('tasks.empty.action')}
              </Button>
            )}
          </Empty>
        )}
        {items.length > 0 && (
          <div className={ui.scroll}>
            <table className={ui.table}>
              <thead>
                <tr>
                  <th>{t('tasks.state')}</th>
                  <th>{t('common.name')}</th>
                  <th>{t('words.process')}</th>
                  <th>{t('tasks.createdBy')}</th>
                  <th>{t('tasks.started')}</th>
                  <th>{t('tasks.duration')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((task) => (
                  <tr key={task.id}>
                    <td>
                      <StateMark state={task.state} />
                      {task.overdue && <span className={css.overdue}>{t('tasks.overdue')}</span>}
                    </td>
                    <td className={css.nameCell}>
                      <Link to={`/b/${business.id}/tasks/${task.id}`}>{task.name}</Link>
                    </td>
                    <td>
                      {task.process.name}{' '}
                      <span className={ui.muted}>{t('tasks.revision', { revision: task.process.revision })}</span>
                    </td>
                    <td>
                      {task.createdBy}{' '}
                      {task.origin.kind !== 'CONSOLE' && (
                        <span className={ui.muted}>· {t(`tasks.origin.${task.origin.kind}`)}</span>
                      )}
                    </td>
                    <td>{task.startedAt ? <Time at={task.startedAt} /> : <span className={ui.muted}>–</span>}</td>
                    <td title={task.endedAt ? exactly(task.endedAt, i18n.language) : undefined}>
                      {task.startedAt && task.endedAt
                        ? duration(Date.parse(task.endedAt) - Date.parse(task.startedAt), t)
                        : '–'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {tasks.hasNextPage && (
          <div className={ui.foot}>
            <Button onClick={() => void tasks.fetchNextPage()} disabled={tasks.isFetchingNextPage}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
