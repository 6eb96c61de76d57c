import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionButton } from '../../shared/ui/action-button';
import { Ask } from '../../shared/ui/ask';
import { TextField } from '../../shared/ui/field';
import { tell } from '../../shared/ui/messages';
import { clone, resume, start, suspend, terminate } from './commands';
import type { Action, Task } from './queries';
import { whyNot } from './why-not';

/** What can be done with the whole task. Those that make no sense any more are left away; the others say why not. */
export function TaskActions({ task }: { task: Task }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Action | null>(null);
  const [comment, setComment] = useState('');
  const close = () => {
    setAsked(null);
  };
  const ended = task.state === 'SUCCEEDED' || task.state === 'TERMINATED';
  const why = (action: Action) => whyNot(task.allowed, action, task.state, t);
  const running = task.steps
    .flatMap((step) => step.nodes)
    .filter((it) => it.state === 'RUNNING' || it.state === 'WAITING');

  const button = (
    action: Action,
    look: 'contained' | 'outlined' = 'outlined',
    color: 'primary' | 'error' = 'primary',
  ) => (
    <ActionButton
      key={action}
      variant={look}
      color={color}
      why={why(action)}
      onClick={() => {
        setAsked(action);
      }}
    >
      {t(`words.action.${action}`)}
    </ActionButton>
  );

  return (
    <>
      {task.state === 'CREATED' && (
        <>
          <ActionButton
            variant="outlined"
            why={why('EDIT')}
            onClick={() => void navigate(`/b/${task.business}/tasks/new?task=${task.id}`)}
          >
            {t('words.action.EDIT')}
          </ActionButton>
          {button('START', 'contained')}
        </>
      )}
      {!ended &&
        task.state !== 'CREATED' &&
        (task.state === 'SUSPENDED' ? button('RESUME', 'contained') : button('SUSPEND'))}
      {!ended && button('TERMINATE', 'outlined', 'error')}
      {ended && button('CLONE')}
      {task.state === 'SUCCEEDED' && (
        <ActionButton
          variant="contained"
          why={why('CREATE_LIGHT_APP')}
          onClick={() => void navigate(`/b/${task.business}/tasks/${task.id}/light-app`)}
        >
          {t('words.action.CREATE_LIGHT_APP')}
        </ActionButton>
      )}

      {asked === 'START' && (
        <Ask
          title={`${t('words.action.START')}: ${task.name}`}
          action={t('words.action.START')}
          onDo={() => start(task.id)}
          onClose={close}
        />
      )}
      {asked === 'SUSPEND' && (
        <Ask
          title={`${t('words.action.SUSPEND')}: ${task.name}`}
          text={t('tasks.suspend.text')}
          action={t('words.action.SUSPEND')}
          onDo={() => suspend(task.id)}
          onClose={close}
        />
      )}
      {asked === 'RESUME' && (
        <Ask
          title={`${t('words.action.RESUME')}: ${task.name}`}
          action={t('words.action.RESUME')}
          onDo={() => resume(task.id)}
          onClose={close}
        />
      )}
      {asked === 'TERMINATE' && (
        <Ask
          title={t('tasks.terminate.title', { name: task.name })}
          text={t('tasks.terminate.text', { n: running.length })}
          action={t('words.action.TERMINATE')}
          dangerous
          onDo={() => terminate(task.id, comment)}
          onClose={close}
        >
          <TextField label={t('tasks.terminate.reason')} value={comment} onChange={setComment} lines={2} />
        </Ask>
      )}
      {asked === 'CLONE' && (
        <Ask
          title={`${t('words.action.CLONE')}: ${task.name}`}
          action={t('words.action.CLONE')}
          onDo={async () => {
            const copy = await clone(task.id, 'LATEST');
            tell(t('tasks.cloned'));
            await navigate(`/b/${copy.business}/tasks/${copy.id}`);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
