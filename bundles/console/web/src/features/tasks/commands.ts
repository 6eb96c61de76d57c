import { answer, api, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Task } from './queries';

/** Every command answers with the whole task, which is shown at once. */
async function shown(call: Promise<unknown>): Promise<void> {
  const task = (await call) as Task;
  queryClient.setQueryData(['task', task.id], task);
  await queryClient.invalidateQueries({ queryKey: ['task', task.id] });
}

const path = (task: string) => ({ params: { path: { task } } });
const nodePath = (task: string, node: string) => ({ params: { path: { task, node } } });

export const start = (task: string) => shown(answer(api.POST('/tasks/{task}/start', path(task))));
export const suspend = (task: string) => shown(answer(api.POST('/tasks/{task}/suspend', path(task))));
export const resume = (task: string) => shown(answer(api.POST('/tasks/{task}/resume', path(task))));
export const terminate = (task: string, comment: string) =>
  shown(answer(api.POST('/tasks/{task}/terminate', { ...path(task), body: comment === '' ? {} : { comment } })));
export const continueStep = (task: string, step: string) =>
  shown(answer(api.POST('/tasks/{task}/steps/{step}/continue', { params: { path: { task, step } } })));
export const clone = (task: string, revision: 'SAME' | 'LATEST') =>
  answer(
    api.POST('/tasks/{task}/clone', {
      params: { path: { task }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { revision },
    }),
  );

export const retry = (task: string, node: string, body: Schemas['Retry']) =>
  shown(answer(api.POST('/tasks/{task}/nodes/{node}/retry', { ...nodePath(task, node), body })));
export const skip = (task: string, node: string, body: Schemas['NodeComment']) =>
  shown(answer(api.POST('/tasks/{task}/nodes/{node}/skip', { ...nodePath(task, node), body })));
export const stop = (task: string, node: string, body: Schemas['NodeComment']) =>
  shown(answer(api.POST('/tasks/{task}/nodes/{node}/stop', { ...nodePath(task, node), body })));
export const answerQuestion = (task: string, node: string, body: Schemas['Decision']) =>
  shown(answer(api.POST('/tasks/{task}/nodes/{node}/continue', { ...nodePath(task, node), body })));
export const resolve = (task: string, node: string, body: Schemas['Resolution']) =>
  shown(answer(api.POST('/tasks/{task}/nodes/{node}/resolve', { ...nodePath(task, node), body })));
