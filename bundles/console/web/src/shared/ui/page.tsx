import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ui from './ui.module.css';

interface PageProps {
  title: string;
  /** Beside the title: a state, a revision. */
  beside?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

export function useTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('words.product')}`;
  }, [title, t]);
}

/** A page: one h1, what can be done, the content. */
export function Page({ title, beside, actions, wide = false, children }: PageProps) {
  useTitle(title);
  return (
    <div className={`${ui.page} ${wide ? ui.wide : ''}`}>
      <header className={ui.head}>
        <h1>{title}</h1>
        {beside}
        <div className={ui.actions}>{actions}</div>
      </header>
      {children}
    </div>
  );
}
