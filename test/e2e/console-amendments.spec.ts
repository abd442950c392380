import { rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, NARROW } from '../support/console-house.js';

/** An amendment from its draft to its agreement, in a real browser on the running product. */
let house: ConsoleHouse;
let contract: string;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  contract = await rehearsalContract(house.stack);
}, 120_000);

afterAll(() => house.close());

it('says at its field what is refused, plays through what is possible, and records that both have signed', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('administrator', { language: 'en', appearance: 'dark' });
  const { page } = window;
  const dialog = page.getByRole('dialog');
  await window.goTo(`/contracts/${contract}/changes`);
  await page.getByRole('button', { name: 'Draw up an amendment' }).click();
  await dialog.getByLabel('Takes effect on').fill('2025-07-15');
  await dialog.getByLabel('Reason').fill('More users');
  await window.choose('What changes', 'Monthly fee');
  await dialog.getByLabel('Monthly fee', { exact: true }).fill('25000');
  await dialog.getByRole('button', { name: 'Draw up an amendment' }).click();
  await dialog.locator('.ant-form-item-explain-error', { hasText: 'within a month' }).waitFor();
  await dialog.getByLabel('Takes effect on').fill('2025-07-01');
  await dialog.getByRole('button', { name: 'Draw up an amendment' }).click();
  await page.waitForURL('**/changes/A-1');
  await page.getByRole('button', { name: 'Play it through' }).click();
  await page
    .getByRole('row', { name: /Total amount ¥240,000.00 ¥270,000.00/ })
    .first()
    .waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture('amendment-en');
  await page.setViewportSize(NARROW);
  expect(await window.overflow()).toBe(0);
  await page.getByRole('button', { name: 'Record that both have signed' }).click();
  await dialog.getByRole('button', { name: 'Record that both have signed' }).click();
  await page.getByText('Agreed', { exact: true }).first().waitFor();
  const { body } = await house.stack.get<{ readonly status: string }>(
    `/api/v1/contracts/${contract}/amendments/A-1`,
  );
  expect(body.status).toBe('agreed');
  await window.close();
}, 240_000);
