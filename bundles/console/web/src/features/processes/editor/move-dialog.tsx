import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../../shared/ui/ask';
import { ChoiceField } from '../../../shared/ui/field';
import { placeOf, type Draft } from './draft';
import { moveNode, type Edit } from './edits';

interface MoveDialogProps {
  draft: Draft;
  node: string;
  edit: (edit: Edit) => void;
  onClose: () => void;
}

/** Moving without dragging. */
export function MoveDialog({ draft, node, edit, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const place = placeOf(draft, node);
  const [step, setStep] = useState(draft.steps[place?.step ?? 0]?.id ?? '');
  const [position, setPosition] = useState(String((place?.index ?? 0) + 1));
  const target = draft.steps.find((it) => it.id === step);
  const others = target?.nodes.filter((it) => it.id !== node).length ?? 0;
  return (
    <Ask
      title={t('processes.editor.moveTo')}
      action={t('common.confirm')}
      onDo={() => {
        edit(moveNode(node, step, Math.min(Number(position) - 1, others)));
        return Promise.resolve();
      }}
      onClose={onClose}
    >
      <ChoiceField
        label={t('processes.editor.moveToStep')}
        value={step}
        onChange={setStep}
        options={draft.steps.map((it, i) => ({ value: it.id, label: `${String(i + 1)}. ${it.name}` }))}
      />
      <ChoiceField
        label={t('processes.editor.moveToPosition')}
        value={position}
        onChange={setPosition}
        options={Array.from({ length: others + 1 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
      />
    </Ask>
  );
}
