import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { Ask } from '../../shared/ui/ask';
import { GreyRows } from '../../shared/ui/grey-rows';
import { useTitle } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark, StateShape, tone, type AnyState } from '../../shared/ui/state-mark';
import { Value } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import css from './light-apps.module.css';

type Run = Schemas['LightAppRun'];

/** The second of two pages: Run. One sentence, a bar, the result. */
export function RunPage() {
  const { run = '' } = useParams();
  const found = useQuery({
    queryKey: ['run', run],
    queryFn: () => answer(api.GET('/tasks/{task}', { params: { path: { task: run } } })),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state === 'SUCCEEDED' || state === 'TERMINATED' ? false : 1000;
    },
  });
  if (found.error && !found.data)
    return (
      <main className={css.plain}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </main>
    );
  if (!found.data) return <GreyRows />;
  // whoever may see the task itself sees it whole
  if ('business' in found.data) return <Navigate to={`/b/${found.data.business}/tasks/${run}`} replace />;
  return <Shown run={found.data} />;
}

function Shown({ run }: { run: Run }) {
  const { t } = useTranslation();
  useTitle(run.name);
  const [asked, setAsked] = useState<'SUSPEND' | 'RESUME' | 'TERMINATE' | null>(null);
  const big =
    run.state === 'SUCCEEDED'
      ? 'done'
      : run.state === 'TERMINATED'
        ? 'stopped'
        : run.state === 'FAILED'
          ? 'trouble'
          : 'working';
  const ended = big === 'done' || big === 'stopped';
  const command = async () => {
    const path = { params: { path: { task: run.id } } };
    if (asked === 'SUSPEND') await answer(api.POST('/tasks/{task}/suspend', path));
    else if (asked === 'RESUME') await answer(api.POST('/tasks/{task}/resume', path));
    else await answer(api.POST('/tasks/{task}/terminate', path));
    await queryClient.invalidateQueries({ queryKey: ['run', run.id] });
  };
  return (
    <main className={css.plain}>
      <Link to="/apps">{t('words.desktop')}</Link>
      <h1>{run.app.name}</h1>
      <p className={`${css.big} ${tone(run.state)}`} role="status">
        <StateShape state={run.state} size={36} />
        {t(`apps.${big}`)}
      </p>
      <p className={css.words}>{run.words}</p>
      {!ended && (
        <>
          <progress className={css.progress} value={run.progress} max={1} aria-label={t('words.run')} />
          <p className={ui.muted}>{t('apps.leave')}</p>
        </>
      )}
      <ol className={css.runSteps}>
        {run.steps.map((step, i) => (
          <li key={i}>
            <span>{step.name}</span> <StateMark state={step.state as AnyState} />
          </li>
        ))}
      </ol>
      {run.outputs.length > 0 && (
        <section>
          <h2>{t('apps.result')}</h2>
          {run.outputs.map((it) => (
            <div key={it.label} className={css.labelled}>
              <strong>{it.label}</strong>
              <Value value={it.value} />
            </div>
          ))}
        </section>
      )}
      {run.inputs.length > 0 && (
        <section>
          <h2>{t('apps.entered')}</h2>
          {run.inputs.map((it) => (
            <div key={it.label} className={css.labelled}>
              <strong>{it.label}</strong>
              <Value value={it.value} />
            </div>
          ))}
        </section>
      )}
      {run.contacts.length > 0 && (
        <p className={ui.muted}>
          {t('apps.contactsAre', { names: run.contacts.map((it) => it.displayName).join(', ') })}
        </p>
      )}
      <div className={ui.actions}>
        {(['SUSPEND', 'RESUME', 'TERMINATE'] as const)
          .filter((it) => run.allowed.includes(it))
          .map((it) => (
            <Button
              key={it}
              size="large"
              color={it === 'TERMINATE' ? 'error' : 'primary'}
              onClick={() => {
                setAsked(it);
              }}
            >
              {t(`words.action.${it}`)}
            </Button>
          ))}
        {ended && (
          <Button size="large" variant="contained" component={Link} to={`/apps/${run.app.id}`}>
            {t('apps.again')}
          </Button>
        )}
      </div>
      {asked && (
        <Ask
          title={`${t(`words.action.${asked}`)}: ${run.app.name}`}
          action={t(`words.action.${asked}`)}
          dangerous={asked === 'TERMINATE'}
          onDo={command}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </main>
  );
}
