import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { signIn, useMe } from '../../api/me';
import { queryClient } from '../../api/query-client';
import { session } from '../../api/session';
import { TextField } from '../../shared/ui/field';
import { tell } from '../../shared/ui/messages';
import { useTitle } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import ui from '../../shared/ui/ui.module.css';
import css from './account.module.css';

export function NewPasswordForm() {
  const { t } = useTranslation();
  const { name } = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<unknown>(null);
  const differ = again !== '' && next !== again;

  const submit = async () => {
    setError(null);
    try {
      await answer(api.PUT('/me/password', { body: { current, password: next } }));
      // every session of the old password is over
      session.set({ kind: 'ENDED', name });
      await signIn(name, next);
      await queryClient.invalidateQueries();
      tell(t('account.newPassword.submit'));
    } catch (failure) {
      setError(failure);
    }
  };

  const field = (label: string, value: string, set: (value: string) => void, kind: string, wrong = false) => (
    <TextField
      label={label}
      type="password"
      value={value}
      autoComplete={kind}
      error={wrong ? t('account.newPassword.differ') : undefined}
      onChange={set}
    />
  );

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (next === again) void submit();
      }}
    >
      {field(t('account.newPassword.current'), current, setCurrent, 'current-password')}
      {field(t('account.newPassword.next'), next, setNext, 'new-password')}
      {field(t('account.newPassword.again'), again, setAgain, 'new-password', differ)}
      <ProblemNotice error={error} />
      <Button type="submit" variant="contained">
        {t('account.newPassword.submit')}
      </Button>
    </form>
  );
}

export function NewPasswordPage({ forced }: { forced: boolean }) {
  const { t } = useTranslation();
  useTitle(t('account.newPassword.title'));
  return (
    <main className={css.page}>
      <div className={css.card}>
        <h1>{t('account.newPassword.title')}</h1>
        {forced && <p className={ui.muted}>{t('account.newPassword.forced')}</p>}
        <NewPasswordForm />
      </div>
    </main>
  );
}
