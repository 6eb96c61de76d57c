import { queryOptions } from '@tanstack/react-query';
import { answer, api, versioned, type Schemas } from '../../api/client';

export type Process = Schemas['Process'];
export type Task = Schemas['Task'];

export const publishedQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'published'],
    queryFn: () => answer(api.GET('/processes/{process}', { params: { path: { process } } })),
  });

/** A task that is prepared and not started, with the version that a change is based on. */
export const preparedQuery = (task: string) =>
  queryOptions({
    queryKey: ['task', task, 'prepared'],
    staleTime: Infinity,
    queryFn: async () => {
      const found = await versioned(api.GET('/tasks/{task}', { params: { path: { task } } }));
      return { task: found.body as Task, etag: found.etag };
    },
  });

export const selectionsQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'selections'],
    queryFn: () =>
      answer(api.GET('/processes/{process}/selections', { params: { path: { process }, query: { limit: 200 } } })),
  });
