import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../shared/ui/ask';
import ui from '../../shared/ui/ui.module.css';
import { retry, skip } from './commands';
import type { Task, TaskNode } from './queries';

/** Several failed nodes together; each is asked for by itself, with the attempt that was seen. */
export function BulkBar({ task, nodes }: { task: Task; nodes: TaskNode[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'RETRY' | 'SKIP' | null>(null);
  const all = async () => {
    for (const node of nodes) await (asked === 'RETRY' ? retry : skip)(task.id, node.id, { attempt: node.attempt });
  };
  return (
    <div className={ui.note}>
      {t('tasks.bulk.selected', { n: nodes.length })}{' '}
      <Button
        disabled={nodes.length === 0}
        onClick={() => {
          setAsked('RETRY');
        }}
      >
        {t('tasks.bulk.retry')}
      </Button>{' '}
      <Button
        disabled={nodes.length === 0}
        onClick={() => {
          setAsked('SKIP');
        }}
      >
        {t('tasks.bulk.skip')}
      </Button>
      {asked && (
        <Ask
          title={asked === 'RETRY' ? t('tasks.bulk.retry') : t('tasks.bulk.skip')}
          action={t(`words.action.${asked}`)}
          onDo={all}
          onClose={() => {
            setAsked(null);
          }}
        >
          <ul>
            {nodes.slice(0, 10).map((node) => (
              <li key={node.id}>{node.name}</li>
            ))}
          </ul>
        </Ask>
      )}
    </div>
  );
}
