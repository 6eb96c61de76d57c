import { useCallback, useMemo, useReducer } from 'react';
import type { Draft } from './draft';
import type { Edit } from './edits';

const LONGEST = 200;
const JOIN_MS = 1500;

export interface History {
  past: Draft[];
  now: Draft;
  future: Draft[];
  /** Of the last change: changes with the same tag soon after it are one for undo. */
  tag: string | undefined;
  at: number;
}

type Step =
  | { kind: 'EDIT'; edit: Edit; tag: string | undefined; at: number }
  | { kind: 'UNDO' }
  | { kind: 'REDO' }
  | { kind: 'LOAD'; draft: Draft };

export function step(history: History, step: Step): History {
  switch (step.kind) {
    case 'LOAD':
      return { past: [], now: step.draft, future: [], tag: undefined, at: 0 };
    case 'UNDO': {
      const before = history.past.at(-1);
      if (!before) return history;
      return {
        past: history.past.slice(0, -1),
        now: before,
        future: [history.now, ...history.future],
        tag: undefined,
        at: 0,
      };
    }
    case 'REDO': {
      const [next, ...future] = history.future;
      if (!next) return history;
      return { past: [...history.past, history.now], now: next, future, tag: undefined, at: 0 };
    }
    case 'EDIT': {
      const now = step.edit(history.now);
      if (now === history.now) return history;
      const joined = step.tag !== undefined && step.tag === history.tag && step.at - history.at < JOIN_MS;
      return {
        past: joined ? history.past : [...history.past, history.now].slice(-LONGEST),
        now,
        future: [],
        tag: step.tag,
        at: step.at,
      };
    }
  }
}

export interface Editing {
  draft: Draft;
  edit: (edit: Edit, tag?: string) => void;
  undo: () => void;
  redo: () => void;
  load: (draft: Draft) => void;
  canUndo: boolean;
  canRedo: boolean;
}

export function useHistory(initial: Draft): Editing {
  const [history, dispatch] = useReducer(step, { past: [], now: initial, future: [], tag: undefined, at: 0 });
  const edit = useCallback((change: Edit, tag?: string) => {
    dispatch({ kind: 'EDIT', edit: change, tag, at: Date.now() });
  }, []);
  const undo = useCallback(() => {
    dispatch({ kind: 'UNDO' });
  }, []);
  const redo = useCallback(() => {
    dispatch({ kind: 'REDO' });
  }, []);
  const load = useCallback((draft: Draft) => {
    dispatch({ kind: 'LOAD', draft });
  }, []);
  return useMemo(
    () => ({
      draft: history.now,
      edit,
      undo,
      redo,
      load,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [history, edit, undo, redo, load],
  );
}
