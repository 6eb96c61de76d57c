import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark } from '../../shared/ui/state-mark';
import { Pairs } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import { EventList } from './event-list';
import { NodePanel } from './node-panel';
import { taskQuery, type Task } from './queries';
import { StepList } from './step-list';
import { TaskActions } from './task-actions';
import { TaskFacts } from './task-facts';
import css from './tasks.module.css';
import { Timeline } from './timeline';
import { useChoice } from './use-choice';
import { useLiveTask } from './use-live-task';

const TABS = ['steps', 'timeline', 'variables', 'events'] as const;

const hasEnded = (task: Task) => task.state === 'SUCCEEDED' || task.state === 'TERMINATED';

export function TaskPage() {
  const { task: id = '' } = useParams();
  const found = useQuery(taskQuery(id));
  if (found.error && !found.data)
    return (
      <Page title={id}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  return found.data ? <LoadedTask task={found.data} /> : <GreyRows />;
}

/** The node that somebody should look at first. */
function firstToSee(task: Task): string | null {
  const nodes = task.steps.flatMap((step) => step.nodes);
  const found =
    nodes.find((node) => node.state === 'UNKNOWN') ??
    nodes.find((node) => node.state === 'AWAITING_PERSON') ??
    nodes.find((node) => node.state === 'FAILED');
  return found?.id ?? null;
}

function LoadedTask({ task }: { task: Task }) {
  const { t } = useTranslation();
  const [tab, setTab] = useChoice('tab');
  const [node, setNode] = useChoice('node');
  const live = useLiveTask(task.id, hasEnded(task));
  const nodes = useMemo(() => task.steps.flatMap((step) => step.nodes), [task]);
  const shownTab = TABS.find((it) => it === tab) ?? 'steps';
  const urgent = firstToSee(task);

  useEffect(() => {
    if (urgent !== null && node === null && !hasEnded(task)) setNode(urgent);
    // only when another node becomes urgent: a panel that was closed stays closed
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [urgent]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input,textarea,select,[role=dialog]'))
        return;
      const wanted = { f: ['FAILED', 'UNKNOWN'], g: ['RUNNING', 'WAITING', 'AWAITING_PERSON'] }[event.key];
      if (!wanted) return;
      const fitting = nodes.filter((it) => wanted.includes(it.state));
      const next = fitting[(fitting.findIndex((it) => it.id === node) + 1) % fitting.length];
      if (next) setNode(next.id);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [nodes, node, setNode]);

  const open = nodes.find((it) => it.id === node);
  return (
    <div className={css.split}>
      <div className={css.main}>
        <Page
          wide
          title={task.name}
          beside={
            <>
              <StateMark state={task.state} size={20} />
              {task.overdue && <span className={css.overdue}>{t('tasks.overdue')}</span>}
              {!hasEnded(task) && (
                <span className={live ? css.live : css.notLive}>{live ? t('tasks.live') : t('tasks.notLive')}</span>
              )}
            </>
          }
          actions={<TaskActions task={task} />}
        >
          <TaskFacts task={task} />
          <Tabs
            value={shownTab}
            onChange={(_, next: string) => {
              setTab(next === 'steps' ? null : next);
            }}
            aria-label={task.name}
          >
            {TABS.map((it) => (
              <Tab key={it} value={it} id={`tab-${it}`} aria-controls={`panel-${it}`} label={t(`tasks.tabs.${it}`)} />
            ))}
          </Tabs>
          <div role="tabpanel" id={`panel-${shownTab}`} aria-labelledby={`tab-${shownTab}`} className={css.tabPanel}>
            {shownTab === 'steps' && <StepList task={task} chosen={node} onChoose={setNode} />}
            {shownTab === 'timeline' && <Timeline task={task} onChoose={setNode} />}
            {shownTab === 'events' && <EventList task={task} />}
            {shownTab === 'variables' &&
              (Object.keys(task.variables).length === 0 ? (
                <p className={ui.muted}>{t('tasks.variablesEmpty')}</p>
              ) : (
                <div className={`${ui.panel} ${css.padded}`}>
                  <Pairs values={task.variables} />
                </div>
              ))}
          </div>
        </Page>
      </div>
      {open && (
        <NodePanel
          key={open.id}
          task={task}
          node={open}
          onClose={() => {
            setNode(null);
          }}
        />
      )}
    </div>
  );
}
