import { keep, readKept } from '../shared/lib/persisted';

export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

const preferred = (): Language => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

let language: Language = readKept<string>('language', preferred()) === 'zh-CN' ? 'zh-CN' : 'en';

export const currentLanguage = (): Language => language;

export function rememberLanguage(next: Language): void {
  language = next;
  keep('language', next);
  document.documentElement.lang = next;
}
