import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/me';
import { isProblem } from '../../api/problem';
import { TextField } from '../../shared/ui/field';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import css from './account.module.css';

export function SignInForm({ name = '' }: { name?: string }) {
  const { t } = useTranslation();
  const [user, setUser] = useState(name);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wrong = isProblem(error) && error.status === 401;

  const submit = async () => {
    setBusy(true);
    setError(null);
    try {
      await signIn(user.trim(), password);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('account.user')}
        value={user}
        autoComplete="username"
        focus={name === '' && user === ''}
        onChange={setUser}
      />
      <TextField
        label={t('account.password')}
        type="password"
        value={password}
        autoComplete="current-password"
        focus={name !== '' && password === ''}
        error={wrong ? t('account.wrong') : undefined}
        onChange={setPassword}
      />
      {!wrong && <ProblemNotice error={error} />}
      <Button type="submit" variant="contained" size="large" disabled={busy}>
        {t('account.signIn')}
      </Button>
    </form>
  );
}
