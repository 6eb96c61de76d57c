import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFound.title')}>
      <Empty title={t('common.notFound.title')} text={t('common.notFound.text')}>
        <Link to="/">{t('common.notFound.action')}</Link>
      </Empty>
    </Page>
  );
}
