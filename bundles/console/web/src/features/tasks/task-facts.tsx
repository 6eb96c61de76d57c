import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { duration, exactly } from '../../shared/lib/times';
import { useNow } from '../../shared/lib/use-now';
import { StateMark, type AnyState } from '../../shared/ui/state-mark';
import { Time } from '../../shared/ui/time';
import ui from '../../shared/ui/ui.module.css';
import type { Task } from './queries';
import css from './tasks.module.css';

function Elapsed({ task }: { task: Task }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  if (!task.startedAt) return null;
  const until = task.endedAt ? Date.parse(task.endedAt) : now;
  return <>{duration(until - Date.parse(task.startedAt), t)}</>;
}

/** The line under the name: of which process, who, when, how long, how many nodes in which state. */
export function TaskFacts({ task }: { task: Task }) {
  const { t, i18n } = useTranslation();
  const counts = new Map<AnyState, number>();
  for (const node of task.steps.flatMap((step) => step.nodes))
    counts.set(node.state, (counts.get(node.state) ?? 0) + 1);
  const running = (counts.get('RUNNING') ?? 0) + (counts.get('WAITING') ?? 0);
  return (
    <>
      <div className={css.facts}>
        <span>
          <Link to={`/b/${task.business}/processes/${task.process.id}`}>{task.process.name}</Link>{' '}
          {t('tasks.revision', { revision: task.process.revision })}
        </span>
        {task.state === 'CREATED' ? (
          <span>{t('tasks.preparedBy', { name: task.createdBy })}</span>
        ) : (
          <span>
            {task.createdBy} · <Time at={task.startedAt ?? task.createdAt} />
          </span>
        )}
        {task.startedAt && (
          <span>
            {task.endedAt ? t('tasks.duration') : t('tasks.elapsed')}{' '}
            <strong>
              <Elapsed task={task} />
            </strong>
          </span>
        )}
        {task.startAt && task.state === 'CREATED' && (
          <span>{t('tasks.startsAt', { time: exactly(task.startAt, i18n.language) })}</span>
        )}
      </div>
      <div className={css.counts} aria-live="polite">
        {[...counts].map(([state, count]) => (
          <span key={state} className={css.count}>
            <StateMark state={state} /> {count}
          </span>
        ))}
      </div>
      {task.state === 'SUSPENDED' && running > 0 && <p className={ui.note}>{t('tasks.suspending', { n: running })}</p>}
      {task.warnings.length > 0 && (
        <div className={ui.note}>
          <strong>{t('tasks.warnings')}</strong>
          <ul>
            {task.warnings.map((warning) => (
              <li key={warning.pointer + warning.code}>{warning.message}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
