import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client';

export type Task = Schemas['Task'];
export type TaskStep = Schemas['TaskStep'];
export type TaskNode = Schemas['TaskNode'];
export type NodeWithAttempts = Schemas['NodeWithAttempts'];
export type TaskEvent = Schemas['Event'];
export type Action = Schemas['Action'];

export interface TaskFilters {
  state: Schemas['TaskState'][];
  process?: string;
  createdBy?: string;
  origin?: Schemas['OriginKind'];
  from?: string;
  to?: string;
  q?: string;
}

export const tasksQuery = (business: string, filters: TaskFilters) =>
  infiniteQueryOptions({
    queryKey: ['tasks', business, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/businesses/{business}/tasks', {
          params: {
            path: { business },
            query: { ...filters, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 10_000,
    placeholderData: (before) => before,
  });

export const taskQuery = (task: string) =>
  queryOptions({
    queryKey: ['task', task],
    queryFn: async () => {
      const found = await answer(api.GET('/tasks/{task}', { params: { path: { task } } }));
      return 'steps' in found && 'business' in found ? found : null;
    },
  });

export const nodeQuery = (task: string, node: string) =>
  queryOptions({
    queryKey: ['task', task, 'node', node],
    queryFn: () => answer(api.GET('/tasks/{task}/nodes/{node}', { params: { path: { task, node } } })),
  });

export const eventsQuery = (task: string) =>
  queryOptions({
    queryKey: ['task', task, 'events'],
    queryFn: async ({ signal }) => {
      const items: TaskEvent[] = [];
      let cursor: string | undefined;
      do {
        const page = await answer(
          api.GET('/tasks/{task}/events', {
            params: { path: { task }, query: { from: 0, limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
            headers: { Accept: 'application/json' },
            signal,
          }),
        );
        const list = page as Schemas['EventList'];
        items.push(...list.items);
        cursor = list.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < 5000);
      return items;
    },
  });
