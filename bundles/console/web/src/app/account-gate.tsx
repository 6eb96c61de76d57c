import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { Outlet } from 'react-router';
import { meQuery } from '../api/me';
import { ProblemNotice } from '../shared/ui/problem-notice';
import ui from '../shared/ui/ui.module.css';

const NewPasswordPage = lazy(async () => ({
  default: (await import('../features/account/new-password-page')).NewPasswordPage,
}));

/** Nothing but a new password for an account that needs one. */
export function AccountGate() {
  const me = useQuery(meQuery);
  if (me.data?.mustChangePassword) return <NewPasswordPage forced />;
  if (me.data) return <Outlet />;
  if (me.error)
    return (
      <main className={ui.page}>
        <ProblemNotice error={me.error} retry={() => void me.refetch()} />
      </main>
    );
  return null;
}
