import { NewPasswordForm } from './new-password-page';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/ui/page';

export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.newPassword.title')}>
      <NewPasswordForm />
    </Page>
  );
}
