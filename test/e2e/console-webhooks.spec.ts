import { webhookSettings } from '#webhooks/settings';
import { DeliveryOffice } from '../../apps/worker/src/webhooks/delivery-office.js';
import { ConsoleHouse } from '../support/console-house.js';
import { QUICK_RULES } from '../support/webhook-house.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

/** An endpoint from its making to its pause, against a receiver that really listens, in a real browser. */
let house: ConsoleHouse;
let receiver: WebhookReceiver;
let office: DeliveryOffice;
const troubles: unknown[] = [];

beforeAll(async () => {
  house = await ConsoleHouse.open();
  receiver = await WebhookReceiver.start('500');
  const { orm, url: databaseUrl } = house.stack.database;
  // One attempt, and it is given up.
  const rules = { ...QUICK_RULES, retrySeconds: [0] };
  office = await DeliveryOffice.open({ orm, databaseUrl }, webhookSettings(process.env), rules, (error) =>
    troubles.push(error),
  );
}, 120_000);

afterAll(async () => {
  await office.close();
  expect(troubles).toEqual([]);
  await house.close();
  await receiver.stop();
});

/** What the page says, in English. */
const t = {
  new: 'New endpoint',
  url: 'Address',
  name: 'Name',
  save: 'Save',
  test: 'Send a test',
  details: 'Details',
  dead: 'Given up',
  delivered: 'Delivered',
  again: 'Send again',
  rotate: 'New secret',
  pause: 'Pause',
  ok: 'OK',
  resume: 'Resume',
  enabled: 'Enabled',
  paused: 'Paused',
} as const;

beforeEach(() => receiver.restart('500'));

it('an endpoint is made, tried, given another secret, paused and resumed', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('administrator', { language: 'en' });
  const { page } = window;
  const secrets: string[] = [];
  const noteSecret = async () => {
    secrets.push(await page.locator('code.secret').innerText());
    await page.getByRole('button', { name: /OK|知道了/ }).click();
    await page.locator('code.secret').waitFor({ state: 'detached' });
  };
  const dialog = page.getByRole('dialog');
  await window.goTo('/administration?tab=webhooks');
  await page.getByRole('button', { name: t.new }).click();
  // A private address that this installation does not allow is refused beside its field, and what was typed stays.
  await dialog.getByLabel(t.url).fill('http://10.0.0.1/hook');
  await dialog.getByLabel(t.name).fill('ERP');
  await dialog.getByRole('button', { name: t.save }).click();
  await dialog.locator('.ant-form-item-explain-error').waitFor();
  expect(await dialog.getByLabel(t.name).inputValue()).toBe('ERP');
  await dialog.getByLabel(t.url).fill(receiver.url);
  await dialog.getByRole('button', { name: t.save }).click();
  await noteSecret();
  await page.getByRole('heading', { name: 'ERP' }).waitFor();
  // It answers 500, and is given up; then it is well again, and gets it after all.
  await page.getByRole('button', { name: t.test }).click();
  await page.getByText(t.dead, { exact: true }).waitFor();
  await page.getByRole('button', { name: t.details }).click();
  await dialog.getByRole('cell', { name: '500', exact: true }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture('webhook-delivery');
  await receiver.restart('good');
  await dialog.getByRole('button', { name: t.again }).click();
  await page.keyboard.press('Escape');
  await page.getByText(t.delivered, { exact: true }).waitFor();
  await page.getByRole('button', { name: t.rotate }).click();
  await dialog.getByRole('button', { name: t.rotate }).click();
  await noteSecret();
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: t.pause }).click();
  await page.getByRole('tooltip').getByRole('button', { name: t.ok }).click();
  await page.getByText(t.paused, { exact: true }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture('webhook');
  await page.getByRole('button', { name: t.resume }).click();
  await page.getByText(t.enabled, { exact: true }).waitFor();
  await window.close();
}, 300_000);

it('shows a pause at once, and takes it back where it is refused', async () => {
  if (!house.hasBrowser) return;
  const body = { url: receiver.url, description: 'optimistic' };
  const { body: made } = await house.stack.post<{ id: string }>('/api/v1/webhooks', body);
  const window = await house.enter('administrator', { language: 'en' });
  const { page } = window;
  const address = `/api/v1/webhooks/${made.id}`;
  await window.goTo(`/administration/webhooks/${made.id}`);
  const held = Promise.withResolvers<void>();
  await page.route(`**${address}`, async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue();
    await held.promise;
    return route.fulfill({ status: 503, body: '' });
  });
  const pause = async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: 'OK' }).click();
    await page.getByText('Paused', { exact: true }).waitFor();
  };
  await pause();
  const { body: meanwhile } = await house.stack.get<{ status: string }>(address);
  expect(meanwhile.status).toBe('enabled');
  held.resolve();
  await page.getByText('Enabled', { exact: true }).waitFor();
  await page.getByRole('alert').waitFor();
  await page.unroute(`**${address}`);
  await pause();
  await page.getByRole('button', { name: 'Resume', disabled: false }).waitFor();
  const { body: after } = await house.stack.get<{ status: string }>(address);
  expect(after.status).toBe('disabled');
  await window.close();
}, 120_000);
