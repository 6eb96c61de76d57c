import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAtom, type Atom } from '../../../api/atoms';
import { TextField } from '../../../shared/ui/field';
import { Icon, isIcon } from '../../../shared/ui/icon';
import ui from '../../../shared/ui/ui.module.css';
import css from './editor.module.css';

interface LibraryProps {
  atoms: Atom[];
  stepName: string;
  onAdd: (atom: Atom) => void;
}

/** Atoms by group, the newest version of each. Drag one into a step, or click to add it to the chosen step. */
export const Library = memo(function Library({ atoms, stepName, onAdd }: LibraryProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const groups = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const found = new Map<string, Atom[]>();
    for (const code of new Set(atoms.map((atom) => atom.code))) {
      const atom = findAtom(atoms, code);
      if (!atom) continue;
      const text = `${atom.name} ${atom.code} ${atom.group} ${atom.description}`.toLowerCase();
      if (text.includes(wanted)) found.set(atom.group, [...(found.get(atom.group) ?? []), atom]);
    }
    return [...found];
  }, [atoms, search]);

  return (
    <section className={css.library} aria-label={t('processes.editor.library')}>
      <h2>{t('processes.editor.library')}</h2>
      <TextField label={t('processes.editor.searchAtoms')} type="search" value={search} onChange={setSearch} />
      {groups.length === 0 && <p className={ui.muted}>{t('processes.editor.noAtoms')}</p>}
      {groups.map(([group, list]) => (
        <div key={group}>
          <h3>{group}</h3>
          <ul>
            {list.map((atom) => (
              <li key={atom.code}>
                <AtomItem atom={atom} stepName={stepName} onAdd={onAdd} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
});

function AtomItem({ atom, stepName, onAdd }: { atom: Atom; stepName: string; onAdd: (atom: Atom) => void }) {
  const { t } = useTranslation();
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!item.current) return;
    return draggable({ element: item.current, getInitialData: () => ({ kind: 'atom', code: atom.code }) });
  }, [atom.code]);
  return (
    // no <button>: Firefox drags none
    <div
      ref={item}
      role="button"
      tabIndex={0}
      className={css.atom}
      title={`${atom.description}\n${t('processes.editor.addTo', { atom: atom.name, step: stepName })}`}
      onClick={() => {
        onAdd(atom);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onAdd(atom);
      }}
    >
      <Icon name={isIcon(atom.icon) ? atom.icon : 'box'} />
      <span>
        <strong>{atom.name}</strong>
        <small>{atom.version}</small>
      </span>
    </div>
  );
}
