import { useEffect } from 'react';
import { createStore, useStore } from '../lib/store';
import css from './messages.module.css';

interface Message {
  text: string;
  id: number;
}

const SHOWN_MS = 5000;
const message = createStore<Message | null>(null);

/** Tells what just worked; errors stay beside what failed instead. */
export function tell(text: string): void {
  message.set({ text, id: Date.now() });
}

export function Messages() {
  const now = useStore(message);
  useEffect(() => {
    if (now === null) return;
    const timer = setTimeout(() => {
      message.set(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [now]);
  return (
    <div role="status" className={css.messages}>
      {now && <div key={now.id}>{now.text}</div>}
    </div>
  );
}
