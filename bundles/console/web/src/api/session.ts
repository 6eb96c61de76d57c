import { createStore } from '../shared/lib/store';

/** UNKNOWN until the server was asked; ENDED while a page is open whose session is over. */
export type Session =
  | { kind: 'UNKNOWN' }
  | { kind: 'NONE' }
  | { kind: 'OPEN'; name: string; csrfToken: string }
  | { kind: 'ENDED'; name: string };

export const session = createStore<Session>({ kind: 'UNKNOWN' });

export function sessionIsOver(): void {
  const now = session.get();
  if (now.kind === 'OPEN') session.set({ kind: 'ENDED', name: now.name });
  else if (now.kind === 'UNKNOWN') session.set({ kind: 'NONE' });
}
