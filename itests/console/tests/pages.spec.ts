import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { at, expect, test } from './console';
import { edge, newProcess, newTask, releaseCheck, taskIs, waiting } from './world';

const shots = path.resolve(import.meta.dirname, '../target/screenshots');
const ids: Record<string, string> = {};

/** Every page, by a name and an address; what else has to be done before it shows all it has. */
const pages: [string, () => string, ((page: Page) => Promise<void>)?][] = [
  ['home', () => 'b/web/home'],
  ['tasks', () => 'b/web/tasks'],
  ['task-failed', () => `b/web/tasks/${ids['failed']}`],
  ['task-succeeded', () => `b/web/tasks/${ids['succeeded']}?node=first`],
  ['task-timeline', () => `b/web/tasks/${ids['failed']}?tab=timeline`],
  ['task-events', () => `b/web/tasks/${ids['failed']}?tab=events`],
  ['task-variables', () => `b/web/tasks/${ids['failed']}?tab=variables`],
  ['processes', () => 'b/web/processes'],
  ['process', () => `b/web/processes/${ids['process']}`],
  ['process-history', () => `b/web/processes/${ids['process']}?tab=history`],
  ['process-variables', () => `b/web/processes/${ids['process']}?tab=variables`],
  [
    'editor',
    () => `b/web/processes/${ids['process']}/edit`,
    async (page) => {
      await page.locator('[data-card]').nth(1).click();
      await page.getByRole('tabpanel').locator('h2').waitFor();
    },
  ],
  [
    'editor-variables',
    () => `b/web/processes/${ids['process']}/edit`,
    async (page) => {
      await page.getByRole('tab', { name: /Variable Configuration|变量配置/ }).click();
    },
  ],
  ['new-task-select', () => `b/web/tasks/new?process=${ids['process']}`],
  ['new-task-variables', () => `b/web/tasks/new?process=${ids['process']}&stage=2`],
  ['new-task-check', () => `b/web/tasks/new?process=${ids['process']}&stage=3`],
  ['light-app-new', () => `b/web/tasks/${ids['succeeded']}/light-app`],
  ['desktop', () => 'apps'],
  ['account', () => 'account'],
  ['not-found', () => 'nowhere'],
];

test.beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  ids['process'] = await newProcess({ ...releaseCheck('PT0S'), name: 'Release check for all pages' });
  ids['failed'] = await newTask(ids['process'], {});
  const good = await newProcess({
    name: 'Look at the edge',
    type: 'TROUBLESHOOTING',
    steps: [
      {
        id: 'one',
        name: 'One',
        nodes: [{ id: 'first', name: 'Ask the edge', atom: 'http', params: { url: edge('/') } }],
      },
    ],
  });
  ids['succeeded'] = await newTask(good, {});
  await newTask(await newProcess(waiting('PT10M')), {});
  await taskIs(ids['failed'], 'FAILED');
  await taskIs(ids['succeeded'], 'SUCCEEDED');
});

for (const language of ['en', 'zh-CN'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`every page passes WCAG AA and is kept as a picture (${language}, ${theme})`, async ({ open }) => {
      test.setTimeout(240_000);
      const page = await open('ann', 'b/web/home', language, theme);
      const found: string[] = [];
      for (const [name, address, before] of pages) {
        await page.goto(at(address()));
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await before?.(page);
        await page.waitForTimeout(250);
        await page.screenshot({ path: path.join(shots, `${name}-${language}-${theme}.png`) });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        for (const it of violations)
          found.push(
            `${name}: ${it.id} (${it.impact}) ${it.nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
          );
      }
      expect(found).toEqual([]);
    });

test('the sign-in page passes WCAG AA', async ({ page }) => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(at(''));
    await page.locator('h1').waitFor();
    await page.screenshot({ path: path.join(shots, `sign-in-en-${theme}.png`) });
    expect((await new AxeBuilder({ page }).analyze()).violations.map((it) => it.id)).toEqual([]);
  }
});

test('a task can be watched on a phone', async ({ open }) => {
  const page = await open('ann', `b/web/tasks/${ids['failed']}`);
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(at(`b/web/tasks/${ids['failed']}?tab=events`));
  await page.locator('main h1').first().waitFor();
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );
  await page.screenshot({ path: path.join(shots, 'task-phone-en-light.png') });
  expect(wide).toBe(false);
});
