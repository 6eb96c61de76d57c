import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useBusiness } from '../../app/use-business';
import { ActionButton } from '../../shared/ui/action-button';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Time } from '../../shared/ui/time';
import { Pairs, Value } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import css from './processes.module.css';
import { processQuery, type Process } from './queries';
import { Revisions } from './revisions';
import { UsedBy } from './used-by';

const TABS = ['steps', 'variables', 'history', 'used'] as const;

export function ProcessPage() {
  const { t } = useTranslation();
  const { process: id = '' } = useParams();
  const business = useBusiness();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const found = useQuery(processQuery(id, false));
  const tab = TABS.find((it) => it === params.get('tab')) ?? 'steps';

  if (found.error)
    return (
      <Page title={t('words.process')}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!found.data) return <GreyRows />;
  const process = found.data.body;
  const names = {
    steps: t('processes.view.steps'),
    variables: t('processes.view.variables'),
    history: t('processes.history'),
    used: t('processes.usedBy'),
  };

  return (
    <Page
      title={process.name}
      beside={
        <span className={ui.muted}>
          {t(`words.processType.${process.type}`)} ·{' '}
          {t('tasks.revision', { revision: process.publishedRevision ?? '–' })} · {process.updatedBy}{' '}
          <Time at={process.updatedAt} />
        </span>
      }
      actions={
        <>
          <ActionButton
            why={process.allowed.includes('EDIT') ? undefined : t('common.notAllowed')}
            onClick={() => void navigate(`/b/${business.id}/processes/${id}/edit`)}
          >
            {t('common.edit')}
          </ActionButton>
          <ActionButton
            variant="contained"
            why={
              process.publishedRevision === null
                ? t('newTask.unpublished')
                : process.allowed.includes('CREATE_TASK')
                  ? undefined
                  : t('common.notAllowed')
            }
            onClick={() => void navigate(`/b/${business.id}/tasks/new?process=${id}`)}
          >
            {t('words.newTask')}
          </ActionButton>
        </>
      }
    >
      {process.draft && (
        <p className={ui.note}>
          {t('processes.view.hasDraft')}{' '}
          <Link to={`/b/${business.id}/processes/${id}/edit`}>{t('processes.view.openDraft')}</Link>
        </p>
      )}
      <Tabs
        value={tab}
        aria-label={process.name}
        onChange={(_, next: string) => {
          setParams(next === 'steps' ? {} : { tab: next }, { replace: true });
        }}
      >
        {TABS.map((it) => (
          <Tab key={it} value={it} label={names[it]} id={`tab-${it}`} aria-controls={`panel-${it}`} />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className={css.tabPanel}>
        {tab === 'steps' && <ReadOnlySteps process={process} />}
        {tab === 'variables' && <Variables process={process} />}
        {tab === 'history' && <Revisions process={process} />}
        {tab === 'used' && <UsedBy process={process.id} />}
      </div>
    </Page>
  );
}

function ReadOnlySteps({ process }: { process: Pick<Process, 'steps'> }) {
  const { t } = useTranslation();
  return (
    <ol className={css.steps}>
      {process.steps.map((step, i) => (
        <li key={step.id} className={`${ui.panel} ${css.viewStep}`}>
          <h2>
            <span className={css.number}>{i + 1}</span> {step.name ?? step.id}{' '}
            <small className={ui.muted}>
              {t(`words.mode.${step.mode}`)} · {t(`words.start.${step.start}`)}
            </small>
          </h2>
          <ul className={css.viewNodes}>
            {step.nodes.map((node) => (
              <li key={node.id}>
                <h3>
                  {node.name ?? node.id}{' '}
                  <small className={ui.muted}>
                    {node.atom} {node.atomVersion ?? node.resolvedVersion}{' '}
                    {node.timing && `· ${t(`words.timing.${node.timing}`)}`}
                  </small>
                </h3>
                <Pairs values={node.params ?? {}} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Variables({ process }: { process: Process }) {
  const { t } = useTranslation();
  if (process.variables.length === 0) return <p className={ui.muted}>{t('processes.editor.variable.empty')}</p>;
  return (
    <div className={ui.panel}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th>{t('processes.editor.variable.key')}</th>
            <th>{t('common.name')}</th>
            <th>{t('processes.editor.variable.shown')}</th>
            <th>{t('processes.editor.variable.default')}</th>
          </tr>
        </thead>
        <tbody>
          {process.variables.map((variable) => (
            <tr key={variable.key}>
              <td>
                <span className={ui.chip}>{variable.key}</span>
              </td>
              <td>{variable.name}</td>
              <td>{variable.shown ? t('common.yes') : t('common.no')}</td>
              <td>
                <Value value={variable.default} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
