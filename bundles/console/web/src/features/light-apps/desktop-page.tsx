import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client';
import { Empty } from '../../shared/ui/empty';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Icon } from '../../shared/ui/icon';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { appIcon } from './icons';
import css from './light-apps.module.css';

/** The light apps that the reader may run. */
export function DesktopPage() {
  const { t } = useTranslation();
  const apps = useQuery({
    queryKey: ['desktop'],
    queryFn: () => answer(api.GET('/desktop', { params: { query: { limit: 200 } } })),
  });
  return (
    <Page title={t('words.desktop')}>
      <ProblemNotice error={apps.error} retry={() => void apps.refetch()} />
      {apps.isPending && <GreyRows />}
      {apps.data?.items.length === 0 && <Empty title={t('apps.none.title')} text={t('apps.none.text')} />}
      <ul className={css.desktop}>
        {apps.data?.items.map((app) => (
          <li key={app.id}>
            <Link to={`/apps/${app.id}`} className={css.app ?? ''}>
              <span className={css.icon}>
                <Icon name={appIcon(app.icon)} size={32} />
              </span>
              <strong>{app.name}</strong>
              <span>{app.description}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
