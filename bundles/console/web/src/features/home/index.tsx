import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client';
import { useMe } from '../../api/me';
import { useBusiness } from '../../app/use-business';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark } from '../../shared/ui/state-mark';
import { Time } from '../../shared/ui/time';
import ui from '../../shared/ui/ui.module.css';
import css from './home.module.css';

type State = Schemas['TaskState'];

function useTasks(business: string, key: string, query: { state?: State[]; createdBy?: string }) {
  return useQuery({
    queryKey: ['tasks', business, 'home', key],
    refetchInterval: 10_000,
    queryFn: () =>
      answer(
        api.GET('/businesses/{business}/tasks', { params: { path: { business }, query: { ...query, limit: 8 } } }),
      ),
  });
}

function TaskBox({
  title,
  items,
  empty,
}: {
  title: string;
  items: Schemas['TaskSummary'][] | undefined;
  empty: string;
}) {
  const business = useBusiness();
  return (
    <section className={ui.panel}>
      <h2 className={css.title}>{title}</h2>
      {items?.length === 0 && <p className={css.none}>{empty}</p>}
      <ul className={css.list}>
        {items?.map((task) => (
          <li key={task.id}>
            <StateMark state={task.state} />
            <Link to={`/b/${business.id}/tasks/${task.id}`}>{task.name}</Link>
            <span className={ui.muted}>
              <Time at={task.startedAt ?? task.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for the reader, what runs, where to begin. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const business = useBusiness();
  const urgent = useTasks(business.id, 'urgent', { state: ['FAILED', 'SUSPENDED'] });
  const running = useTasks(business.id, 'running', { state: ['RUNNING', 'TERMINATING'] });
  const mine = useTasks(business.id, 'mine', { createdBy: me.name });
  const processes = useQuery({
    queryKey: ['processes', business.id, 'home'],
    queryFn: () =>
      answer(
        api.GET('/businesses/{business}/processes', {
          params: { path: { business: business.id }, query: { limit: 8 } },
        }),
      ),
  });
  const base = `/b/${business.id}`;

  return (
    <Page
      title={business.name}
      beside={<span className={ui.muted}>{t(`words.${business.role}`)}</span>}
      actions={
        <Button variant="contained" component={Link} to={`${base}/processes`}>
          {t('words.taskProcess')}
        </Button>
      }
    >
      <ProblemNotice error={urgent.error} retry={() => void urgent.refetch()} />
      <div className={css.boxes}>
        <TaskBox title={t('home.urgent')} items={urgent.data?.items} empty={t('home.noUrgent')} />
        <TaskBox title={t('home.running')} items={running.data?.items} empty={t('home.noRunning')} />
        <section className={ui.panel}>
          <h2 className={css.title}>{t('words.taskProcess')}</h2>
          {processes.data?.items.length === 0 && (
            <div className={css.none}>
              <p>{t('processes.empty.text')}</p>
              {business.role === 'BUSINESS_ADMIN' && (
                <Button component={Link} to={`${base}/processes/new`}>
                  {t('words.newProcess')}
                </Button>
              )}
            </div>
          )}
          <ul className={css.list}>
            {processes.data?.items.map((process) => (
              <li key={process.id}>
                <Link to={`${base}/processes/${process.id}`}>{process.name}</Link>
                {process.publishedRevision !== null && (
                  <Button size="small" component={Link} to={`${base}/tasks/new?process=${process.id}`}>
                    {t('words.newTask')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <TaskBox title={t('home.mine')} items={mine.data?.items} empty={t('home.noMine')} />
      </div>
    </Page>
  );
}
