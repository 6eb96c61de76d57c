import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client';
import { useBusiness } from '../../app/use-business';
import { GreyRows } from '../../shared/ui/grey-rows';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { looks, StateMark, type AnyState } from '../../shared/ui/state-mark';
import ui from '../../shared/ui/ui.module.css';

/** Tasks that have not ended, and light apps. */
export function UsedBy({ process }: { process: string }) {
  const { t } = useTranslation();
  const business = useBusiness();
  const uses = useQuery({
    queryKey: ['process', process, 'used-by'],
    queryFn: () =>
      answer(api.GET('/processes/{process}/used-by', { params: { path: { process }, query: { limit: 200 } } })),
  });
  if (uses.isPending) return <GreyRows />;
  return (
    <div className={ui.panel}>
      <ProblemNotice error={uses.error} />
      {uses.data?.items.length === 0 && <p style={{ padding: 16 }}>{t('common.none')}</p>}
      <table className={ui.table}>
        <tbody>
          {uses.data?.items.map((use) => (
            <tr key={use.id}>
              <td>{use.kind === 'TASK' ? t('words.task') : t('words.lightApp')}</td>
              <td>
                <Link to={use.kind === 'TASK' ? `/b/${business.id}/tasks/${use.id}` : `/apps/${use.id}`}>
                  {use.name}
                </Link>
              </td>
              <td>{use.state !== null && use.state in looks && <StateMark state={use.state as AnyState} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
