import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration, exactly } from '../../shared/lib/times';
import { ChoiceField } from '../../shared/ui/field';
import { Icon } from '../../shared/ui/icon';
import { StateMark } from '../../shared/ui/state-mark';
import { Pairs, Value } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import { LogView } from './log-view';
import { NodeActions } from './node-actions';
import { nodeQuery, type NodeWithAttempts, type Task, type TaskNode } from './queries';
import css from './tasks.module.css';

interface NodePanelProps {
  task: Task;
  node: TaskNode;
  onClose: () => void;
}

/** Everything about one node: why it stands as it stands first, then what can be done, log, values, attempts. */
export function NodePanel({ task, node, onClose }: NodePanelProps) {
  const { t, i18n } = useTranslation();
  const full = useQuery(nodeQuery(task.id, node.id)).data;
  const [picked, setPicked] = useState<number | null>(null);
  const attempts = full?.attempts ?? [];
  const attempt = attempts.find((it) => it.attempt === picked) ?? attempts.at(-1);
  const error = attempt?.error ?? (picked === null ? node.error : null);

  return (
    <aside className={css.panel} aria-label={node.name}>
      <header className={css.panelHead}>
        <div>
          <h2>{node.name}</h2>
          <span className={ui.muted}>
            {node.atom.code} {node.atom.version} · {t(`words.timing.${node.timing}`)}
          </span>
        </div>
        <IconButton aria-label={t('tasks.closePanel')} onClick={onClose} size="small" color="inherit">
          <Icon name="close" />
        </IconButton>
      </header>
      <div className={css.panelBody}>
        <div className={css.panelState}>
          <StateMark state={picked === null ? node.state : (attempt?.state ?? node.state)} />
          {attempt && <AttemptTime attempt={attempt} />}
        </div>
        {node.waitingFor && (
          <p className={ui.muted}>
            {node.waitingFor.until
              ? t('tasks.waitingUntil', {
                  detail: node.waitingFor.detail,
                  time: exactly(node.waitingFor.until, i18n.language),
                })
              : t('tasks.waitingFor', { detail: node.waitingFor.detail })}
          </p>
        )}
        {error && (
          <section className={ui.problem} aria-label={t('tasks.failedAttempt')}>
            <strong>{error.message}</strong>
            <code>{error.code}</code>
          </section>
        )}
        <NodeActions task={task} node={node} />
        {attempts.length > 1 && (
          <ChoiceField
            label={t('tasks.attempts')}
            value={String(attempt?.attempt ?? '')}
            onChange={(value) => {
              setPicked(Number(value));
            }}
            options={attempts.map((it) => ({
              value: String(it.attempt),
              label: `${t('tasks.attempt', { n: it.attempt })} · ${t(`words.state.${it.state}`)}${it.by ? ` · ${it.by}` : ''}`,
            }))}
          />
        )}
        {attempt && attempt.changes.length > 0 && (
          <section>
            <h3>{t('tasks.changedSince')}</h3>
            <Changes changes={attempt.changes} />
          </section>
        )}
        {attempt && <LogView key={attempt.attempt} task={task.id} node={node.id} attempt={attempt.attempt} />}
        <section>
          <h3>{t('tasks.outputs')}</h3>
          {Object.keys(attempt?.outputs ?? node.outputs).length === 0 ? (
            <p className={ui.muted}>{t('tasks.noOutputs')}</p>
          ) : (
            <Pairs values={attempt?.outputs ?? node.outputs} />
          )}
        </section>
        <section>
          <h3>{t('tasks.inputs')}</h3>
          {Object.keys(attempt?.params ?? node.params).length === 0 ? (
            <p className={ui.muted}>{t('tasks.noInputs')}</p>
          ) : (
            <Pairs values={attempt?.params ?? node.params} />
          )}
        </section>
      </div>
    </aside>
  );
}

function AttemptTime({ attempt }: { attempt: NodeWithAttempts['attempts'][number] }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={ui.muted} title={exactly(attempt.startedAt, i18n.language)}>
      {attempt.endedAt && duration(Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt), t)}
      {attempt.by && ` ${t('common.by', { name: attempt.by })}`}
    </span>
  );
}

export function Changes({ changes }: { changes: { pointer: string; before?: unknown; after?: unknown }[] }) {
  const { t } = useTranslation();
  return (
    <div className={ui.scroll}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th>{t('words.variableKey')}</th>
            <th>{t('tasks.before')}</th>
            <th>{t('tasks.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.pointer}>
              <td>
                <code>{change.pointer}</code>
              </td>
              <td>
                <Value value={change.before} />
              </td>
              <td className={css.changed}>
                <Value value={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
