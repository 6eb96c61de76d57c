import { useEffect, useState } from 'react';
import { connection, lost, reached } from '../../api/connection';
import { queryClient } from '../../api/query-client';
import type { TaskEvent, Task } from './queries';

const KINDS = ['TASK_STATE', 'STEP_STATE', 'NODE_STATE', 'VARIABLES', 'PERSON', 'PROGRESS', 'LOG'] as const;

/** Told when a node's log grew. */
export const logGrowth = new EventTarget();

/**
 * Keeps a task's page true while it runs: every event asks for the task anew, at most once at a time; progress is
 * put in at once. One stream a tab, closed while the tab is hidden.
 */
export function useLiveTask(task: string, ended: boolean): boolean {
  const [live, setLive] = useState(false);

  useEffect(() => {
    if (ended) return;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let missed = false;

    const refresh = async () => {
      if (asking) {
        missed = true;
        return;
      }
      asking = true;
      do {
        missed = false;
        await queryClient.refetchQueries({ queryKey: ['task', task], type: 'active' });
      } while (missed);
      asking = false;
    };

    const hear = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as TaskEvent;
      if (event.kind === 'LOG') logGrowth.dispatchEvent(new CustomEvent('log', { detail: event.node ?? '' }));
      else if (event.kind === 'PROGRESS') showProgress(task, event);
      else void refresh();
    };

    const close = () => {
      clearTimeout(again);
      source?.close();
      source = undefined;
      setLive(false);
    };

    const open = () => {
      close();
      const seen = queryClient.getQueryData<TaskEvent[]>(['task', task, 'events'])?.at(-1)?.seq;
      source = new EventSource(`/api/v1/tasks/${task}/events${seen === undefined ? '' : `?from=${String(seen + 1)}`}`);
      KINDS.forEach((kind) => {
        source?.addEventListener(kind, hear as EventListener);
      });
      source.addEventListener('END', () => {
        close();
        void refresh();
      });
      source.onopen = () => {
        setLive(true);
        reached();
        void refresh();
      };
      source.onerror = () => {
        close();
        void fetch('/api/v1/health/ready').then(
          (answer) => {
            if (!answer.ok) lost();
          },
          () => {
            lost();
          },
        );
        again = setTimeout(open, 2000);
      };
    };

    const onVisibility = () => {
      if (document.hidden) close();
      else {
        open();
      }
    };
    const stopWatching = connection.subscribe(() => {
      if (!connection.get().lost && source === undefined && !document.hidden) open();
    });
    document.addEventListener('visibilitychange', onVisibility);
    if (!document.hidden) open();
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      stopWatching();
      close();
    };
  }, [task, ended]);

  return live && !ended;
}

function showProgress(task: string, event: TaskEvent): void {
  queryClient.setQueryData<Task>(
    ['task', task],
    (now) =>
      now && {
        ...now,
        steps: now.steps.map((step) => ({
          ...step,
          nodes: step.nodes.map((node) =>
            node.id === event.node ? { ...node, progress: event.progress ?? null } : node,
          ),
        })),
      },
  );
}
