import { expect, test, type Language } from './console';
import { call, newProcess, newTask, taskIs } from './world';

const words: Record<Language, Record<string, string>> = {
  en: {
    create: 'New Light App',
    name: 'Name',
    people: 'Who may run it',
    enter: 'Enter Parameters',
    run: 'Run',
    done: 'Done',
  },
  'zh-CN': { create: '新建轻应用', name: '名称', people: '可执行的人', enter: '填写参数', run: '执行', done: '已完成' },
};

for (const language of ['en', 'zh-CN'] as const)
  test(`a task becomes a light app, and somebody without a role runs it (${language})`, async ({ open, browser }) => {
    const w = (word: string) => words[language][word] ?? word;
    await call('admin', 'PUT', '/businesses/web/people/noone');
    const process = await newProcess({
      name: `Wait a moment ${language}`,
      type: 'OTHER',
      variables: [{ key: 'pause', name: 'Pause', type: 'DURATION', required: true, default: 'PT0S' }],
      steps: [
        {
          id: 'one',
          name: 'One',
          nodes: [{ id: 'wait', name: 'Wait', atom: 'timer', params: { duration: '${pause}' } }],
        },
      ],
    });
    const task = await newTask(process, {});
    await taskIs(task, 'SUCCEEDED');

    const page = await open('ann', `b/web/tasks/${task}`, language);
    await page.getByRole('button', { name: w('create') }).click();
    await page.getByRole('combobox', { name: w('people') }).fill('noone');
    await page.getByRole('option', { name: /noone/ }).click();
    await page.getByRole('button', { name: w('create') }).click();
    await page.waitForURL(/\/console\/apps$/);

    const other = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await other.addInitScript((it) => localStorage.setItem('standardops.language', JSON.stringify(it)), language);
    await other.goto(page.url());
    await other.locator('input[autocomplete=username]').fill('noone');
    await other.locator('input[type=password]').fill('a long enough password');
    await other.locator('button[type=submit]').click();
    await other.getByRole('link', { name: new RegExp(`Wait a moment ${language}`) }).click();
    await expect(other.getByRole('heading', { name: w('enter') })).toBeVisible();
    await other.getByRole('textbox', { name: 'Pause' }).fill('1s');
    await other.getByRole('button', { name: w('run'), exact: true }).click();
    await expect(other.getByText(w('done'), { exact: true })).toBeVisible({ timeout: 30_000 });
    await other.context().close();
  });
