import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import { exactly } from '../../../shared/lib/times';
import { ChangeList } from '../change-list';
import { difference } from './difference';
import { fromProcess, type Draft } from './draft';
import type { Conflict, Saving } from './use-document';

interface ConflictDialogProps {
  saving: Saving;
  conflict: Conflict;
  draft: Draft;
}

/** Somebody else was first: who, when, what is different, and three ways on. */
export function ConflictDialog({ saving, conflict, draft }: ConflictDialogProps) {
  const { t, i18n } = useTranslation();
  const { body } = conflict.theirs;
  const later = () => {
    saving.setConflict(null);
  };
  return (
    <Dialog open onClose={later} fullWidth maxWidth="md" aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('processes.editor.conflict.title')}</DialogTitle>
      <DialogContent>
        <p>
          {t('processes.editor.conflict.text', { name: body.updatedBy, time: exactly(body.updatedAt, i18n.language) })}
        </p>
        <ChangeList changes={difference(fromProcess(body), draft)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={later}>{t('processes.editor.conflict.later')}</Button>
        <Button onClick={saving.takeTheirs}>{t('processes.editor.conflict.theirs')}</Button>
        <Button variant="contained" onClick={() => void saving.saveOverTheirs()}>
          {t('processes.editor.conflict.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
