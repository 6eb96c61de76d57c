import { expect, test, type Language } from './console';
import { edge } from './world';

/** The seed's case 5.1, word by word. */
const words: Record<Language, Record<string, string>> = {
  en: {
    taskProcess: 'Task Process',
    newProcess: 'New Process',
    name: 'Process name',
    type: 'Process type',
    publish: 'Publish',
    prefetch: 'CDN prefetch',
    verification: 'Consistency verification',
    force: 'Force refresh',
    addAsVariable: 'Add as a Variable',
    urls: 'URLs',
    timing: 'Timing type',
    operation: 'Operation Execution',
    variables: 'Variable Configuration',
    copyKey: 'Copy KEY',
    save: 'Save',
    createTask: 'Create Task',
    next: 'Next',
    start: 'Start Execution',
    succeeded: 'Succeeded',
    attributes: 'Basic Attributes',
  },
  'zh-CN': {
    taskProcess: '任务流程',
    newProcess: '新建流程',
    name: '流程名称',
    type: '流程类型',
    publish: '发布',
    prefetch: 'CDN预热',
    verification: '一致性验证',
    force: '强制刷新',
    addAsVariable: '设为变量',
    urls: 'URL列表',
    timing: '计时类型',
    operation: '操作执行',
    variables: '变量配置',
    copyKey: '复制KEY',
    save: '保存',
    createTask: '新建任务',
    next: '下一步',
    start: '开始执行',
    succeeded: '成功',
    attributes: '基础属性',
  },
};

for (const language of ['en', 'zh-CN'] as const)
  test(`CDN prefetch, from the new process to the end of its task (${language})`, async ({ open }) => {
    const w = (word: string) => words[language][word] ?? word;
    const page = await open('ann', 'b/web/home', language);
    const button = (word: string) => page.getByRole('button', { name: w(word), exact: true });

    // 5.1.1
    await page
      .getByRole('link', { name: w('taskProcess'), exact: true })
      .first()
      .click();
    await button('newProcess').click();
    await page.getByRole('textbox', { name: w('name') }).fill(`CDN Prefetch ${language}`);
    await page.getByRole('tab', { name: w('attributes') }).click();
    await page.getByRole('combobox', { name: w('type') }).selectOption(w('publish'));

    // 5.1.2
    const library = page.getByRole('region', { name: /Atom Library|原子库/ });
    const step = page.locator('[data-list]').first();
    await library.getByRole('button', { name: w('prefetch') }).dragTo(step);
    await step
      .getByRole('button', { name: w('prefetch') })
      .first()
      .click();
    await page.getByRole('checkbox', { name: w('force') }).check();
    await button('addAsVariable').first().click();
    await expect(page.getByRole('textbox', { name: w('urls') })).toHaveValue('${urls}');
    await page.getByRole('combobox', { name: w('timing') }).selectOption(w('operation'));

    // 5.1.3
    await library.getByRole('button', { name: w('verification') }).dragTo(step, { targetPosition: { x: 330, y: 30 } });
    await expect(page.locator('[data-node]')).toHaveCount(2);
    await step
      .getByRole('button', { name: w('verification') })
      .first()
      .click();
    await page.getByRole('tab', { name: w('variables') }).click();
    await button('copyKey').first().click();
    await page.getByRole('tab', { name: w('verification') }).click();
    await page.getByRole('textbox', { name: w('urls') }).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(page.getByRole('textbox', { name: w('urls') })).toHaveValue('${urls}');
    await page.getByRole('combobox', { name: w('timing') }).selectOption(w('operation'));

    // 5.1.4
    await button('save').click();
    await expect(button('createTask')).toBeEnabled();
    await button('createTask').click();

    // 5.1.5
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await button('next').click();

    // 5.1.6
    await page
      .getByRole('textbox', { name: w('urls') })
      .fill(`${edge('/game/version.json')}\n${edge('/img/banner.png')}`);
    await button('next').click();

    // 5.1.7
    await button('start').click();
    await expect(page.locator('header [data-state=SUCCEEDED]')).toHaveText(w('succeeded'), { timeout: 60_000 });
    await expect(page.locator('main ul button', { hasText: w('succeeded') })).toHaveCount(2);
  });
