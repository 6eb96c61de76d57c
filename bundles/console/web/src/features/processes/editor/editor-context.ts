import { createContext, useContext } from 'react';
import type { Atom } from '../../../api/atoms';
import type { Editing } from './history';

export type SideTab = 'node' | 'settings' | 'variables' | 'problems';

/** What the parts of the editor share. Cards and steps take none of it, so that they are drawn only when they change. */
export interface EditorState extends Editing {
  atoms: Atom[];
  businessKeys: { key: string; name: string }[];
  openNode: (id: string | null, tab?: SideTab) => void;
  showTab: (tab: SideTab) => void;
}

export const EditorContext = createContext<EditorState | null>(null);

export function useEditor(): EditorState {
  const state = useContext(EditorContext);
  if (!state) throw new Error('Only within the editor');
  return state;
}
