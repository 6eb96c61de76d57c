import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { queryClient } from '../api/query-client';
import { en, type Texts } from './en';
import { currentLanguage, rememberLanguage, type Language } from './language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

async function load(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'translation')) return;
  const { zhCN }: { zhCN: Texts } = await import('./zh-CN');
  i18next.addResourceBundle(language, 'translation', zhCN);
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: currentLanguage(),
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  await switchLanguage(currentLanguage());
}

/** From now on in this language, what the server words included. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  await queryClient.invalidateQueries();
}
