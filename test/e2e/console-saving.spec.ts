import { type Route } from 'playwright-core';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract } from '../support/api-contracts.js';
import { ConsoleHouse } from '../support/console-house.js';
import { TcpProxy } from '../support/tcp-proxy.js';

/** What becomes of what is saved while the connection, or Temporal, is away. */
let proxy: TcpProxy;
let house: ConsoleHouse;
let contract: string;

beforeAll(async () => {
  proxy = await TcpProxy.to(process.env['PACTA_TEST_TEMPORAL_ADDRESS'] ?? '');
  const patience = new Patience(1_500, 10_000, 1, 300);
  house = await ConsoleHouse.open({ patience, temporalOfApi: proxy.address });
  contract = await activeContract(house.stack);
}, 120_000);

afterAll(async () => {
  await house.close();
  await proxy.stop();
});

const WORDS = {
  en: {
    take: 'Record a payment',
    amount: 'Amount',
    nobody: 'Nobody answers',
    still: /What you typed is still here/,
    respond: 'Respond',
    stored: /It is stored, and waits/,
    met: /✓ Met/,
  },
  'zh-CN': {
    take: '登记收款',
    amount: '金额',
    nobody: '服务器没有响应',
    still: /您填写的内容仍在/,
    respond: '响应',
    stored: /已保存，正在等待执行/,
    met: /✓ 达标/,
  },
} as const;

interface Payments {
  readonly items: readonly { readonly amount: string }[];
}

async function recorded(): Promise<string> {
  const { body } = await house.stack.post<RequestDetail>(`/api/v1/contracts/${contract}/requests`, {
    urgency: 'high',
    impact: 'high',
  });
  return body.request;
}

it('in Chinese: saves once what was sent again after the connection dropped, though the first had got through', async () => {
  if (!house.hasBrowser) return;
  const language = 'zh-CN';
  const t = WORDS[language];
  const window = await house.enter('billing', { language });
  const { page } = window;
  const amount = '11.00';
  const dialog = page.getByRole('dialog');
  await window.goTo(`/contracts/${contract}/months`);
  await page.getByRole('button', { name: t.take }).first().click();
  await dialog.getByLabel(t.amount).fill(amount);
  // It reaches the API; its answer does not reach the page.
  const swallow = async (route: Route) => {
    await route.fetch();
    await route.abort('connectionreset');
  };
  await page.route('**/payments', swallow);
  await dialog.getByRole('button', { name: t.take }).click();
  await dialog.getByText(t.nobody).waitFor();
  await dialog.getByText(t.still).waitFor();
  expect(await dialog.getByLabel(t.amount).inputValue()).toBe(amount);
  expect(await window.barriers()).toEqual([]);
  await window.picture(`unanswered-${language}`);
  await page.unroute('**/payments');
  await dialog.getByRole('button', { name: t.take }).click();
  await dialog.waitFor({ state: 'detached' });
  const { body } = await house.stack.get<Payments>(`/api/v1/contracts/${contract}/payments`);
  expect(body.items.filter((payment) => payment.amount === amount)).toHaveLength(1);
  await window.close();
}, 120_000);

it('in English: waits for what is only stored, says so, and shows it once it is carried out', async () => {
  if (!house.hasBrowser) return;
  const language = 'en';
  const t = WORDS[language];
  const request = await recorded();
  const window = await house.enter('desk', { language });
  const { page } = window;
  await window.goTo(`/contracts/${contract}/requests/${request}`);
  proxy.cut();
  try {
    await page.getByRole('button', { name: t.respond, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.respond, exact: true }).click();
    await page.getByText(t.stored).waitFor();
    expect(await page.getByText(t.met).count()).toBe(0);
    await window.picture(`stored-${language}`);
  } finally {
    proxy.mend();
  }
  await page.getByText(t.met).first().waitFor();
  await page.getByText(t.stored).waitFor({ state: 'detached' });
  await window.close();
}, 120_000);
