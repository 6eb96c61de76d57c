import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useMe } from '../api/me';
import { readKept } from '../shared/lib/persisted';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';

/** Leads to the business that was open last. */
export function StartPage() {
  const { t } = useTranslation();
  const { businesses } = useMe();
  const last = readKept('business', '');
  const business = businesses.find((it) => it.id === last) ?? businesses[0];
  if (business) return <Navigate to={`/b/${business.id}/home`} replace />;
  return (
    <Page title={t('common.noBusiness.title')}>
      <Empty title={t('common.noBusiness.title')} text={t('common.noBusiness.text')} />
    </Page>
  );
}
