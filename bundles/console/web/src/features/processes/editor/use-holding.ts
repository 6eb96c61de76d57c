import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf, type Draft } from './draft';
import { moveNode, removeNode, type Edit } from './edits';

const ARROWS: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/**
 * Dragging by keyboard: space picks the focused card up, arrows move it within its step and between steps, Enter or
 * space drops it, Escape puts it back. Without a held card arrows move the focus; one card is in the tab order.
 */
export function useHolding(draft: Draft, edit: (edit: Edit, tag?: string) => void, onOpen: (node: string) => void) {
  const { t } = useTranslation();
  const [held, setHeld] = useState<string | null>(null);
  const [begin, setBegin] = useState<Draft | null>(null);
  const [tabStop, setTabStop] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [toFocus, setToFocus] = useState<{ id: string } | null>(null);

  // Only after the commit: a card that changes its step is another element then.
  useEffect(() => {
    if (toFocus) document.querySelector<HTMLElement>(`[data-card="${toFocus.id}"]`)?.focus();
  }, [toFocus]);

  const nameOf = (id: string) => draft.steps.flatMap((step) => step.nodes).find((node) => node.id === id)?.name ?? '';
  const focus = (id: string) => {
    setTabStop(id);
    setToFocus({ id });
  };

  const moveHeld = (id: string, [down, right]: [number, number]) => {
    const place = placeOf(draft, id);
    if (!place) return;
    const target = draft.steps[place.step + down];
    if (!target) return;
    const length = target.nodes.length - (down === 0 ? 1 : 0);
    const index = Math.max(0, Math.min(length, place.index + right));
    edit(moveNode(id, target.id, index), `hold.${id}`);
    setWords(t('processes.editor.heldAt', { step: target.name, n: index + 1 }));
    focus(id);
  };

  const moveFocus = (id: string, [down, right]: [number, number]) => {
    const place = placeOf(draft, id);
    if (!place) return;
    let { step, index } = { step: place.step + down, index: place.index + right };
    while (down !== 0 && draft.steps[step]?.nodes.length === 0) step += down;
    const nodes = draft.steps[step]?.nodes ?? [];
    index = Math.max(0, Math.min(nodes.length - 1, index));
    const next = nodes[index];
    if (next) focus(next.id);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.card;
    if (id === undefined || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (held === null) {
      if (event.key === ' ') {
        setHeld(id);
        setBegin(draft);
        setWords(t('processes.editor.held', { name: nameOf(id) }));
      } else if (event.key === 'Enter') onOpen(id);
      else if (arrow) moveFocus(id, arrow);
      else if (event.key === 'Delete') edit(removeNode(id));
      else return;
    } else if (arrow) moveHeld(held, arrow);
    else if (event.key === 'Enter' || event.key === ' ') {
      const place = placeOf(draft, held);
      setWords(
        t('processes.editor.dropped', {
          name: nameOf(held),
          step: place ? draft.steps[place.step]?.name : '',
          n: (place?.index ?? 0) + 1,
        }),
      );
      setHeld(null);
    } else if (event.key === 'Escape') {
      if (draft !== begin && begin) edit(() => begin);
      setWords(t('processes.editor.putBack', { name: nameOf(held) }));
      setHeld(null);
      focus(held);
    } else return;
    event.preventDefault();
  };

  return { held, words, tabStop, onKeyDown };
}
