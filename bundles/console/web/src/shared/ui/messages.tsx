import Snackbar from '@mui/material/Snackbar';
import { createStore, useStore } from '../lib/store';

interface Message {
  text: string;
  id: number;
}

const message = createStore<Message | null>(null);

/** Tells what just worked; errors stay beside what failed instead. */
export function tell(text: string): void {
  message.set({ text, id: Date.now() });
}

export function Messages() {
  const now = useStore(message);
  return (
    <Snackbar
      key={now?.id ?? 0}
      open={now !== null}
      autoHideDuration={5000}
      onClose={(_, reason) => {
        if (reason !== 'clickaway') message.set(null);
      }}
      message={now?.text ?? ''}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    />
  );
}
