import { rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, type ConsoleWindow, type Language } from '../support/console-house.js';

/** A contract from its draft to the accepted statement of a month, in a real browser on the running product, by who does it. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  await rehearsalContract(house.stack);
}, 120_000);

afterAll(() => house.close());

const EN = {
  template: 'IT Technical Support Service Contract',
  rehearsal: 'Rehearsal',
  next: 'Next',
  takeOver: 'Take the parties over from',
  client: 'Client ID',
  number: 'Contract number',
  create: 'Create the draft',
  signing: 'Signing',
  send: 'Send for signing',
  sign: 'Record a signature',
  clientSigns: 'Record a signature: Client',
  providerSigns: 'Record a signature: Provider',
  signed: 'Signature recorded',
  moveClock: 'Move the clock',
  move: 'Move',
  moved: 'The clock has moved',
  pay: 'Record a payment',
  paid: 'Payment recorded',
  submit: 'Submit the report',
  submitted: 'Report submitted',
  accept: 'Accept the statement',
  accepted: 'Statement accepted',
};

const ZH: typeof EN = {
  template: 'IT 技术支持服务合同',
  rehearsal: '演练',
  next: '下一步',
  takeOver: '沿用已有合同的双方信息',
  client: '客户代码',
  number: '合同编号',
  create: '生成草稿',
  signing: '签署',
  send: '发出签署',
  sign: '登记签署',
  clientSigns: '登记签署：客户',
  providerSigns: '登记签署：服务商',
  signed: '签署已登记',
  moveClock: '推进时间',
  move: '推进',
  moved: '时间已推进',
  pay: '登记收款',
  paid: '收款已登记',
  submit: '提交月报',
  submitted: '月报已提交',
  accept: '确认对账单',
  accepted: '对账单已确认',
};

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, 'zh-CN': ZH };
const LANGUAGES = ['en', 'zh-CN'] as const;

/** Presses a button, and the one of the same name in the dialog that asks whether one is sure. */
async function pressTwice({ page }: ConsoleWindow, name: string, of = name): Promise<void> {
  await page
    .getByRole('button', { name: endingIn(of) })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: endingIn(name) })
    .last()
    .click();
}

/** A button's name may begin with that of its icon. */
function endingIn(name: string): RegExp {
  return new RegExp(`(^|\\s)${name.replaceAll(/[()]/g, '\\$&')}$`);
}

/** Waits until the page has said that something is done, and shows what it has become. */
async function said({ page }: ConsoleWindow, text: string): Promise<void> {
  await page.locator('.ant-message').getByText(text, { exact: true }).first().waitFor();
}

describe.each(LANGUAGES)('in %s', (language) => {
  const t = WORDS[language];
  const contract = `C-PAGE-${language.toUpperCase()}`;

  it('an administrator draws up a contract, both sign, a month goes by, money comes in, the report is handed in', async () => {
    if (!house.hasBrowser) return;
    const window = await house.enter('administrator', { language });
    const { page } = window;
    await window.goTo('/contracts/new');
    await page.getByText(t.template).first().click();
    await page.getByText(t.rehearsal, { exact: true }).first().click();
    await page.getByRole('button', { name: t.next }).click();
    await page.getByLabel(t.takeOver).click();
    await page.locator('.ant-select-item-option').first().click();
    // They come from the API: what is typed meanwhile would stand beside what comes.
    await page.locator('#parties_client_fullName:not([value=""])').waitFor();
    await page.getByLabel(t.client).fill('acme');
    await page.getByLabel(t.number).fill(contract);
    await page.getByRole('button', { name: t.next }).click();
    await page.locator('#parameters_termStart').fill('2025-01-01');
    await page.locator('#parameters_termMonths').fill('12');
    await page.locator('#parameters_penaltyPermille').fill('5');
    await page.locator('#parameters_monthlyFee').fill('20000');
    await page.getByRole('button', { name: t.next }).click();
    await page.getByRole('button', { name: t.create }).click();
    await page.waitForURL(`**/contracts/${contract}`);
    await page.getByRole('link', { name: t.signing, exact: true }).click();
    await pressTwice(window, t.send);
    await page.getByRole('button', { name: t.clientSigns }).waitFor();
    await pressTwice(window, t.sign, t.clientSigns);
    await said(window, t.signed);
    await page.getByRole('button', { name: t.clientSigns }).waitFor({ state: 'detached' });
    await pressTwice(window, t.sign, t.providerSigns);
    await page.getByRole('button', { name: t.providerSigns }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t.moveClock }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('2025-02-03T09:00');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: endingIn(t.move) })
      .click();
    await said(window, t.moved);
    await window.goTo(`/contracts/${contract}/months/2025-01`);
    await pressTwice(window, t.pay);
    await said(window, t.paid);
    await pressTwice(window, t.submit);
    await said(window, t.submitted);
    await window.picture(`journey-month-${language}`);
    expect(window.errors).toEqual([]);
    const address = `/api/v1/contracts/${contract}`;
    const { body: invoice } = await house.stack.get<{ status: string }>(`${address}/invoices/2025-01`);
    const { body: report } = await house.stack.get<{ late: boolean; submittedAt: string | null }>(
      `${address}/reports/2025-01`,
    );
    expect([invoice.status, report.late, report.submittedAt === null]).toEqual(['paid', false, false]);
    await window.close();
  }, 300_000);

  it('the client accepts the statement of the month', async () => {
    if (!house.hasBrowser) return;
    const window = await house.enter('party', { language });
    await window.goTo(`/contracts/${contract}/months/2025-01`);
    await pressTwice(window, t.accept);
    await said(window, t.accepted);
    // What is for the provider is not offered.
    expect(await window.page.getByRole('button', { name: t.pay, exact: true }).count()).toBe(0);
    expect(await window.barriers()).toEqual([]);
    await window.close();
  }, 120_000);
});
