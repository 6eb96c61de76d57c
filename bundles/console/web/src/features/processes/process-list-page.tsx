import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { answer, api, type Schemas, versioned } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { useBusiness, useIsAdmin } from '../../app/use-business';
import { ActionButton } from '../../shared/ui/action-button';
import { Ask } from '../../shared/ui/ask';
import { Empty } from '../../shared/ui/empty';
import { ChoiceField, TextField } from '../../shared/ui/field';
import { GreyRows } from '../../shared/ui/grey-rows';
import { MenuButton } from '../../shared/ui/menu-button';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Time } from '../../shared/ui/time';
import ui from '../../shared/ui/ui.module.css';
import { PROCESS_TYPES } from './process-types';
import css from './processes.module.css';
import { processesQuery } from './queries';

type Summary = Schemas['ProcessSummary'];

export function ProcessListPage() {
  const { t } = useTranslation();
  const business = useBusiness();
  const admin = useIsAdmin();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [removed, setRemoved] = useState<Summary | null>(null);
  const q = params.get('q') ?? '';
  const type = PROCESS_TYPES.find((it) => it === params.get('type'));
  const processes = useInfiniteQuery(
    processesQuery(business.id, { ...(q === '' ? {} : { q }), ...(type === undefined ? {} : { type }) }),
  );
  const items = processes.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = q !== '' || type !== undefined;
  const base = `/b/${business.id}`;
  const notAdmin = admin ? undefined : t('common.notAllowed');

  const set = (name: string, value: string) => {
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };

  const copy = async (process: string) => {
    const made = await answer(
      api.POST('/processes/{process}/copy', {
        params: { path: { process }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      }),
    );
    await queryClient.invalidateQueries({ queryKey: ['processes'] });
    await navigate(`${base}/processes/${made.id}/edit`);
  };

  const remove = async (process: string) => {
    const { etag } = await versioned(api.GET('/processes/{process}', { params: { path: { process } } }));
    await answer(api.DELETE('/processes/{process}', { params: { path: { process }, header: { 'If-Match': etag } } }));
    await queryClient.invalidateQueries({ queryKey: ['processes'] });
  };

  const newProcess = (
    <ActionButton variant="contained" why={notAdmin} onClick={() => void navigate(`${base}/processes/new`)}>
      {t('words.newProcess')}
    </ActionButton>
  );

  return (
    <Page title={t('words.taskProcess')} actions={newProcess}>
      <div className={ui.panel}>
        <div className={ui.filters}>
          <div className={css.filter}>
            <TextField
              label={t('processes.searchName')}
              type="search"
              value={q}
              onChange={(value) => {
                set('q', value);
              }}
            />
          </div>
          <div className={css.filter}>
            <ChoiceField
              label={t('words.processType.label')}
              value={type ?? ''}
              onChange={(value) => {
                set('type', value);
              }}
              options={[
                { value: '', label: t('processes.anyType') },
                ...PROCESS_TYPES.map((it) => ({ value: it, label: t(`words.processType.${it}`) })),
              ]}
            />
          </div>
        </div>
        <ProblemNotice error={processes.error} retry={() => void processes.refetch()} />
        {processes.isPending && !processes.error && <GreyRows />}
        {processes.data && items.length === 0 && (
          <Empty
            title={filtered ? t('processes.noMatch.title') : t('processes.empty.title')}
            {...(filtered ? {} : { text: t('processes.empty.text') })}
          >
            {filtered ? (
              <Button
                onClick={() => {
                  setParams({});
                }}
              >
                {t('common.clear')}
              </Button>
            ) : null}
          </Empty>
        )}
        {items.length > 0 && (
          <div className={ui.scroll}>
            <table className={ui.table}>
              <thead>
                <tr>
                  <th>{t('common.name')}</th>
                  <th>{t('words.processType.label')}</th>
                  <th>{t('processes.revision')}</th>
                  <th>{t('processes.updated')}</th>
                  <th>
                    <span className="sr-only">{t('words.newTask')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((process) => (
                  <tr key={process.id}>
                    <td>
                      <Link to={`${base}/processes/${process.id}`}>{process.name}</Link>
                    </td>
                    <td>{t(`words.processType.${process.type}`)}</td>
                    <td>
                      {process.publishedRevision ?? <span className={ui.badge}>{t('processes.notPublished')}</span>}
                    </td>
                    <td>
                      <Time at={process.updatedAt} /> <span className={ui.muted}>{process.updatedBy}</span>
                    </td>
                    <td>
                      <div className={css.rowActions}>
                        <ActionButton
                          why={process.publishedRevision === null ? t('newTask.unpublished') : undefined}
                          onClick={() => void navigate(`${base}/tasks/new?process=${process.id}`)}
                        >
                          {t('words.newTask')}
                        </ActionButton>
                        <ActionButton
                          why={notAdmin}
                          onClick={() => void navigate(`${base}/processes/${process.id}/edit`)}
                        >
                          {t('common.edit')}
                        </ActionButton>
                        <MenuButton
                          label={t('processes.more', { name: process.name })}
                          entries={[
                            {
                              label: t('processes.history'),
                              onClick: () => void navigate(`${base}/processes/${process.id}?tab=history`),
                            },
                            { label: t('processes.copy'), why: notAdmin, onClick: () => void copy(process.id) },
                            {
                              label: t('common.delete'),
                              why: notAdmin,
                              onClick: () => {
                                setRemoved(process);
                              },
                            },
                          ]}
                        />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {processes.hasNextPage && (
          <div className={ui.foot}>
            <Button onClick={() => void processes.fetchNextPage()} disabled={processes.isFetchingNextPage}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </div>
      {removed && (
        <Ask
          title={t('processes.deleteTitle', { name: removed.name })}
          text={t('processes.deleteText')}
          action={t('common.delete')}
          dangerous
          onDo={() => remove(removed.id)}
          onClose={() => {
            setRemoved(null);
          }}
        />
      )}
    </Page>
  );
}
