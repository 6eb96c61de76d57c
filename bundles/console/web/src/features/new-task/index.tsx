import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { atomsQuery } from '../../api/atoms';
import { NotFound } from '../../app/not-found';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Stages } from './stages';
import { preparedQuery, publishedQuery } from './queries';

/** `?process=` makes a new task, `?task=` changes one that is not started. */
export function NewTaskPage() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const id = params.get('task');
  const prepared = useQuery({ ...preparedQuery(id ?? ''), enabled: id !== null });
  const processId = params.get('process') ?? prepared.data?.task.process.id;
  const process = useQuery({ ...publishedQuery(processId ?? ''), enabled: processId !== undefined });
  const atoms = useQuery(atomsQuery(i18n.language));
  const error = prepared.error ?? process.error ?? atoms.error;
  if (id === null && processId === undefined) return <NotFound />;
  if (error)
    return (
      <Page title={t('words.newTask')}>
        <ProblemNotice error={error} retry={() => void process.refetch()} />
      </Page>
    );
  if (!process.data || !atoms.data || (id !== null && !prepared.data)) return <GreyRows />;
  return <Stages key={id ?? processId} process={process.data} atoms={atoms.data} prepared={prepared.data} />;
}
