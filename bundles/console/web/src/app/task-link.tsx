import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { answer, api } from '../api/client';
import { Page } from '../shared/ui/page';
import { ProblemNotice } from '../shared/ui/problem-notice';

/** `/tasks/{id}`, as notices have it: leads to the task's page in its business, or of its light app. */
export function TaskLink() {
  const { task = '' } = useParams();
  const found = useQuery({
    queryKey: ['task', task],
    queryFn: () => answer(api.GET('/tasks/{task}', { params: { path: { task } } })),
  });
  if (found.error)
    return (
      <Page title={task}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  if (!found.data) return null;
  return 'business' in found.data ? (
    <Navigate to={`/b/${found.data.business}/tasks/${task}`} replace />
  ) : (
    <Navigate to={`/runs/${task}`} replace />
  );
}
