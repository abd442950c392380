import { activeContract } from '../support/api-contracts.js';
import { ConsoleHouse } from '../support/console-house.js';
import { eventually } from '../support/eventually.js';

/** What came in at the bank, from its file to the invoice it pays, in a real browser on the running product. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

const WORDS = {
  en: {
    import: 'Import a statement',
    now: 'Import',
    file: 'Statement file',
    account: 'Account (for CSV without one)',
    decide: /^Decide /,
    take: 'Book this',
    bookings: 'Bookings',
    close: 'Close',
    why: 'Why it pays nothing here',
    ignore: 'Leave aside',
    booked: 'Booked',
    ignored: 'Left aside',
    addsUp: 'adds up',
    home: 'Bank lines to decide',
    headings: 'Date,Amount,Currency,Payer,Reference,Transaction id',
  },
  'zh-CN': {
    import: '导入银行对账单',
    now: '导入',
    file: '银行对账单文件',
    account: '账户（CSV 未注明时填写）',
    decide: /^处理 /,
    take: '按此入账',
    bookings: '入账记录',
    close: '关闭',
    why: '不入账的理由',
    ignore: '搁置',
    booked: '已入账',
    ignored: '已搁置',
    addsUp: '核对一致',
    home: '待处理的银行流水',
    headings: '记账日期,交易金额,币种,对方户名,附言,流水号',
  },
} as const;

interface Items<Item> {
  readonly items: readonly Item[];
}

it.each(['en', 'zh-CN'] as const)(
  'in %s: a statement is imported, a line pays the invoice it names, another is left aside, and the account adds up',
  async (language) => {
    if (!house.hasBrowser) return;
    const t = WORDS[language];
    const contract = await activeContract(house.stack);
    const { body: invoices } = await eventually(
      () => house.stack.get<Items<{ period: string }>>(`/api/v1/contracts/${contract}/invoices`),
      ({ body }) => body.items.length > 0,
    );
    const today = new Date().toISOString().slice(0, 10);
    const rows = [
      `${today},20000.00,CNY,上海示例制造股份有限公司,${contract} ${invoices.items[0]?.period},${language}-1`,
      `${today},0.37,CNY,Bank,interest ${language},${language}-2`,
    ];
    const buffer = Buffer.from([t.headings, ...rows].join('\n'));
    const window = await house.enter('billing', { language });
    const { page } = window;
    const dialog = page.getByRole('dialog');
    await window.goTo('/billing');
    await page.getByRole('button', { name: t.import }).click();
    await dialog.getByLabel(t.file).setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer });
    await dialog.getByLabel(t.account).fill(`6222 ${language === 'en' ? '01' : '02'}`);
    await dialog.getByRole('button', { name: t.now, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    // The home page of whoever does the billing has both.
    await window.goTo('/');
    const open = page.getByRole('region', { name: t.home });
    await open.getByText('¥20,000.00').first().waitFor();
    await window.goTo('/billing');
    const lines = page.getByRole('row').filter({ hasText: contract });
    await lines.getByRole('button', { name: t.decide }).click();
    await dialog.getByText(t.take, { exact: true }).first().waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture(`bank-line-${language}`);
    await dialog.getByRole('button', { name: t.take }).first().click();
    await dialog.getByRole('region', { name: t.bookings }).getByText('¥20,000.00').waitFor();
    await dialog.getByRole('button', { name: t.close }).click();
    await dialog.waitFor({ state: 'detached' });
    const interest = page.getByRole('row').filter({ hasText: `interest ${language}` });
    await interest.getByRole('button', { name: t.decide }).click();
    await dialog.getByLabel(t.why).fill('Zinsen');
    await dialog.getByRole('button', { name: t.ignore, exact: true }).click();
    await dialog.getByText(t.ignored, { exact: true }).first().waitFor();
    await dialog.getByRole('button', { name: t.close }).click();
    await dialog.waitFor({ state: 'detached' });
    // The choice above the lines, not the column of the accounts that is named alike.
    await page.locator('.ant-segmented-item').filter({ hasText: t.booked }).click();
    await lines.waitFor();
    await page.getByText(t.addsUp, { exact: true }).first().waitFor();
    expect([...(await window.barriers()), ...window.errors]).toEqual([]);
    await window.picture(`billing-${language}`);
    const payments = await house.stack.get<Items<{ amount: string }>>(
      `/api/v1/contracts/${contract}/payments`,
    );
    expect(payments.body.items.map(({ amount }) => amount)).toEqual(['20000.00']);
    await window.close();
  },
  240_000,
);
