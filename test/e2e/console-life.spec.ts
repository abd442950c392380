import { ConsoleHouse, type ConsoleWindow } from '../support/console-house.js';

/**
 * Somebody new runs the whole of it by clicking, in Chinese, in a real browser on the running product: a variant is
 * published, a contract is made of it and signed by both, a request comes too late, money and report come in, and an
 * auditor finds out why a penalty was charged. Nothing is told to the API past the pages.
 */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

const VARIANT = 'acme-life';
const CONTRACT = 'C-LIFE';
const language = 'zh-CN' as const;

/** A button's name may begin with that of its icon. */
function endingIn(name: string): RegExp {
  return new RegExp(`(^|\\s)${name.replaceAll(/[()（）]/g, '\\$&')}$`);
}

async function press({ page }: ConsoleWindow, name: string, inDialog = name): Promise<void> {
  await page
    .getByRole('button', { name: endingIn(name) })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: endingIn(inDialog) })
    .last()
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function moveClock(window: ConsoleWindow, until: string): Promise<void> {
  const { page } = window;
  await window.goTo(`/contracts/${CONTRACT}`);
  await page.getByRole('button', { name: '推进时间' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(until);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: endingIn('推进') })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function draft(window: ConsoleWindow): Promise<void> {
  const { page } = window;
  await window.goTo('/templates');
  await page.getByRole('button', { name: '新建变体' }).click();
  const dialog = page.getByRole('dialog');
  await window.choose('基础模板', 'it-support-2025');
  await dialog.getByLabel('名称（id）').fill(VARIANT);
  await dialog.getByLabel('适用客户').fill('Acme');
  await dialog.getByLabel('中文标题').fill('技术支持合同（Acme）');
  await dialog.getByLabel('英文标题').fill('Support Contract (Acme)');
  await dialog.getByRole('button', { name: '创建草稿' }).click();
  await page.waitForURL(`**/templates/${VARIANT}/1.0.0`);
  await page.getByRole('tab', { name: '编辑', exact: true }).click();
  await window.choose('更改参数', 'penaltyPermille');
  await page.getByLabel(/: 固定值$/).fill('3');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '保存草稿', disabled: true }).waitFor();
  await press(window, '提交复核');
}

async function publish(): Promise<void> {
  const window = await house.enter('reviewer', { language });
  await window.goTo('/');
  await window.page.getByRole('link', { name: '技术支持合同（Acme）' }).click();
  await press(window, '批准并发布');
  await window.page.getByText('已发布', { exact: true }).first().waitFor();
  await window.close();
}

async function makeContract(window: ConsoleWindow): Promise<void> {
  const { page } = window;
  await window.goTo('/contracts/new');
  await page.getByText('技术支持合同（Acme）').first().click();
  await page.getByText('演练', { exact: true }).first().click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('客户代码').fill('acme');
  await page.getByLabel('合同编号').fill(CONTRACT);
  for (const party of ['client', 'provider']) {
    const fields = page.locator(`[id^="parties_${party}_"]`);
    for (let place = 0; place < (await fields.count()); place += 1) {
      const field = fields.nth(place);
      const id = (await field.getAttribute('id')) ?? '';
      if (id.endsWith('taxpayerId')) continue;
      await field.fill(id.endsWith('email') ? `${party}@example.com` : `${party} ${place}`);
    }
  }
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('#parameters_termStart').fill('2025-01-01');
  await page.locator('#parameters_termMonths').fill('12');
  await page.locator('#parameters_monthlyFee').fill('20000');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '生成草稿' }).click();
  await page.waitForURL(`**/contracts/${CONTRACT}`);
}

async function sign(window: ConsoleWindow): Promise<void> {
  const { page } = window;
  await page.getByRole('link', { name: '签署', exact: true }).click();
  await press(window, '发出签署');
  for (const party of ['客户', '服务商']) {
    const name = `登记签署：${party}`;
    await press(window, name, '登记签署');
    await page.getByRole('button', { name }).waitFor({ state: 'detached' });
  }
}

async function answerLate(administrator: ConsoleWindow): Promise<void> {
  await moveClock(administrator, '2025-01-06T09:00');
  const desk = await house.enter('desk', { language });
  const { page } = desk;
  await desk.goTo('/requests');
  await page.keyboard.press('n');
  await page.locator('[data-first-field] input:focus').waitFor({ state: 'attached' });
  await page.getByText(CONTRACT).last().waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/contracts/${CONTRACT}/requests/*`);
  const request = page.url().split('/').at(-1) ?? '';
  await moveClock(administrator, '2025-01-08T09:00');
  await desk.goTo(`/contracts/${CONTRACT}/requests/${request}`);
  await press(desk, '响应');
  await press(desk, '解决');
  await page.getByText('已解决', { exact: true }).first().waitFor();
  await desk.close();
}

async function settleMonth(administrator: ConsoleWindow): Promise<void> {
  await moveClock(administrator, '2025-02-03T09:00');
  await administrator.goTo(`/contracts/${CONTRACT}/months/2025-01`);
  await press(administrator, '登记收款');
  await press(administrator, '提交月报');
}

async function askWhy(): Promise<string> {
  const window = await house.enter('auditor', { language });
  const { page } = window;
  await window.goTo('/contracts');
  await page.getByRole('link', { name: CONTRACT }).first().click();
  await page.waitForURL(`**/contracts/${CONTRACT}`);
  await page.getByRole('main').getByRole('link', { name: '审计' }).click();
  await page
    .getByRole('link', { name: /^依据：.*-penalty/ })
    .first()
    .click();
  const receipt = page.getByRole('dialog');
  await receipt.getByRole('button', { name: '重新运算' }).click();
  await receipt.getByText('逐字一致').waitFor();
  const text = await receipt.innerText();
  await window.picture('life-why');
  expect(window.errors).toEqual([]);
  await window.close();
  return text;
}

it('somebody who has read nothing gets from a template to the reason of a penalty', async () => {
  if (!house.hasBrowser) return;
  const administrator = await house.enter('administrator', { language });
  await draft(administrator);
  await publish();
  await makeContract(administrator);
  await sign(administrator);
  await answerLate(administrator);
  await settleMonth(administrator);
  expect(administrator.errors).toEqual([]);
  await administrator.close();
  const why = await askWhy();
  // 3 per mille of 240,000.00 for each of the missed targets, on clause 2.6.
  expect(why).toContain('2.6');
  expect(why).toContain('¥720.00');
  const { body } = await house.stack.get<{ status: string }>(
    `/api/v1/contracts/${CONTRACT}/invoices/2025-01`,
  );
  expect(body.status).toBe('paid');
}, 600_000);
