import { RouterProvider } from 'react-router';
import { session } from '../api/session';
import { SignInPage } from '../features/account/sign-in-page';
import { SignInAgain } from '../features/account/sign-in-again';
import { useStore } from '../shared/lib/store';
import { Messages } from '../shared/ui/messages';
import { router } from './router';

export function App() {
  const now = useStore(session);
  return (
    <>
      {now.kind === 'NONE' || now.kind === 'UNKNOWN' ? <SignInPage /> : <RouterProvider router={router} />}
      {now.kind === 'ENDED' && <SignInAgain name={now.name} />}
      <Messages />
    </>
  );
}
