import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import Button from '@mui/material/Button';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAtom, type Atom } from '../../../api/atoms';
import { Icon } from '../../../shared/ui/icon';
import { MenuButton } from '../../../shared/ui/menu-button';
import ui from '../../../shared/ui/ui.module.css';
import type { Draft, DraftStep } from './draft';
import {
  addNode,
  addStep,
  copyNode,
  copyStep,
  moveNode,
  moveStep,
  removeNode,
  removeStep,
  setStep,
  type Edit,
} from './edits';
import css from './editor.module.css';
import { MoveDialog } from './move-dialog';
import { NodeCard } from './node-card';
import type { Problem } from './problems';
import { useHolding } from './use-holding';

interface CanvasProps {
  draft: Draft;
  problems: Problem[];
  atoms: Atom[];
  chosenNode: string | null;
  chosenStep: string;
  onChooseStep: (step: string) => void;
  onOpen: (node: string) => void;
  edit: (edit: Edit, tag?: string) => void;
}

/** Where in a step's list the pointer is: before the first card whose middle it has not passed. */
function dropIndex(list: Element, x: number, y: number, moved: string | undefined): number {
  const cards = [...list.querySelectorAll<HTMLElement>('[data-node]')].filter((card) => card.dataset.node !== moved);
  const at = cards.findIndex((card) => {
    const box = card.getBoundingClientRect();
    return y < box.top || (y <= box.bottom && x < box.left + box.width / 2);
  });
  return at === -1 ? cards.length : at;
}

/** Draws the place of the drop without React, which would draw the cards anew at every move. */
function showPlace(list: Element | null, index: number, moved: string | undefined): void {
  document.querySelectorAll('[data-drop]').forEach((element) => {
    element.removeAttribute('data-drop');
  });
  if (!list) return;
  const cards = [...list.querySelectorAll<HTMLElement>('[data-node]')].filter((card) => card.dataset.node !== moved);
  const before = cards[index];
  if (before) before.setAttribute('data-drop', 'before');
  else (cards.at(-1) ?? list).setAttribute('data-drop', 'after');
}

export function Canvas(props: CanvasProps) {
  const { draft, problems, atoms, chosenNode, chosenStep, onChooseStep, onOpen, edit } = props;
  const { t } = useTranslation();
  const [moved, setMoved] = useState<string | null>(null);
  const counts = useMemo(() => {
    const byNode = new Map<string, number>();
    for (const it of problems) if (it.node) byNode.set(it.node, (byNode.get(it.node) ?? 0) + 1);
    return byNode;
  }, [problems]);
  const holding = useHolding(draft, edit, onOpen);

  useEffect(
    () =>
      monitorForElements({
        onDrag: ({ source, location }) => {
          const target = location.current.dropTargets[0];
          const { clientX, clientY } = location.current.input;
          const id = source.data.id as string | undefined;
          showPlace(target?.element ?? null, target ? dropIndex(target.element, clientX, clientY, id) : 0, id);
        },
        onDrop: ({ source, location }) => {
          showPlace(null, 0, undefined);
          const target = location.current.dropTargets[0];
          if (!target) return;
          const { clientX, clientY } = location.current.input;
          const step = target.data.step as string;
          const id = source.data.id as string | undefined;
          const index = dropIndex(target.element, clientX, clientY, id);
          if (id !== undefined) edit(moveNode(id, step, index));
          const atom = findAtom(atoms, (source.data.code as string | undefined) ?? '');
          if (atom) edit(addNode(atom, step, index));
          onChooseStep(step);
        },
      }),
    [atoms, edit, onChooseStep],
  );

  return (
    // keys of all cards are heard here, so that a card has no handler of its own
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css.canvas} onKeyDown={holding.onKeyDown}>
      <div aria-live="assertive" className="sr-only">
        {holding.words}
      </div>
      <ol className={css.steps} aria-label={t('processes.editor.outline')}>
        {draft.steps.map((step, i) => (
          <StepRow
            key={step.id}
            step={step}
            number={i + 1}
            last={draft.steps.length - 1 === i}
            single={draft.steps.length === 1}
            atoms={atoms}
            counts={countsOf(counts, step)}
            chosenNode={step.nodes.some((node) => node.id === chosenNode) ? chosenNode : null}
            held={step.nodes.some((node) => node.id === holding.held) ? holding.held : null}
            tabStop={holding.tabStop}
            chosen={step.id === chosenStep}
            onChooseStep={onChooseStep}
            onOpen={onOpen}
            onMove={setMoved}
            edit={edit}
          />
        ))}
      </ol>
      <Button
        startIcon={<Icon name="plus" size={16} />}
        onClick={() => {
          const name = t('processes.editor.stepN', { n: draft.steps.length + 1 });
          edit((now) => {
            const next = addStep(name)(now);
            onChooseStep(next.steps.at(-1)?.id ?? '');
            return next;
          });
        }}
      >
        {t('processes.editor.addStep')}
      </Button>
      <p className={ui.muted}>{t('processes.editor.keyboardHelp')}</p>
      {moved !== null && (
        <MoveDialog
          draft={draft}
          node={moved}
          edit={edit}
          onClose={() => {
            setMoved(null);
          }}
        />
      )}
    </div>
  );
}

