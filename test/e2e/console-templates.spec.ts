import { ConsoleHouse, type Language } from '../support/console-house.js';

/** A variant from its first word to its publication, by an administrator and a reviewer, in a real browser on the running product. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

const WORDS = {
  en: {
    newVariant: 'New variant',
    base: 'Base',
    id: 'Name (id)',
    client: 'For which client',
    titleZh: 'Title in Chinese',
    titleEn: 'Title in English',
    create: 'Create the draft',
    edit: 'Edit',
    change: 'Change a parameter',
    fixed: /: Fixed value$/,
    save: 'Save the draft',
    checks: 'Checks',
    run: 'Run the checks',
    holds: 'holds',
    submit: 'Submit for review',
    approve: 'Approve and publish',
    published: 'Published',
  },
  'zh-CN': {
    newVariant: '新建变体',
    base: '基础模板',
    id: '名称（id）',
    client: '适用客户',
    titleZh: '中文标题',
    titleEn: '英文标题',
    create: '创建草稿',
    edit: '编辑',
    change: '更改参数',
    fixed: /: 固定值$/,
    save: '保存草稿',
    checks: '检查',
    run: '运行检查',
    holds: '成立',
    submit: '提交复核',
    approve: '批准并发布',
    published: '已发布',
  },
} as const;

async function expectDrafted(language: Language, id: string): Promise<void> {
  const t = WORDS[language];
  const window = await house.enter('administrator', { language });
  const { page } = window;
  await window.goTo('/templates');
  await page.getByRole('button', { name: t.newVariant }).click();
  const dialog = page.getByRole('dialog');
  await window.choose(t.base, 'it-support-2025');
  await dialog.getByLabel(t.id).fill(id);
  await dialog.getByLabel(t.client).fill('Acme');
  await dialog.getByLabel(t.titleZh).fill('技术支持合同（Acme）');
  await dialog.getByLabel(t.titleEn).fill('Support Contract (Acme)');
  await dialog.getByRole('button', { name: t.create }).click();
  await page.waitForURL(`**/templates/${id}/1.0.0`);
  await page.getByRole('tab', { name: t.edit, exact: true }).click();
  await window.choose(t.change, 'penaltyPermille');
  const permille = page.getByLabel(t.fixed);
  await permille.fill('50000');
  await page.getByRole('button', { name: t.save }).click();
  // Out of the limits of the base: the API says so, and what was typed stays.
  await page.getByRole('alert').first().waitFor();
  expect(await permille.inputValue()).toBe('50000');
  await permille.fill('3');
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('button', { name: t.save, disabled: true }).waitFor();
  await page.getByRole('tab', { name: t.checks, exact: true }).click();
  await page.getByRole('button', { name: t.run }).click();
  await page.getByRole('tabpanel', { name: t.checks }).getByText(t.holds, { exact: true }).nth(3).waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture(`template-checks-${language}`);
  await page.getByRole('button', { name: t.submit }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.submit }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // Its author does not publish it.
  expect(await page.getByRole('button', { name: t.approve }).count()).toBe(0);
  await window.close();
}

async function expectPublished(language: Language, id: string): Promise<void> {
  const t = WORDS[language];
  const window = await house.enter('reviewer', { language });
  const { page } = window;
  await window.goTo('/');
  // What waits for the reviewer stands on the home page.
  await page
    .getByRole('link', { name: language === 'en' ? 'Support Contract (Acme)' : '技术支持合同（Acme）' })
    .click();
  await page.getByRole('button', { name: t.approve }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.approve }).click();
  await page.getByText(t.published, { exact: true }).first().waitFor({ timeout: 60_000 });
  await window.picture(`template-published-${language}`);
  await window.close();
  const { body } = await house.stack.get<{ state: string; author: string; reviewer: string }>(
    `/api/v1/templates/${id}/versions/1.0.0`,
  );
  expect(body.state).toBe('published');
  expect(body.author).not.toBe(body.reviewer);
}

it.each(['en', 'zh-CN'] as const)(
  'in %s: made, changed, refused, mended, checked, submitted; published by somebody else',
  async (language) => {
    if (!house.hasBrowser) return;
    const id = `acme-${language.toLowerCase()}`;
    await expectDrafted(language, id);
    await expectPublished(language, id);
  },
  300_000,
);
