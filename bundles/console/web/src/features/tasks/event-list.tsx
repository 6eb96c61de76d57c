import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clock, exactly } from '../../shared/lib/times';
import { GreyRows } from '../../shared/ui/grey-rows';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { looks, StateShape, tone, type AnyState } from '../../shared/ui/state-mark';
import ui from '../../shared/ui/ui.module.css';
import { eventsQuery, type Task, type TaskEvent } from './queries';
import css from './tasks.module.css';

const isState = (state: string | undefined): state is AnyState => state !== undefined && state in looks;

/** What happened, newest first, with who did it. */
export function EventList({ task }: { task: Task }) {
  const { t, i18n } = useTranslation();
  const events = useQuery(eventsQuery(task.id));
  const steps = new Map(task.steps.map((step) => [step.id, step.name]));
  const nodes = new Map(task.steps.flatMap((step) => step.nodes).map((node) => [node.id, node.name]));

  const worded = (event: TaskEvent): string => {
    const state = isState(event.state) ? t(`words.state.${event.state}`) : (event.state ?? '');
    const node = nodes.get(event.node ?? '') ?? event.node ?? '';
    switch (event.kind) {
      case 'TASK_STATE':
        return t('tasks.events.TASK_STATE', { state });
      case 'STEP_STATE':
        return t('tasks.events.STEP_STATE', { state, step: steps.get(event.step ?? '') ?? event.step });
      case 'NODE_STATE':
        return t('tasks.events.NODE_STATE', { state, node });
      case 'VARIABLES':
        return t('tasks.events.VARIABLES');
      default:
        return node === '' ? t('tasks.events.PERSON', { state }) : t('tasks.events.PERSON_NODE', { state, node });
    }
  };

  if (events.isPending) return <GreyRows />;
  return (
    <>
      <ProblemNotice error={events.error} retry={() => void events.refetch()} />
      {events.data?.length === 0 && <p className={ui.muted}>{t('tasks.events.empty')}</p>}
      <ol className={css.events}>
        {events.data?.toReversed().map((event) => (
          <li key={event.seq}>
            <time dateTime={event.at} title={exactly(event.at, i18n.language)}>
              {clock(event.at, i18n.language)}
            </time>
            <span className={isState(event.state) ? tone(event.state) : ''}>
              {isState(event.state) && <StateShape state={event.state} />}
            </span>
            <span>
              {worded(event)}
              {event.attempt !== undefined && event.attempt > 1 && (
                <span className={ui.muted}> · {t('tasks.events.attempt', { n: event.attempt })}</span>
              )}
            </span>
            <span className={ui.muted}>{event.by}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
