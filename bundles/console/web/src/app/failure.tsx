import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Page } from '../shared/ui/page';
import { ProblemNotice } from '../shared/ui/problem-notice';
import ui from '../shared/ui/ui.module.css';

/** After an upgrade the scripts of an open page are gone. */
const isOutdated = (error: unknown) =>
  error instanceof Error && /dynamically imported module|importing a module|error loading/i.test(error.message);

export function Failure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const reload = () => {
    location.reload();
  };
  if (isOutdated(error))
    return (
      <Page title={t('common.outdated.title')}>
        <p className={ui.note}>{t('common.outdated.text')}</p>
        <Button variant="contained" onClick={reload}>
          {t('common.outdated.action')}
        </Button>
      </Page>
    );
  return (
    <Page title={t('common.requestFailed')}>
      <ProblemNotice error={error} retry={reload} />
    </Page>
  );
}
