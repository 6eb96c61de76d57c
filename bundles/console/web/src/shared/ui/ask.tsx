import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';
import ui from './ui.module.css';

interface AskProps {
  title: string;
  text?: string;
  /** The word on the button that does it. */
  action: string;
  dangerous?: boolean;
  wide?: boolean;
  /** Whether it can be done with what is entered so far. */
  ready?: boolean;
  /** The word on the other button. */
  cancel?: string;
  onDo: () => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** A dialogue that does one thing; it stays open, with the reason, when that fails. */
export function Ask({
  title,
  text,
  action,
  dangerous = false,
  wide = false,
  ready = true,
  cancel,
  onDo,
  onClose,
  children,
}: AskProps) {
  const { t } = useTranslation();
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onDo();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth={wide ? 'md' : 'sm'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void run();
        }}
        noValidate
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {text && <p className={ui.muted}>{text}</p>}
          {children}
          <ProblemNotice error={error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{cancel ?? t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color={dangerous ? 'error' : 'primary'} disabled={!ready || busy}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
