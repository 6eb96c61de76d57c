import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-router';
import { session } from '../api/session';
import { useStore } from '../shared/lib/store';
import { Messages } from '../shared/ui/messages';
import { router } from './router';

// most pages are opened with a session
const SignInPage = lazy(async () => ({ default: (await import('../features/account/sign-in-page')).SignInPage }));
const SignInAgain = lazy(async () => ({ default: (await import('../features/account/sign-in-again')).SignInAgain }));

export function App() {
  const now = useStore(session);
  return (
    <Suspense>
      {now.kind === 'NONE' || now.kind === 'UNKNOWN' ? <SignInPage /> : <RouterProvider router={router} />}
      {now.kind === 'ENDED' && <SignInAgain name={now.name} />}
      <Messages />
    </Suspense>
  );
}
