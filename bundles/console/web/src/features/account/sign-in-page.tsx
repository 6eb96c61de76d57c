import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../i18n';
import { languages, type Language } from '../../i18n/language';
import { useTitle } from '../../shared/ui/page';
import css from './account.module.css';
import { SignInForm } from './sign-in-form';

export function SignInPage() {
  const { t, i18n } = useTranslation();
  useTitle(t('account.signIn'));
  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.brand}>
          <img src="/console/icon.svg" alt="" width="44" height="44" />
          <div>
            <h1>{t('words.product')}</h1>
            <p className={css.tagline}>{t('account.tagline')}</p>
          </div>
        </div>
        <SignInForm />
        <div className={css.languages}>
          {Object.entries(languages).map(([code, name]) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={i18n.language === code}
              onClick={() => void switchLanguage(code as Language)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </main>
  );
}
