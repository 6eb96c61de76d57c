import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/session';
import ui from '../../shared/ui/ui.module.css';
import { SignInForm } from './sign-in-form';

/** Over the page, so that what was typed stays. */
export function SignInAgain({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Dialog open aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again">{t('account.signInAgain')}</DialogTitle>
      <DialogContent>
        <p className={ui.muted}>{t('account.sessionEnded')}</p>
        <SignInForm name={name} />
        <Button
          variant="text"
          sx={{ mt: 1, mb: 1 }}
          onClick={() => {
            session.set({ kind: 'NONE' });
          }}
        >
          {t('account.otherPerson')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
