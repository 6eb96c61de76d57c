import { expect, test } from './console';
import { call, newProcess, waiting } from './world';

const name = (page: import('@playwright/test').Page) => page.getByRole('textbox', { name: 'Process name' });
const cards = (page: import('@playwright/test').Page) => page.locator('[data-card] strong');

test('a process is built with the keyboard alone', async ({ open }) => {
  const page = await open('ann', 'b/web/processes/new');
  const library = page.getByRole('region', { name: 'Atom Library' });
  await library.getByRole('button', { name: 'Timer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveText(['Timer', 'Timer 2']);
  await page.getByRole('button', { name: 'Add step' }).press('Enter');

  const second = page.locator('[data-card]').nth(1);
  await page.locator('[data-card]').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect(cards(page)).toHaveText(['Timer 2', 'Timer']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const moved = page.locator('[data-list=step2] [data-card]');
  await expect(moved.locator('strong')).toHaveText(['Timer 2']);
  await expect(moved).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(moved.locator('strong')).toHaveText(['Timer 2']);
  await expect(moved).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Timer 2');
});

test('changes are undone and done again', async ({ open }) => {
  const page = await open('ann', 'b/web/processes/new');
  await page.getByRole('button', { name: 'Timer' }).click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cards(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(cards(page)).toHaveCount(1);
});

test('an unknown KEY is told where it is, and stops Save', async ({ open }) => {
  const page = await open('ann', 'b/web/processes/new');
  await page.getByRole('button', { name: 'Timer' }).click();
  await page.locator('[data-card]').first().click();
  await page.getByRole('textbox', { name: 'Duration' }).fill('${nothing}');
  await expect(page.getByText('There is no variable ${nothing}.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Problems (1)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});

test('${ offers the KEYs that are known', async ({ open }) => {
  const page = await open('ann', 'b/web/processes/new');
  await page.getByRole('button', { name: 'CDN prefetch' }).click();
  await page.locator('[data-card]').first().click();
  await page.getByRole('button', { name: 'Add as a Variable', exact: true }).first().click();
  await page.getByRole('button', { name: 'Consistency verification' }).click();
  await page.locator('[data-card]').nth(1).click();
  await page.getByRole('textbox', { name: 'URLs' }).pressSequentially('${ur');
  await page.getByRole('option', { name: /urls/ }).click();
  await expect(page.getByRole('textbox', { name: 'URLs' })).toHaveValue('${urls}');
});

test('unsaved work is there again after a reload', async ({ open }) => {
  const page = await open('ann', `b/web/processes/${await newProcess(waiting('PT1S'))}/edit`);
  await name(page).fill('Changed and not saved');
  await page.waitForTimeout(600); // what is typed is kept a moment later
  await page.reload();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(name(page)).toHaveValue('Changed and not saved');
});

test('who saves second is told, and nothing is overwritten', async ({ open }) => {
  const id = await newProcess({ ...waiting('PT1S'), name: 'Edited by two' });
  const page = await open('ann', `b/web/processes/${id}/edit`);
  await name(page).fill('Edited by Ann');

  const theirs = await fetch(`${process.env.CONSOLE_URL}/api/v1/processes/${id}`, {
    headers: { Authorization: `Basic ${Buffer.from('bea:a long enough password').toString('base64')}` },
  });
  const put = await fetch(`${process.env.CONSOLE_URL}/api/v1/processes/${id}`, {
    method: 'PUT',
    headers: {
      Authorization: `Basic ${Buffer.from('bea:a long enough password').toString('base64')}`,
      'Content-Type': 'application/json',
      'If-Match': theirs.headers.get('ETag') ?? '',
    },
    body: JSON.stringify({ ...waiting('PT5S'), name: 'Edited by Bea' }),
  });
  expect(put.status).toBe(200);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved this process' });
  await expect(dialog.getByText('bea saved it')).toBeVisible();
  await expect(dialog.getByRole('row').filter({ hasText: '/name' })).toContainText('Edited by Ann');
  expect((await call<{ name: string }>('ann', 'GET', `/processes/${id}`)).name).toBe('Edited by Bea');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(name(page)).toHaveValue('Edited by Bea');
});

test('500 nodes stay smooth', async ({ open }, info) => {
  const steps = Array.from({ length: 50 }, (_, s) => ({
    id: `s${s}`,
    name: `Step ${s + 1}`,
    nodes: Array.from({ length: 10 }, (_, n) => ({
      id: `n${s}x${n}`,
      name: `Node ${s}.${n}`,
      atom: 'timer',
      params: { duration: 'PT1S' },
    })),
  }));
  const page = await open(
    'ann',
    `b/web/processes/${await newProcess({ name: 'Five hundred', type: 'OTHER', steps })}/edit`,
  );
  await expect(page.locator('[data-node]')).toHaveCount(500);
  await page.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { frames: number[] }).frames = times;
    document.addEventListener('dragover', () => {
      const begin = performance.now();
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - begin)));
    });
  });
  const box = await page.locator('[data-node=n0x0]').boundingBox();
  if (!box) throw new Error('no card');
  await page.mouse.move(box.x + 60, box.y + 20);
  await page.mouse.down();
  for (let i = 0; i < 40; i++) await page.mouse.move(box.x + 60 + i * 8, box.y + 30 + i * 10);
  await page.mouse.up();
  const frames = (await page.evaluate(() => (window as unknown as { frames: number[] }).frames)).sort((a, b) => a - b);
  const median = frames[Math.floor(frames.length / 2)] ?? 0;
  const p95 = frames[Math.floor(frames.length * 0.95)] ?? 0;
  info.annotations.push({
    type: 'drag in 500 nodes',
    description: `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  });
  console.log(`drag in 500 nodes: median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${frames.length} moves`);
  expect(median).toBeLessThanOrEqual(50);
});
