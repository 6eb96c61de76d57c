import Button from '@mui/material/Button';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Atom } from '../../../api/atoms';
import { useBusiness } from '../../../app/use-business';
import { ActionButton } from '../../../shared/ui/action-button';
import { Icon } from '../../../shared/ui/icon';
import { tell } from '../../../shared/ui/messages';
import { useTitle } from '../../../shared/ui/page';
import { ProblemNotice } from '../../../shared/ui/problem-notice';
import ui from '../../../shared/ui/ui.module.css';
import type { Stored } from '../queries';
import { Canvas } from './canvas';
import { ConflictDialog } from './conflict-dialog';
import { allNodes, type Draft } from './draft';
import { addNode, setProcess } from './edits';
import { EditorContext, type SideTab } from './editor-context';
import css from './editor.module.css';
import { useHistory } from './history';
import { Library } from './library';
import { PreviewDialog } from './preview-dialog';
import { problemsOf } from './problems';
import { SidePanel } from './side-panel';
import { useSaving } from './use-document';

interface EditorProps {
  slot: string;
  stored: Stored | undefined;
  initial: Draft;
  kept?: { draft: Draft; etag: string };
  atoms: Atom[];
  businessKeys: { key: string; name: string }[];
}

export function Editor({ slot, stored, initial, kept, atoms, businessKeys }: EditorProps) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const business = useBusiness();
  const editing = useHistory(initial);
  const { draft, edit, undo, redo, load } = editing;
  const saving = useSaving(business.id, { slot, keptEtag: kept?.etag }, stored, draft, load, (process) => {
    window.history.replaceState(window.history.state, '', `/console/b/${business.id}/processes/${process.id}/edit`);
  });
  const [node, setNode] = useState<string | null>(null);
  const [tab, setTab] = useState<SideTab>('settings');
  const [step, setStep] = useState<string>(draft.steps.at(-1)?.id ?? '');
  const [previewed, setPreviewed] = useState(false);
  useTitle(draft.name);

  useEffect(() => {
    if (kept) edit(() => kept.draft);
    // once, as the first change
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  // what is typed is drawn first, what is wrong with it a moment later
  const checked = useDeferredValue(draft);
  const problems = useMemo(
    () =>
      problemsOf(
        checked,
        atoms,
        businessKeys.map((it) => it.key),
        i18n.language,
        t,
      ),
    [checked, atoms, businessKeys, i18n.language, t],
  );
  const mayEdit = !stored || stored.body.allowed.includes('EDIT');

  const openNode = useCallback((id: string | null, open: SideTab = 'node') => {
    setNode(id);
    setTab(id === null ? 'settings' : open);
  }, []);

  const state = useMemo(
    () => ({ ...editing, atoms, businessKeys, openNode, showTab: setTab }),
    [editing, atoms, businessKeys, openNode],
  );

  const add = useCallback(
    (atom: Atom) => {
      edit((now) => {
        const to = now.steps.find((it) => it.id === step) ?? now.steps.at(-1);
        return to ? addNode(atom, to.id, to.nodes.length)(now) : now;
      });
    },
    [edit, step],
  );

  const save = async (asDraft: boolean) => {
    const saved = await saving.store(asDraft, '');
    if (saved && !asDraft) tell(t('processes.editor.saved', { name: saved.name, revision: saved.revision }));
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const inText = (event.target as HTMLElement).closest('input,textarea,[role=dialog]') !== null;
      const key = event.key.toLowerCase();
      if (key === 's') void save(problems.length > 0);
      else if (key === 'z' && !inText) (event.shiftKey ? redo : undo)();
      else if (key === 'y' && !inText) redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });

  const whyNotSave = !mayEdit
    ? t('processes.editor.readOnly')
    : problems.length > 0
      ? t('processes.editor.faultsFirst')
      : undefined;
  const whyNoTask = saving.changed || saving.revision === null ? t('processes.editor.saveFirst') : undefined;

  return (
    <EditorContext value={state}>
      <div className={css.editor}>
        <header className={css.head}>
          <h1 className="sr-only">{draft.name}</h1>
          <input
            className={css.name}
            aria-label={t('processes.editor.processName')}
            aria-invalid={draft.name.trim() === ''}
            value={draft.name}
            readOnly={!mayEdit}
            // a new process begins with its name
            ref={(element) => {
              if (element && !stored && !kept && draft === initial && document.activeElement === document.body)
                element.select();
            }}
            onChange={(event) => {
              edit(setProcess({ name: event.target.value }), 'name');
            }}
          />
          <span className={css.state} role="status">
            {saving.busy
              ? t('processes.editor.state.saving')
              : saving.changed
                ? t('processes.editor.state.unsaved')
                : saving.revision !== null
                  ? t('processes.editor.state.saved', { revision: saving.revision })
                  : ''}
          </span>
          <div className={ui.actions}>
            <Button
              variant="text"
              aria-label={t('common.undo')}
              title={`${t('common.undo')} (Ctrl+Z)`}
              disabled={!editing.canUndo}
              onClick={undo}
              sx={{ minWidth: 36 }}
            >
              <Icon name="undo" />
            </Button>
            <Button
              variant="text"
              aria-label={t('common.redo')}
              title={`${t('common.redo')} (Ctrl+Shift+Z)`}
              disabled={!editing.canRedo}
              onClick={redo}
              sx={{ minWidth: 36 }}
            >
              <Icon name="redo" />
            </Button>
            <Button
              onClick={() => {
                setPreviewed(true);
              }}
            >
              {t('words.preview')}
            </Button>
            {problems.length > 0 && mayEdit && (
              <Button disabled={saving.busy || !saving.changed} onClick={() => void save(true)}>
                {t('processes.editor.saveDraft')}
              </Button>
            )}
            <ActionButton variant="contained" why={whyNotSave} onClick={() => void save(false)}>
              {t('words.save')}
            </ActionButton>
            <ActionButton
              why={whyNoTask}
              onClick={() => void navigate(`/b/${business.id}/tasks/new?process=${saving.id ?? ''}`)}
            >
              {t('words.createTask')}
            </ActionButton>
          </div>
        </header>
        <ProblemNotice error={saving.error} />
        <div className={css.columns}>
          <Library atoms={atoms} onAdd={add} stepName={draft.steps.find((it) => it.id === step)?.name ?? ''} />
          <Canvas
            draft={draft}
            problems={problems}
            atoms={atoms}
            chosenNode={node}
            chosenStep={step}
            onChooseStep={setStep}
            onOpen={openNode}
            edit={edit}
          />
          <SidePanel
            tab={tab}
            node={allNodes(draft).find((it) => it.id === node)}
            problems={problems}
            business={business.id}
          />
        </div>
      </div>
      {previewed && (
        <PreviewDialog
          business={business.id}
          draft={draft}
          onClose={() => {
            setPreviewed(false);
          }}
        />
      )}
      {saving.conflict && <ConflictDialog saving={saving} conflict={saving.conflict} draft={draft} />}
    </EditorContext>
  );
}
