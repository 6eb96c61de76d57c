import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, versioned, type Schemas } from '../../api/client';
import { isProblem } from '../../api/problem';

export type Process = Schemas['Process'];

export interface ProcessFilters {
  type?: Schemas['ProcessType'];
  q?: string;
}

export const processesQuery = (business: string, filters: ProcessFilters) =>
  infiniteQueryOptions({
    queryKey: ['processes', business, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/businesses/{business}/processes', {
          params: {
            path: { business },
            query: { ...filters, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

export interface Stored {
  body: Process;
  etag: string;
}

/** The draft, where there is one and it is asked for; else what is published. */
export async function loadProcess(process: string, draft: boolean): Promise<Stored> {
  const get = (query: { draft?: boolean }) =>
    versioned(api.GET('/processes/{process}', { params: { path: { process }, query } }));
  if (!draft) return get({});
  try {
    return await get({ draft: true });
  } catch (error) {
    if (isProblem(error) && error.status === 404) return get({});
    throw error;
  }
}

export const processQuery = (process: string, draft: boolean) =>
  queryOptions({
    queryKey: ['process', process, draft],
    queryFn: async () => {
      try {
        return await loadProcess(process, draft);
      } catch (error) {
        // never published: the draft is all there is
        if (!draft && isProblem(error) && (error.status === 404 || error.status === 409))
          return loadProcess(process, true);
        throw error;
      }
    },
  });

export const revisionsQuery = (process: string) =>
  queryOptions({
    queryKey: ['process', process, 'revisions'],
    queryFn: () =>
      answer(api.GET('/processes/{process}/revisions', { params: { path: { process }, query: { limit: 200 } } })),
  });

export const differenceQuery = (process: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['process', process, 'difference', from, to],
    queryFn: () =>
      answer(
        api.GET('/processes/{process}/revisions/{from}/diff/{to}', {
          params: { path: { process, from: String(from), to: String(to) } },
        }),
      ),
  });
