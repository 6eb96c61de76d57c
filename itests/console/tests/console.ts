import { test as base, expect, type Page } from '@playwright/test';
import { PASSWORD } from './server';

export type Language = 'en' | 'zh-CN';

interface Console {
  /** Opens a page of the console as somebody who is signed in. */
  open: (user: string, path: string, language?: Language, theme?: 'light' | 'dark') => Promise<Page>;
}

export const at = (path: string) => `${process.env.CONSOLE_URL}/console/${path}`;

export async function signIn(page: Page, user: string, password = PASSWORD): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(user);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
}

/** Every test fails on a script error, and on anything that the Content-Security-Policy had to stop. */
export const test = base.extend<Console>({
  open: async ({ page }, use) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedScript|TrustedHTML/.test(message.text())) wrong.push(message.text());
    });
    await use(async (user, path, language = 'en', theme = 'light') => {
      await page.emulateMedia({ colorScheme: theme });
      await page.addInitScript(
        ([key, value]) => {
          localStorage.setItem(key ?? '', JSON.stringify(value));
        },
        ['standardops.language', language],
      );
      await page.goto(at(path));
      await signIn(page, user);
      await page.locator('header').first().waitFor();
      return page;
    });
    expect(wrong).toEqual([]);
  },
});

export { expect };
