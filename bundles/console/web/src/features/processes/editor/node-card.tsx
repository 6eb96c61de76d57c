import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, isIcon } from '../../../shared/ui/icon';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { DraftNode } from './draft';
import css from './editor.module.css';

interface NodeCardProps {
  node: DraftNode;
  icon: string;
  problems: number;
  chosen: boolean;
  held: boolean;
  tabStop: boolean;
  onOpen: (node: string) => void;
  onMove: (node: string) => void;
  onCopy: (node: string) => void;
  onDelete: (node: string) => void;
}

const same = (a: NodeCardProps, b: NodeCardProps) =>
  a.node === b.node &&
  a.icon === b.icon &&
  a.problems === b.problems &&
  a.chosen === b.chosen &&
  a.held === b.held &&
  a.tabStop === b.tabStop;

export const NodeCard = memo(function NodeCard(props: NodeCardProps) {
  const { node, icon, problems, chosen, held, tabStop, onOpen, onMove, onCopy, onDelete } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!card.current) return;
    return draggable({ element: card.current, getInitialData: () => ({ kind: 'node', id: node.id }) });
  }, [node.id]);
  return (
    <li
      ref={card}
      className={`${css.card} ${chosen ? css.chosenCard : ''} ${held ? css.heldCard : ''} ${problems > 0 ? css.badCard : ''}`}
      data-node={node.id}
    >
      {/* no <button>: Firefox drags none; the canvas hears the keys */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        role="button"
        className={css.cardOpen}
        data-card={node.id}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={chosen}
        onClick={() => {
          onOpen(node.id);
        }}
      >
        <Icon name={isIcon(icon) ? icon : 'box'} />
        <span className={css.cardText}>
          <strong>{node.name}</strong>
          {node.timing && <small>{t(`words.timing.${node.timing}`)}</small>}
        </span>
        {problems > 0 && (
          <span className={css.cardBad}>
            <Icon name="warning" size={14} />
            <span className="sr-only">{t('processes.editor.tabs.problems', { n: problems })}</span>
          </span>
        )}
      </div>
      <MenuButton
        label={t('processes.editor.nodeMenu', { name: node.name })}
        entries={[
          {
            label: t('processes.editor.moveTo'),
            onClick: () => {
              onMove(node.id);
            },
          },
          {
            label: t('processes.editor.copyNode'),
            onClick: () => {
              onCopy(node.id);
            },
          },
          {
            label: t('processes.editor.deleteNode'),
            onClick: () => {
              onDelete(node.id);
            },
          },
        ]}
      />
    </li>
  );
}, same);
