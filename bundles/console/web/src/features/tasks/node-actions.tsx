import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me';
import { Ask } from '../../shared/ui/ask';
import { ActionButton } from '../../shared/ui/action-button';
import { TextField } from '../../shared/ui/field';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import ui from '../../shared/ui/ui.module.css';
import { answerQuestion, resolve, skip, stop } from './commands';
import type { Action, Task, TaskNode } from './queries';
import { RetryDialog } from './retry-dialog';
import css from './tasks.module.css';
import { whyNot } from './why-not';

export function NodeActions({ task, node }: { task: Task; node: TaskNode }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Action | null>(null);
  const [comment, setComment] = useState('');
  const close = () => {
    setAsked(null);
  };
  const seen = { attempt: node.attempt };
  const said = comment.trim() === '' ? seen : { ...seen, comment: comment.trim() };
  const button = (action: Action, look: 'contained' | 'outlined' = 'outlined') => (
    <ActionButton
      variant={look}
      why={whyNot(node.allowed, action, node.state, t)}
      onClick={() => {
        setAsked(action);
      }}
    >
      {t(`words.action.${action}`)}
    </ActionButton>
  );
  const failed = node.state === 'FAILED' || node.state === 'UNKNOWN';
  const running = node.state === 'RUNNING' || node.state === 'WAITING';

  return (
    <>
      {node.state === 'AWAITING_PERSON' && node.question && <Question task={task} node={node} />}
      {node.state === 'UNKNOWN' && <Resolve task={task} node={node} />}
      <div className={ui.actions}>
        {failed && button('RETRY', node.state === 'FAILED' ? 'contained' : 'outlined')}
        {failed && button('SKIP')}
        {running && button('STOP')}
      </div>
      {asked === 'RETRY' && <RetryDialog task={task} node={node} onClose={close} />}
      {asked === 'SKIP' && (
        <Ask
          title={t('tasks.skip.title', { name: node.name })}
          text={t('tasks.skip.text')}
          action={t('words.action.SKIP')}
          onDo={() => skip(task.id, node.id, said)}
          onClose={close}
        >
          <TextField label={t('common.reason')} value={comment} onChange={setComment} lines={2} />
        </Ask>
      )}
      {asked === 'STOP' && (
        <Ask
          title={t('tasks.stop.title', { name: node.name })}
          text={t('tasks.stop.text')}
          action={t('words.action.STOP')}
          dangerous
          onDo={() => stop(task.id, node.id, said)}
          onClose={close}
        >
          <TextField label={t('common.reason')} value={comment} onChange={setComment} lines={2} />
        </Ask>
      )}
    </>
  );
}

function Question({ task, node }: { task: Task; node: TaskNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const [comment, setComment] = useState('');
  const [error, setError] = useState<unknown>(null);
  const people = node.question?.people ?? [];
  const why = node.allowed.includes('CONTINUE')
    ? undefined
    : people.length > 0 && !people.includes(me.name)
      ? t('tasks.answer.who', { people: people.join(', ') })
      : t('common.notAllowed');
  const say = (decision: 'APPROVED' | 'REJECTED') => () => {
    answerQuestion(task.id, node.id, {
      attempt: node.attempt,
      decision,
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    }).catch(setError);
  };
  return (
    <section className={css.question} aria-label={t('tasks.answer.title')}>
      <h3>{t('tasks.answer.title')}</h3>
      <p className={css.questionText}>{node.question?.text}</p>
      <p className={ui.muted}>
        {people.length > 0 ? t('tasks.answer.who', { people: people.join(', ') }) : t('tasks.answer.anyone')}
      </p>
      <TextField label={t('common.comment')} value={comment} onChange={setComment} lines={2} />
      <ProblemNotice error={error} />
      <div className={ui.actions}>
        <ActionButton variant="contained" why={why} onClick={say('APPROVED')}>
          {t('tasks.answer.APPROVED')}
        </ActionButton>
        <ActionButton color="error" why={why} onClick={say('REJECTED')}>
          {t('tasks.answer.REJECTED')}
        </ActionButton>
      </div>
    </section>
  );
}

function Resolve({ task, node }: { task: Task; node: TaskNode }) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const [outputs, setOutputs] = useState('');
  const [error, setError] = useState<unknown>(null);
  const parsed = parseObject(outputs);
  const allowed = node.allowed.includes('RESOLVE');
  const say = (outcome: 'SUCCEEDED' | 'FAILED') => () => {
    resolve(task.id, node.id, {
      attempt: node.attempt,
      outcome,
      comment: comment.trim(),
      ...(outcome === 'SUCCEEDED' && parsed ? { outputs: parsed } : {}),
    }).catch(setError);
  };
  const ready = allowed && comment.trim() !== '';
  return (
    <section className={css.question} aria-label={t('words.action.RESOLVE')}>
      <h3>{t('tasks.resolve.title', { name: node.name })}</h3>
      <p>{t('tasks.resolve.text')}</p>
      <TextField label={t('tasks.resolve.comment')} value={comment} onChange={setComment} lines={2} required />
      <TextField
        label={t('tasks.resolve.outputs')}
        value={outputs}
        onChange={setOutputs}
        lines={2}
        code
        error={outputs.trim() !== '' && !parsed ? t('common.schema.badJson') : undefined}
      />
      <ProblemNotice error={error} />
      <div className={ui.actions}>
        <Button variant="contained" disabled={!ready} onClick={say('SUCCEEDED')}>
          {t('tasks.resolve.SUCCEEDED')}
        </Button>
        <Button color="error" disabled={!ready} onClick={say('FAILED')}>
          {t('tasks.resolve.FAILED')}
        </Button>
      </div>
    </section>
  );
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
