import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from './client';

export type Atom = Schemas['Atom'];

/** Every version of every atom, newest version first within a code. */
export const atomsQuery = (language: string) =>
  queryOptions({
    queryKey: ['atoms', language],
    staleTime: 30_000,
    queryFn: async () => {
      const items: Atom[] = [];
      let cursor: string | undefined;
      do {
        const page = await answer(
          api.GET('/atoms', { params: { query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } } }),
        );
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return items.sort((a, b) => a.code.localeCompare(b.code) || compareVersions(b.version, a.version));
    },
  });

export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The version that a task has, else the newest one. */
export function findAtom(atoms: Atom[], code: string, version?: string | null): Atom | undefined {
  const all = atoms.filter((atom) => atom.code === code);
  return all.find((atom) => atom.version === version) ?? all[0];
}
