import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { answer, api, versioned, type Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { queryClient } from '../../../api/query-client';
import { forget, keep, readKept } from '../../../shared/lib/persisted';
import { loadProcess, type Stored } from '../queries';
import { fromProcess, toInput, type Draft } from './draft';

/** What this browser keeps of work that is not saved. */
interface Kept {
  draft: Draft;
  etag: string;
  at: string;
}

export interface Conflict {
  theirs: Stored;
}

const KEEP_AFTER_MS = 400;

/**
 * A process on the server and what became of it here. Every change is kept in this browser; saving says on which
 * version it is based, and where somebody else was first nothing is overwritten.
 */
export function useStoredProcess(process: string | undefined) {
  return useQuery({
    queryKey: ['process', process, 'edited'],
    enabled: process !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => loadProcess(process ?? '', true),
  });
}

export function keptWork(slot: string): Kept | null {
  return readKept<Kept | null>(`process.${slot}`, null);
}

export function useSaving(
  business: string,
  given: { slot: string; keptEtag: string | undefined },
  stored: Stored | undefined,
  draft: Draft,
  load: (draft: Draft) => void,
  onCreated: (process: Schemas['Process']) => void,
) {
  const [base, setBase] = useState<{
    saved: Draft | null;
    etag: string;
    id: string | undefined;
    revision: number | null;
  }>(() => ({
    saved: stored ? draft : null,
    etag: given.keptEtag ?? stored?.etag ?? '', // kept work is based on what was there when it began
    id: stored?.body.id,
    revision: stored && !stored.body.draft ? stored.body.revision : null,
  }));
  const slot = base.id ?? given.slot;
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const changed = draft !== base.saved;
  const first = useRef(draft);

  useEffect(() => {
    if (draft === base.saved) {
      forget(`process.${slot}`);
      return;
    }
    if (draft === first.current) return;
    const timer = setTimeout(() => {
      keep(`process.${slot}`, { draft, etag: base.etag, at: new Date().toISOString() } satisfies Kept);
    }, KEEP_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, base, slot]);

  useEffect(() => {
    const keepNow = () => {
      if (draft !== base.saved && draft !== first.current)
        keep(`process.${slot}`, { draft, etag: base.etag, at: new Date().toISOString() } satisfies Kept);
    };
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [draft, base, slot]);

  const store = async (
    asDraft: boolean,
    comment: string,
    etag = base.etag,
  ): Promise<Schemas['Process'] | undefined> => {
    setBusy(true);
    setError(null);
    const body = toInput(draft, { draft: asDraft, ...(comment === '' ? {} : { comment }) });
    try {
      const result =
        base.id === undefined
          ? await versioned(
              api.POST('/businesses/{business}/processes', {
                params: { path: { business }, header: { 'Idempotency-Key': crypto.randomUUID() } },
                body,
              }),
            )
          : await versioned(
              api.PUT('/processes/{process}', {
                params: { path: { process: base.id }, header: { 'If-Match': etag } },
                body,
              }),
            );
      const process = result.body as Schemas['Process'];
      setBase({ saved: draft, etag: result.etag, id: process.id, revision: asDraft ? null : process.revision });
      forget(`process.${slot}`);
      forget(`process.${process.id}`);
      void queryClient.invalidateQueries({ queryKey: ['processes'] });
      void queryClient.invalidateQueries({ queryKey: ['process', process.id], refetchType: 'none' });
      if (base.id === undefined) onCreated(process);
      return process;
    } catch (failure) {
      if (isProblem(failure) && failure.status === 412 && base.id !== undefined)
        setConflict({ theirs: await loadProcess(base.id, true) });
      else setError(failure);
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  const takeTheirs = () => {
    if (!conflict) return;
    const theirs = fromProcess(conflict.theirs.body);
    load(theirs);
    setBase({
      saved: theirs,
      etag: conflict.theirs.etag,
      id: conflict.theirs.body.id,
      revision: conflict.theirs.body.draft ? null : conflict.theirs.body.revision,
    });
    forget(`process.${slot}`);
    setConflict(null);
  };

  const saveOverTheirs = async () => {
    if (!conflict) return;
    const { etag } = conflict.theirs;
    setConflict(null);
    await store(false, '', etag);
  };

  return useMemo(
    () => ({ changed, busy, error, conflict, setConflict, store, takeTheirs, saveOverTheirs, ...base }),
    // the functions see this draft and this base
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [changed, busy, error, conflict, base, draft],
  );
}

export type Saving = ReturnType<typeof useSaving>;

export const businessKeysQuery = (business: string) => ({
  queryKey: ['configuration', business, 'keys'],
  queryFn: async () => {
    const found = await answer(api.GET('/businesses/{business}/configuration', { params: { path: { business } } }));
    return found.variables.map((it) => ({ key: it.key, name: it.name ?? it.key }));
  },
});