/** As a text, so that a step is drawn again only if something in it changed. */
const countsOf = (counts: Map<string, number>, step: DraftStep): string =>
  step.nodes.map((node) => counts.get(node.id) ?? 0).join(',');

interface StepRowProps {
  step: DraftStep;
  number: number;
  last: boolean;
  single: boolean;
  atoms: Atom[];
  counts: string;
  chosenNode: string | null;
  held: string | null;
  tabStop: string | null;
  chosen: boolean;
  onChooseStep: (step: string) => void;
  onOpen: (node: string) => void;
  onMove: (node: string) => void;
  edit: (edit: Edit, tag?: string) => void;
}

const StepRow = memo(function StepRow(props: StepRowProps) {
  const { step, number, last, single, atoms, counts, chosenNode, held, tabStop, chosen } = props;
  const { onChooseStep, onOpen, onMove, edit } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const numbers = counts.split(',').map(Number);

  useEffect(() => {
    if (!list.current) return;
    return dropTargetForElements({ element: list.current, getData: () => ({ step: step.id }) });
  }, [step.id]);

  return (
    // choosing a step by a click anywhere in it is a convenience; its name takes the focus
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      className={`${css.step} ${chosen ? css.chosenStep : ''}`}
      data-step={step.id}
      onClick={() => {
        onChooseStep(step.id);
      }}
      onFocus={() => {
        onChooseStep(step.id);
      }}
    >
      <div className={css.stepHead}>
        <span className={css.number}>{number}</span>
        <input
          className={css.stepName}
          aria-label={t('processes.editor.stepName', { n: number })}
          value={step.name}
          onChange={(event) => {
            edit(setStep(step.id, { name: event.target.value }), `step.${step.id}`);
          }}
        />
        <Switch
          label={t('processes.editor.mode', { name: step.name })}
          value={step.mode}
          options={[
            ['SERIAL', t('words.mode.SERIAL')],
            ['PARALLEL', t('words.mode.PARALLEL')],
          ]}
          onChange={(mode) => {
            edit(setStep(step.id, { mode }));
          }}
        />
        <Switch
          label={t('processes.editor.start', { name: step.name })}
          value={step.start}
          options={[
            ['AUTOMATIC', t('words.start.AUTOMATIC')],
            ['MANUAL', t('words.start.MANUAL')],
          ]}
          onChange={(start) => {
            edit(setStep(step.id, { start }));
          }}
        />
        <MenuButton
          label={t('processes.editor.stepMenu', { name: step.name })}
          entries={[
            {
              label: t('processes.editor.moveUp'),
              why: number === 1 ? '' : undefined,
              onClick: () => {
                edit(moveStep(step.id, -1));
              },
            },
            {
              label: t('processes.editor.moveDown'),
              why: last ? '' : undefined,
              onClick: () => {
                edit(moveStep(step.id, 1));
              },
            },
            {
              label: t('processes.editor.copyStep'),
              onClick: () => {
                edit(copyStep(step.id));
              },
            },
            {
              label: t('processes.editor.deleteStep'),
              why: single ? '' : undefined,
              onClick: () => {
                edit(removeStep(step.id));
              },
            },
          ]}
        />
      </div>
      <ul ref={list} className={`${css.nodes} ${step.mode === 'SERIAL' ? css.serial : ''}`} data-list={step.id}>
        {step.nodes.length === 0 && <li className={css.dropHere}>{t('processes.editor.dropHere')}</li>}
        {step.nodes.map((node, i) => (
          <NodeCard
            key={node.id}
            node={node}
            icon={findAtom(atoms, node.atom, node.atomVersion)?.icon ?? 'warning'}
            problems={numbers[i] ?? 0}
            chosen={chosenNode === node.id}
            held={held === node.id}
            tabStop={tabStop === node.id || (tabStop === null && number === 1 && i === 0)}
            onOpen={onOpen}
            onMove={onMove}
            onCopy={(id) => {
              edit(copyNode(id));
            }}
            onDelete={(id) => {
              edit(removeNode(id));
            }}
          />
        ))}
      </ul>
    </li>
  );
});

interface SwitchProps<T extends string> {
  label: string;
  value: T;
  options: [T, string][];
  onChange: (value: T) => void;
}

function Switch<T extends string>({ label, value, options, onChange }: SwitchProps<T>) {
  return (
    <div role="group" aria-label={label} className={css.switch}>
      {options.map(([option, name]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => {
            onChange(option);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
