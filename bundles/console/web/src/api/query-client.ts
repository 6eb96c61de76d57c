import { MutationCache, QueryClient } from '@tanstack/react-query';
import { whenBack } from './connection';
import { ProblemError } from './problem';
import { session } from './session';

export const queryClient = new QueryClient({
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 3000,
      retry: (count, error) => error instanceof ProblemError && error.status === 0 && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

whenBack(() => void queryClient.invalidateQueries());

let before = session.get();
session.subscribe(() => {
  const now = session.get();
  const samePerson = before.kind === 'ENDED' && now.kind === 'OPEN' && before.name === now.name;
  if (samePerson) void queryClient.invalidateQueries();
  else if (now.kind === 'NONE' || (now.kind === 'OPEN' && before.kind === 'ENDED')) queryClient.clear();
  before = now;
});
