import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from './client';
import { session } from './session';

export type Me = Schemas['Me'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(api.GET('/me')),
  staleTime: 60_000,
});

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether a cookie of before still counts. */
export async function findSession(): Promise<void> {
  try {
    const found = await answer(api.GET('/session'));
    session.set({ kind: 'OPEN', name: found.name, csrfToken: found.csrfToken });
  } catch {
    if (session.get().kind === 'UNKNOWN') session.set({ kind: 'NONE' });
  }
}

export async function signIn(user: string, password: string): Promise<void> {
  const begun = await answer(api.POST('/session', { body: { user, password } }));
  session.set({ kind: 'OPEN', name: begun.name, csrfToken: begun.csrfToken });
}

export async function signOut(): Promise<void> {
  await api.DELETE('/session');
  session.set({ kind: 'NONE' });
}
