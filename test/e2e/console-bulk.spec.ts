import { ConsoleHouse } from '../support/console-house.js';
import { type ContractSummary } from '../../apps/api/src/contracts/contract-schemas.js';
import { newContract } from '../support/api-contracts.js';

/** Many contracts by one file: what is wrong is said for each, mended, and tried again, in a real browser. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

/** What the page says, in Chinese. */
const t = {
  drop: '将合同文件拖到此处，或点击选择',
  start: '新建 3 份合同',
  done: '已完成',
  failed: '1 份失败',
  retry: '重试失败的 1 份',
  unreadable: '无法从该文件读取合同',
} as const;

/** What is sent for one contract, with an amount that is right or not. */
function row(client: string, monthlyFee: string): Record<string, unknown> {
  const { parameters, ...whole } = newContract();
  return { ...whole, reference: client, clientId: client, parameters: { ...parameters, monthlyFee } };
}

/** The same as a spreadsheet has it: a column for each member that any row has. */
function csvOf(rows: readonly Record<string, unknown>[]): string {
  const flat = rows.map((each) => new Map(membersOf('', each)));
  const names = [...new Set(flat.flatMap((each) => [...each.keys()]))];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [names, ...flat.map((each) => names.map((name) => each.get(name) ?? ''))]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n');
}

function membersOf(path: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    membersOf(path === '' ? name : `${path}.${name}`, inner),
  );
}

it('contracts of a spreadsheet are started, and those that failed are tried again', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('administrator', { language: 'zh-CN' });
  const { page } = window;
  const client = 'bulk-client';
  const drop = (name: string, text: string) =>
    page.getByLabel(t.drop).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await window.goTo('/contracts/bulk');
  await drop('broken.ndjson', '{"template":\n');
  await page.getByText(t.unreadable).waitFor();
  // The second has no amount of money.
  await drop('orders.csv', csvOf([row(client, '20000.00'), row(client, 'much'), row(client, '300.00')]));
  expect(await window.barriers()).toEqual([]);
  await page.getByRole('button', { name: t.start }).click();
  await page.waitForURL(/bulk\/O-/);
  await page.locator('.page-head').getByText(t.done, { exact: true }).waitFor();
  await page.getByText('parameters.monthlyFee').waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture('bulk');
  const drafts = await house.stack.get<{ readonly items: readonly ContractSummary[] }>(
    `/api/v1/contracts?clientId=${client}`,
  );
  expect(drafts.body.items.map(({ status }) => status)).toEqual(['draft', 'draft']);
  // Once more as it is: it is refused as before, and is an operation of its own.
  const before = page.url();
  await page.getByRole('button', { name: t.retry }).click();
  await page.waitForURL((url) => url.href !== before);
  await page.getByText(t.failed).first().waitFor();
  await page.getByText('parameters.monthlyFee').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await window.close();
}, 300_000);
