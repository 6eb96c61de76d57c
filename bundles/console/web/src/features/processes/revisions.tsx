import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { ActionButton } from '../../shared/ui/action-button';
import { Ask } from '../../shared/ui/ask';
import { GreyRows } from '../../shared/ui/grey-rows';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Time } from '../../shared/ui/time';
import ui from '../../shared/ui/ui.module.css';
import { ChangeList } from './change-list';
import css from './processes.module.css';
import { differenceQuery, revisionsQuery, type Process } from './queries';

export function Revisions({ process }: { process: Process }) {
  const { t } = useTranslation();
  const revisions = useQuery(revisionsQuery(process.id));
  const [compared, setCompared] = useState<[number, number] | null>(null);
  const [restored, setRestored] = useState<number | null>(null);
  const why = process.allowed.includes('EDIT') ? undefined : t('common.notAllowed');

  const restore = async (revision: number) => {
    await answer(
      api.POST('/processes/{process}/revisions/{revision}/restore', {
        params: { path: { process: process.id, revision: String(revision) } },
        body: {},
      }),
    );
    await queryClient.invalidateQueries({ queryKey: ['process', process.id] });
  };

  if (revisions.isPending) return <GreyRows />;
  return (
    <div className={css.revisions}>
      <ProblemNotice error={revisions.error} />
      <div className={ui.panel}>
        <table className={ui.table}>
          <tbody>
            {revisions.data?.items.map((revision, i, all) => {
              const before = all[i + 1];
              return (
                <tr key={revision.revision}>
                  <td>
                    <strong>{revision.revision}</strong>{' '}
                    {revision.revision === process.publishedRevision && (
                      <span className={ui.badge}>{t('processes.view.current')}</span>
                    )}
                  </td>
                  <td>
                    {revision.createdBy} · <Time at={revision.createdAt} />
                  </td>
                  <td>{revision.comment}</td>
                  <td>
                    <div className={css.rowActions}>
                      {before && (
                        <Button
                          onClick={() => {
                            setCompared([before.revision, revision.revision]);
                          }}
                        >
                          {t('processes.view.compare', { from: before.revision, to: revision.revision })}
                        </Button>
                      )}
                      {revision.revision !== process.publishedRevision && (
                        <ActionButton
                          why={why}
                          onClick={() => {
                            setRestored(revision.revision);
                          }}
                        >
                          {t('processes.view.restore')}
                        </ActionButton>
                      )}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {compared && <Compared process={process.id} from={compared[0]} to={compared[1]} />}
      {restored !== null && (
        <Ask
          title={t('processes.view.restore')}
          text={t('processes.view.restoreText', { n: restored })}
          action={t('processes.view.restore')}
          onDo={() => restore(restored)}
          onClose={() => {
            setRestored(null);
          }}
        />
      )}
    </div>
  );
}

function Compared({ process, from, to }: { process: string; from: number; to: number }) {
  const { t } = useTranslation();
  const found = useQuery(differenceQuery(process, from, to));
  return (
    <section className={ui.panel}>
      <h2 className={css.panelTitle}>{t('processes.view.compare', { from, to })}</h2>
      <ProblemNotice error={found.error} />
      {found.data && <ChangeList changes={found.data.changes} />}
    </section>
  );
}
