import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import ui from './ui.module.css';

type Cure =
  | 'UNREACHABLE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'PRECONDITION_FAILED'
  | 'UNAVAILABLE'
  | 'CONFLICT'
  | 'INVALID'
  | 'SERVER';

const byStatus: Record<number, Cure> = {
  0: 'UNREACHABLE',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  412: 'PRECONDITION_FAILED',
  422: 'INVALID',
  400: 'INVALID',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
};

/** What is wrong, where, and what to do. Draws nothing without an error. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const problem = error instanceof ProblemError ? error : undefined;
  const title = problem ? problem.title || t('common.unreachable') : t('common.failed');
  const cure = byStatus[problem?.status ?? 500] ?? 'SERVER';
  return (
    <div role="alert" className={ui.problem}>
      <strong>{title}</strong>
      {problem?.detail && problem.detail !== title && <span>{problem.detail}</span>}
      {!problem && error instanceof Error && <span>{error.message}</span>}
      {problem && problem.faults.length > 0 && (
        <ul>
          {problem.faults.slice(0, 20).map((fault) => (
            <li key={fault.pointer + fault.code}>
              {fault.pointer !== '' && <code>{fault.pointer}</code>} {fault.message}
            </li>
          ))}
        </ul>
      )}
      <span className={ui.muted}>{t(`common.cure.${cure}`)}</span>
      {retry && (
        <div>
          <button type="button" onClick={retry}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
    </div>
  );
}
