import { at, expect, signIn, test } from './console';
import { killServer, PASSWORD, ready, startServer } from './server';
import { newProcess, waiting } from './world';

test('signs in and out', async ({ open }) => {
  const page = await open('ann', '');
  await page.getByRole('button', { name: 'Account of Ann' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password is said beside the field', async ({ page }) => {
  await page.goto(at(''));
  await signIn(page, 'ann', 'wrong');
  await expect(page.getByText('Name or password is wrong.')).toBeVisible();
  await expect(page.locator('input[autocomplete=username]')).toHaveValue('ann');
});

test('leads from / to the console', async ({ page }) => {
  await page.goto(`${process.env.CONSOLE_URL}/`);
  await expect(page).toHaveURL(at(''));
});

test('a new password comes before anything else', async ({ page }) => {
  await page.goto(at('b/web/tasks'));
  await signIn(page, 'pat');
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill(`${PASSWORD} 2`);
  await page.getByLabel('New password again').fill(`${PASSWORD} 2`);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { name: 'Task Records' })).toBeVisible();
});

test('an ended session is opened again over the page, and what was typed stays', async ({ open, context }) => {
  const page = await open('ann', 'b/web/processes/new');
  await page.getByRole('textbox', { name: 'Process name' }).fill('Typed before the session ended');
  await page.getByRole('button', { name: 'Timer' }).click();
  await page.locator('[data-card]').first().click();
  await page.getByRole('textbox', { name: 'Duration' }).fill('1s');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.locator('input[type=password]').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Process name' })).toHaveValue('Typed before the session ended');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('was saved as revision 1')).toBeVisible();
});

test('a business without a role is not there', async ({ open }) => {
  const page = await open('noone', 'b/web/tasks');
  await expect(page.getByRole('heading', { name: 'Nothing here' }).first()).toBeVisible();
});

test('a follower sees and makes tasks, and may not edit', async ({ open }) => {
  const process = await newProcess({ ...waiting('PT0S'), name: 'For followers' });
  const page = await open('fay', `b/web/processes/${process}`);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeDisabled();
  await page.getByRole('button', { name: 'New Task' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'Variable Configuration' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Start Execution' })).toBeVisible();
});

test('the language is switched in place', async ({ open }) => {
  const page = await open('ann', 'b/web/tasks');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { name: '任务记录' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the server is restarted under an open page', async ({ open }) => {
  test.setTimeout(240_000);
  const page = await open('ann', `b/web/processes/${await newProcess(waiting('PT1S'))}/edit`);
  await page.getByRole('textbox', { name: 'Process name' }).fill('Typed before the restart');
  killServer();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Connection lost')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Process name' })).toHaveValue('Typed before the restart');
  startServer();
  await ready();
  await expect(page.getByText('Connection lost')).toHaveCount(0, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('was saved as revision 2')).toBeVisible();
});
