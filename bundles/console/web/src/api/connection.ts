import { createStore } from '../shared/lib/store';

/** Whether the server answers. `since` is when it was last known to. */
export interface Connection {
  lost: boolean;
  since: number;
}

export const connection = createStore<Connection>({ lost: false, since: Date.now() });

const INTERVAL_MS = 2000;
let waiting: ReturnType<typeof setTimeout> | undefined;
const onReturn = new Set<() => void>();

/** Called when the server is there again. */
export function whenBack(listener: () => void): () => void {
  onReturn.add(listener);
  return () => onReturn.delete(listener);
}

export function reached(): void {
  if (connection.get().lost) {
    connection.set({ lost: false, since: Date.now() });
    onReturn.forEach((listener) => {
      listener();
    });
  }
}

export function lost(): void {
  if (!connection.get().lost) connection.set({ lost: true, since: Date.now() });
  waiting ??= setTimeout(() => void lookAgain(), INTERVAL_MS);
}

async function lookAgain(): Promise<void> {
  waiting = undefined;
  const ready = await fetch('/api/v1/health/ready', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );
  if (ready) reached();
  else lost();
}
