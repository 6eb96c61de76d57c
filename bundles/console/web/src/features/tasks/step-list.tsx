import Button from '@mui/material/Button';
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../shared/lib/times';
import { useNow } from '../../shared/lib/use-now';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark, StateShape, tone } from '../../shared/ui/state-mark';
import ui from '../../shared/ui/ui.module.css';
import { BulkBar } from './bulk-bar';
import { continueStep } from './commands';
import type { Task, TaskNode, TaskStep } from './queries';
import css from './tasks.module.css';

interface StepListProps {
  task: Task;
  chosen: string | null;
  onChoose: (node: string) => void;
}

export function StepList({ task, chosen, onChoose }: StepListProps) {
  const [picked, setPicked] = useState<string[]>([]);
  const pick = useCallback((node: string, on: boolean) => {
    setPicked((now) => (on ? [...now, node] : now.filter((it) => it !== node)));
  }, []);
  const failed = task.steps.flatMap((step) => step.nodes).filter((node) => node.allowed.includes('SKIP'));
  const open = picked.filter((id) => failed.some((node) => node.id === id));
  return (
    <>
      {failed.length > 1 && <BulkBar task={task} nodes={failed.filter((node) => open.includes(node.id))} />}
      <ol className={css.steps}>
        {task.steps.map((step, i) => (
          <Step
            key={step.id}
            task={task}
            step={step}
            number={i + 1}
            chosen={chosen}
            onChoose={onChoose}
            picked={failed.length > 1 ? open : null}
            onPick={pick}
          />
        ))}
      </ol>
    </>
  );
}

interface StepProps extends StepListProps {
  step: TaskStep;
  number: number;
  picked: string[] | null;
  onPick: (node: string, on: boolean) => void;
}

function Step({ task, step, number, chosen, onChoose, picked, onPick }: StepProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  return (
    <li className={css.step}>
      <div className={css.stepHead}>
        <span className={css.number}>{number}</span>
        <h2>{step.name}</h2>
        <StateMark state={step.state} />
        <span className={ui.muted}>
          {t(`words.mode.${step.mode}`)}
          {step.start === 'MANUAL' && ` · ${t('words.start.MANUAL')}`}
        </span>
        {step.state === 'AWAITING_PERSON' && (
          <Button
            variant="contained"
            disabled={!step.allowed.includes('CONTINUE')}
            onClick={() => {
              continueStep(task.id, step.id).catch(setError);
            }}
          >
            {t('tasks.manual.start', { name: step.name })}
          </Button>
        )}
      </div>
      {step.state === 'AWAITING_PERSON' && <p className={css.stepNote}>{t('tasks.manual.text')}</p>}
      <ProblemNotice error={error} />
      <ul className={`${css.nodes} ${step.mode === 'SERIAL' ? css.serial : ''}`}>
        {step.nodes.map((node) => (
          <li key={node.id} className={css.nodeItem}>
            {picked !== null && node.allowed.includes('SKIP') && (
              <input
                type="checkbox"
                className={css.pick}
                aria-label={node.name}
                checked={picked.includes(node.id)}
                onChange={(event) => {
                  onPick(node.id, event.target.checked);
                }}
              />
            )}
            <NodeCard node={node} chosen={chosen === node.id} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface NodeCardProps {
  node: TaskNode;
  chosen: boolean;
  onChoose: (node: string) => void;
}

const NodeCard = memo(function NodeCard({ node, chosen, onChoose }: NodeCardProps) {
  const { t } = useTranslation();
  const active = node.state === 'RUNNING' || node.state === 'WAITING';
  return (
    <button
      type="button"
      className={`${css.card} ${chosen ? css.chosen : ''} ${node.state === 'FAILED' ? css.cardFailed : ''} ${node.state === 'UNKNOWN' ? css.cardUnknown : ''}`}
      aria-pressed={chosen}
      onClick={() => {
        onChoose(node.id);
      }}
    >
      <span className={`${css.cardState} ${tone(node.state)}`}>
        <StateShape state={node.state} />
        {t(`words.state.${node.state}`)}
      </span>
      <strong className={css.cardName}>{node.name}</strong>
      <span className={css.cardMeta}>
        {node.startedAt && <NodeTime node={node} />}
        {node.attempt > 1 && <span>{t('tasks.attempt', { n: node.attempt })}</span>}
      </span>
      {node.error && node.state === 'FAILED' && <span className={css.cardError}>{node.error.message}</span>}
      {node.waitingFor && <span className={css.cardWait}>{node.waitingFor.detail}</span>}
      {active && node.progress !== null && (
        <span className={css.bar}>
          <span style={{ width: `${String(Math.round(node.progress * 100))}%` }} />
        </span>
      )}
    </button>
  );
});

function NodeTime({ node }: { node: TaskNode }) {
  return node.endedAt ? (
    <Took from={node.startedAt ?? ''} to={Date.parse(node.endedAt)} />
  ) : (
    <Running from={node.startedAt ?? ''} />
  );
}

function Running({ from }: { from: string }) {
  const now = useNow(1000);
  return <Took from={from} to={now} />;
}

function Took({ from, to }: { from: string; to: number }) {
  const { t } = useTranslation();
  return <span>{duration(to - Date.parse(from), t)}</span>;
}
