import type { ReactNode } from 'react';
import ui from './ui.module.css';

/** What would be here, why nothing is, and one thing to do. */
export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={ui.empty}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}
