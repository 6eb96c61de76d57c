import { guardedFetch } from '../../api/client';
import { ProblemError } from '../../api/problem';

export interface LogPart {
  text: string;
  next: number;
  ended: boolean;
}

/** At most 1 MiB of a node's log, from a byte on. */
export async function readLog(task: string, node: string, attempt: number, from: number): Promise<LogPart> {
  const response = await guardedFetch(
    new Request(`/api/v1/tasks/${task}/nodes/${node}/log?attempt=${String(attempt)}&from=${String(from)}`, {
      headers: { 'X-Requested-With': 'console' },
    }),
  );
  if (!response.ok) throw ProblemError.of(await response.json().catch(() => null), response);
  return {
    text: await response.text(),
    next: Number(response.headers.get('X-Log-Next') ?? from),
    ended: response.headers.get('X-Log-Ended') === 'true',
  };
}
