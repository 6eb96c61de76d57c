import { useTranslation } from 'react-i18next';
import { duration } from '../../shared/lib/times';
import { useNow } from '../../shared/lib/use-now';
import { StateShape, tone } from '../../shared/ui/state-mark';
import ui from '../../shared/ui/ui.module.css';
import type { Task, TaskNode } from './queries';
import css from './tasks.module.css';

const span = (node: TaskNode, now: number): [number, number] | null =>
  node.startedAt ? [Date.parse(node.startedAt), node.endedAt ? Date.parse(node.endedAt) : now] : null;

/** When each node ran, as a bar in a row that can be clicked whole; and how long by timing type. */
export function Timeline({ task, onChoose }: { task: Task; onChoose: (node: string) => void }) {
  const { t } = useTranslation();
  const now = useNow(task.endedAt ? 60_000 : 1000);
  const nodes = task.steps.flatMap((step) => step.nodes).filter((node) => node.state !== 'EXCLUDED');
  const spans = nodes.map((node) => span(node, now));
  const begin = Math.min(...spans.flatMap((it) => (it ? [it[0]] : [])));
  const end = Math.max(...spans.flatMap((it) => (it ? [it[1]] : [])), begin + 1);
  const percent = (ms: number) => `${String(((ms - begin) / (end - begin)) * 100)}%`;

  const byTiming = new Map<TaskNode['timing'], number>();
  nodes.forEach((node, i) => {
    const it = spans[i];
    if (it) byTiming.set(node.timing, (byTiming.get(node.timing) ?? 0) + it[1] - it[0]);
  });
  const longest = Math.max(1, ...byTiming.values());

  return (
    <div className={css.timeline}>
      <section className={`${ui.panel} ${css.padded}`}>
        <h2>{t('tasks.timeline.byNode')}</h2>
        <ol className={css.rows}>
          {nodes.map((node, i) => {
            const it = spans[i];
            return (
              <li key={node.id}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(node.id);
                  }}
                >
                  <span className={`${css.rowName} ${tone(node.state)}`}>
                    <StateShape state={node.state} />
                    <span>{node.name}</span>
                  </span>
                  <span className={css.track}>
                    {it && (
                      <span
                        className={`${css.span} ${tone(node.state)}`}
                        style={{ left: percent(it[0]), width: `max(3px, ${percent(begin + it[1] - it[0])})` }}
                      />
                    )}
                  </span>
                  <span className={css.rowTime}>
                    {it ? duration(it[1] - it[0], t) : t('tasks.timeline.notStarted')}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </section>
      <section className={`${ui.panel} ${css.padded}`}>
        <h2>{t('tasks.timeline.byTiming')}</h2>
        <ol className={css.rows}>
          {[...byTiming].map(([timing, ms]) => (
            <li key={timing}>
              <div className={css.row}>
                <span className={css.rowName}>{t(`words.timing.${timing}`)}</span>
                <span className={css.track}>
                  <span
                    className={css.span}
                    style={{ left: 0, width: `${String((ms / longest) * 100)}%`, color: 'var(--primary)' }}
                  />
                </span>
                <span className={css.rowTime}>{duration(ms, t)}</span>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
