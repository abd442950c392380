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

const WORDS = {
  en: {
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
  },
  'zh-CN': {
    new: '新增推送地址',
    url: '地址',
    name: '名称',
    save: '保存',
    test: '发送测试',
    details: '详情',
    dead: '已放弃',
    delivered: '已送达',
    again: '重新发送',
    rotate: '更换密钥',
    pause: '暂停',
    ok: '确定',
    resume: '恢复',
    enabled: '已启用',
    paused: '已暂停',
  },
} as const;

beforeEach(() => receiver.restart('500'));

it.each(['en', 'zh-CN'] as const)(
  'in %s: an endpoint is made, tried, given another secret, paused and resumed',
  async (language) => {
    if (!house.hasBrowser) return;
    const t = WORDS[language];
    const window = await house.enter('administrator', { language });
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
    await dialog.getByLabel(t.name).fill(`ERP ${language}`);
    await dialog.getByRole('button', { name: t.save }).click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    expect(await dialog.getByLabel(t.name).inputValue()).toBe(`ERP ${language}`);
    await dialog.getByLabel(t.url).fill(receiver.url);
    await dialog.getByRole('button', { name: t.save }).click();
    await noteSecret();
    await page.getByRole('heading', { name: `ERP ${language}` }).waitFor();
    // It answers 500, and is given up; then it is well again, and gets it after all.
    await page.getByRole('button', { name: t.test }).click();
    await page.getByText(t.dead, { exact: true }).waitFor();
    await page.getByRole('button', { name: t.details }).click();
    await dialog.getByRole('cell', { name: '500', exact: true }).waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture(`webhook-delivery-${language}`);
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
    await window.picture(`webhook-${language}`);
    await page.getByRole('button', { name: t.resume }).click();
    await page.getByText(t.enabled, { exact: true }).waitFor();
    await window.close();
  },
  300_000,
);
