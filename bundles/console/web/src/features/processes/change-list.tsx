import { useTranslation } from 'react-i18next';
import { Value } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import css from './processes.module.css';

export interface Change {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';
  pointer: string;
  before?: unknown;
  after?: unknown;
}

export function ChangeList({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className={css.panelTitle}>{t('processes.view.same')}</p>;
  return (
    <div className={ui.scroll}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th>
              <span className="sr-only">{t('common.type')}</span>
            </th>
            <th>{t('common.details')}</th>
            <th>{t('tasks.before')}</th>
            <th>{t('tasks.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.kind + change.pointer}>
              <td>
                <span className={ui.badge}>{t(`processes.view.${change.kind}`)}</span>
              </td>
              <td>
                <code>{change.pointer}</code>
              </td>
              <td>
                <Value value={change.before} />
              </td>
              <td>
                <Value value={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
