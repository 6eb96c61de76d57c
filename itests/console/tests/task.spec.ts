import { expect, test } from './console';
import { edge, newProcess, newTask, releaseCheck, taskIs, waiting } from './world';

test('a running task is suspended, resumed and terminated, and the page follows', async ({ open }) => {
  const task = await newTask(await newProcess(waiting('PT20M')), {});
  const page = await open('ann', `b/web/tasks/${task}`);
  const state = (name: string) => page.locator(`header [data-state=${name}]`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(state('SUSPENDED')).toBeVisible();

  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect(state('RUNNING')).toBeVisible();

  await page.getByRole('button', { name: 'Terminate' }).click();
  await page.getByLabel('Reason').fill('a test');
  await page.getByRole('dialog').getByRole('button', { name: 'Terminate' }).click();
  await expect(state('TERMINATED')).toBeVisible();
});

test('what happens elsewhere shows without a reload', async ({ open }) => {
  const task = await newTask(await newProcess(waiting('PT3S')), {});
  const page = await open('ann', `b/web/tasks/${task}`);
  await expect(page.locator('header [data-state=SUCCEEDED]')).toBeVisible();
});

test('a failed node is retried with other parameters, another one skipped, a manual step started', async ({ open }) => {
  const task = await newTask(await newProcess(releaseCheck('PT0S')), {});
  await taskIs(task, 'FAILED');
  const page = await open('ann', `b/web/tasks/${task}`);

  // the first failure is open already, with its reason
  const panel = page.getByRole('complementary', { name: 'left' });
  await expect(panel.getByText('could not connect').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Retry' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox', { name: 'URL' }).first()).toHaveValue('http://127.0.0.1:1/left');
  await form.getByRole('textbox', { name: 'URL' }).first().fill(edge('/game/version.json'));
  await expect(form.getByText('1 value changed')).toBeVisible();
  await expect(form.getByText('was http://127.0.0.1:1/left')).toBeVisible();
  await form.getByRole('button', { name: 'Retry' }).click();
  await expect(panel.locator('[data-state=SUCCEEDED]')).toBeVisible();
  await expect(panel.getByText('Changed since the attempt before')).toBeVisible();

  await page.locator('main ul').getByRole('button', { name: /right/ }).click();
  const other = page.getByRole('complementary', { name: 'right' });
  await other.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('not needed today');
  await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
  await expect(other.locator('[data-state=SKIPPED]').first()).toBeVisible();

  await page.getByRole('button', { name: 'Start step “Hand over”' }).click();
  await expect(page.locator('header [data-state=SUCCEEDED]')).toBeVisible();
});

test('several failed nodes are skipped together', async ({ open }) => {
  const task = await newTask(await newProcess(releaseCheck('PT0S')), {});
  await taskIs(task, 'FAILED');
  const page = await open('ann', `b/web/tasks/${task}`);
  await page.getByRole('checkbox', { name: 'left' }).check();
  await page.getByRole('checkbox', { name: 'right' }).check();
  await page.getByRole('button', { name: 'Skip chosen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByRole('button', { name: 'Start step “Hand over”' })).toBeVisible();
});

test('an action that is not possible says why', async ({ open }) => {
  const task = await newTask(await newProcess(releaseCheck('PT0S')), {});
  await taskIs(task, 'FAILED');
  const page = await open('ann', `b/web/tasks/${task}`);
  const suspend = page.getByRole('button', { name: 'Suspend' });
  await expect(suspend).toBeDisabled();
  await suspend.hover();
  await expect(page.getByRole('tooltip')).toContainText('Failed');
});

test('filters are in the address and survive a reload', async ({ open }) => {
  const page = await open('ann', 'b/web/tasks');
  await page.getByRole('combobox', { name: 'State' }).selectOption('Terminated');
  await page.getByRole('button', { name: 'Mine' }).click();
  await expect(page).toHaveURL(/state=TERMINATED/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('TERMINATED');
  await expect(page.getByRole('row').filter({ hasText: 'Failed' })).toHaveCount(0);
});
