import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { atomsQuery } from '../../../api/atoms';
import { useBusiness } from '../../../app/use-business';
import { exactly } from '../../../shared/lib/times';
import { forget } from '../../../shared/lib/persisted';
import { Ask } from '../../../shared/ui/ask';
import { GreyRows } from '../../../shared/ui/grey-rows';
import { Page } from '../../../shared/ui/page';
import { ProblemNotice } from '../../../shared/ui/problem-notice';
import type { Stored } from '../queries';
import { fromProcess, newDraft } from './draft';
import { Editor } from './editor';
import { businessKeysQuery, keptWork, useStoredProcess } from './use-document';

export function EditorPage() {
  const { t, i18n } = useTranslation();
  const { process } = useParams();
  const business = useBusiness();
  const stored = useStoredProcess(process);
  const atoms = useQuery(atomsQuery(i18n.language));
  const keys = useQuery(businessKeysQuery(business.id));
  const error = stored.error ?? atoms.error;
  if (error)
    return (
      <Page title={t('words.process')}>
        <ProblemNotice
          error={error}
          retry={() => {
            void stored.refetch();
            void atoms.refetch();
          }}
        />
      </Page>
    );
  if (!atoms.data || (process !== undefined && !stored.data)) return <GreyRows />;
  return (
    <WithKeptWork
      key={process ?? 'new'}
      slot={process ?? `new.${business.id}`}
      stored={stored.data}
      atoms={atoms.data}
      businessKeys={keys.data ?? []}
    />
  );
}

type Given = Omit<React.ComponentProps<typeof Editor>, 'initial'> & { slot: string; stored: Stored | undefined };

/** Offers the work that this browser kept, before anything else is done. */
function WithKeptWork(props: Given) {
  const { t, i18n } = useTranslation();
  const [kept, setKept] = useState(() => keptWork(props.slot));
  const [taken, setTaken] = useState(false);
  const initial = useMemo(
    () =>
      props.stored
        ? fromProcess(props.stored.body)
        : newDraft(
            t('processes.defaultName', { stamp: new Date().toISOString().replace(/\D/g, '').slice(0, 14) }),
            t('processes.editor.stepN', { n: 1 }),
          ),
    // the language that it was begun in
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [props.stored],
  );
  if (kept && !taken)
    return (
      <Page title={initial.name}>
        <Ask
          title={t('processes.editor.kept.title')}
          text={t('processes.editor.kept.text', { time: exactly(kept.at, i18n.language) })}
          action={t('processes.editor.kept.use')}
          cancel={t('processes.editor.kept.drop')}
          onDo={() => {
            setTaken(true);
            return Promise.resolve();
          }}
          onClose={() => {
            forget(`process.${props.slot}`);
            setKept(null);
          }}
        />
      </Page>
    );
  return <Editor {...props} initial={initial} {...(kept ? { kept } : {})} />;
}
