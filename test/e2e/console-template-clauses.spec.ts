import { ConsoleHouse, type ConsoleWindow, type Language, NARROW } from '../support/console-house.js';

/** Clauses written beside what they come to, and versions compared, in a real browser on the running product. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

const BASE = 'it-support-2025';
const CASE = 'acceptance/01-all-met';

const WORDS = {
  en: {
    own: 'Write your own',
    text: 'Clause 2.1, text (English)',
    other: 'Clause 2.1, text (Chinese)',
    english: 'English',
    chinese: 'Chinese',
    preview: 'As a contract prints it',
    unknown: 'There is no parameter {{nobody}}',
    only: /stands in this language only/,
    same: /It says what the base says/,
    change: 'Change a parameter',
    usual: /: Usual value$/,
    remove: 'Remove responseCriticalMinutes',
    fails: '1 of 1 fail',
    passes: '1 of 1 passed',
    holds: /^All \d+ checks hold$/,
    expected: 'expected',
    cases: 'Acceptance cases',
    proof: 'Proof of the rules',
    content: `Content of ${CASE}.expected.json`,
    save: 'Save the draft',
    differs: 'money differs',
    months: '3 months have other money',
    values: 'Values and rules, before and after',
    fixed: 'fixed value',
    redline: 'Redline',
    from: 'From',
    same2: 'These are one and the same version',
    approve: 'Approve and publish',
    published: 'Published',
  },
  'zh-CN': {
    own: '另行撰写',
    text: '条款 2.1 正文（中文）',
    other: '条款 2.1 正文（英文）',
    english: '英文',
    chinese: '中文',
    preview: '合同打印效果',
    unknown: '没有参数 {{nobody}}',
    only: /仅此语言引用了/,
    same: /与基础模板相同：请修改/,
    change: '更改参数',
    usual: /: 默认值$/,
    remove: '移除 responseCriticalMinutes',
    fails: '1 个中有 1 个未通过',
    passes: '1 个中有 1 个通过',
    holds: /^\d+ 项检查全部成立$/,
    expected: '预期',
    cases: '验收用例',
    proof: '规则证明',
    content: `${CASE}.expected.json 的内容`,
    save: '保存草稿',
    differs: '金额不同',
    months: '3 个月金额不同',
    values: '数值与规则的前后对照',
    fixed: '固定值',
    redline: '修订对照',
    from: '从',
    same2: '两边是同一版本',
    approve: '批准并发布',
    published: '已发布',
  },
} as const;

type Files = Record<string, string>;

/** A variant with a fixed penalty and one case of its base, as `version`. */
async function draft(id: string, version: string, permille: string): Promise<void> {
  const { body } = await house.stack.get<{ files: Files }>(
    `/api/v1/templates/${BASE}/versions/1.0.0/package`,
  );
  const scenario = JSON.parse(body.files[`${CASE}.json`] ?? '') as { parameters: Record<string, unknown> };
  const { penaltyPermille: _, ...parameters } = scenario.parameters;
  const manifest = {
    id,
    version,
    title: { 'zh-CN': `技术支持合同（${id}）`, en: `Support contract (${id})` },
    description: { 'zh-CN': '测试用变体', en: 'A variant to be tested' },
    extends: { template: BASE, version: '1.0.0' },
    parameters: { penaltyPermille: { fixed: permille } },
  };
  const files = {
    'variant.json': JSON.stringify(manifest, null, 2),
    [`${CASE}.json`]: JSON.stringify({ ...scenario, template: id, parameters }, null, 2),
    [`${CASE}.expected.json`]: body.files[`${CASE}.expected.json`] ?? '',
  };
  expect((await house.stack.post('/api/v1/templates', { files })).status).toBe(201);
}

/** Types at the end of a text that is edited. */
async function append({ page }: ConsoleWindow, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

async function expectClauseWritten(window: ConsoleWindow, language: Language): Promise<void> {
  const t = WORDS[language];
  const { page } = window;
  await page.getByRole('button', { name: /^2\.1 / }).click();
  await page.getByRole('button', { name: t.own }).click();
  // Copied, it says nothing of its own yet.
  await page.getByText(t.same).first().waitFor();
  await append(window, t.text, ' {{nobody}}');
  await page.getByText(t.unknown).waitFor();
  for (const _ of ' {{nobody}}') await page.keyboard.press('Backspace');
  await page.getByText(t.unknown).waitFor({ state: 'detached' });
  // The name is completed after its braces; what is printed in one language only is marked.
  await page.keyboard.type(' {{termLa');
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'termLastDay' }).click();
  await page.getByText(t.only).waitFor();
  // In the other language by a click on what it is called.
  await append(window, t.other, ' ');
  await page.getByRole('button', { name: /termLastDay/ }).click();
  await page.getByText(t.only).waitFor({ state: 'detached' });
  const printed = page.getByRole('article', { name: t.preview });
  await printed.getByText('31 December 2025').waitFor();
  await printed.getByText('2025年12月31日').waitFor();
}

async function expectCaseFollows(window: ConsoleWindow, language: Language): Promise<void> {
  const t = WORDS[language];
  const { page } = window;
  const cases = page.getByRole('region', { name: t.cases });
  await cases.getByText(t.passes).waitFor();
  await window.choose(t.change, 'responseCriticalMinutes');
  const row = page.getByRole('row', { name: /responseCriticalMinutes/ });
  await row.getByLabel(t.usual).fill('10');
  // Answered after 15 minutes, which was in time before.
  await cases.getByText(t.fails).waitFor();
  await cases.getByText('"missed"').first().waitFor();
  await cases.getByText(t.expected, { exact: true }).first().waitFor();
  await cases.getByRole('button', { name: new RegExp(`${CASE}.expected.json`) }).click();
  await page.getByRole('textbox', { name: t.content }).waitFor();
  expect(await window.barriers()).toEqual([]);
  await window.picture(`template-clauses-${language}`);
  await page.getByRole('button', { name: t.remove }).click();
  await cases.getByText(t.passes).waitFor();
  await page.getByRole('region', { name: t.proof }).getByText(t.holds).waitFor({ timeout: 120_000 });
}

async function expectWritten(id: string, language: Language): Promise<void> {
  const t = WORDS[language];
  const window = await house.enter('administrator', { language });
  const { page } = window;
  await window.goTo(`/templates/${id}/1.0.0?tab=edit`);
  await expectClauseWritten(window, language);
  await expectCaseFollows(window, language);
  await page.setViewportSize(NARROW);
  expect(await window.overflow()).toBeLessThanOrEqual(0);
  await window.picture(`template-clauses-narrow-${language}`);
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('button', { name: t.save, disabled: true }).waitFor();
  await window.close();
}

async function expectReviewed(id: string, language: Language): Promise<void> {
  const t = WORDS[language];
  const window = await house.enter('reviewer', { language, appearance: 'dark' });
  const { page } = window;
  await window.goTo(`/templates/${id}/1.0.0?tab=changes`);
  // Of a first version the base is what it is compared with.
  await page.getByText(t.months).first().waitFor();
  expect(await page.getByText(t.differs, { exact: true }).count()).toBe(3);
  await page.getByRole('region', { name: t.values }).getByText(t.fixed).waitFor();
  const redline = page.getByRole('region', { name: t.redline });
  await redline.locator('ins', { hasText: '{{termLastDay}}' }).first().waitFor();
  expect(await redline.innerText()).not.toContain('"textRuns"');
  expect(await window.barriers()).toEqual([]);
  await window.picture(`template-changes-${language}`);
  await page.setViewportSize(NARROW);
  expect(await window.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: t.approve }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.approve }).click();
  await page.getByText(t.published, { exact: true }).first().waitFor({ timeout: 120_000 });
  expect(window.errors).toEqual([]);
  await window.close();
}

it('a clause is written with what it prints, a case breaks and heals while one types, a first version is compared with its base and published', async () => {
  if (!house.hasBrowser) return;
  const id = 'clauses';
  await draft(id, '1.0.0', '8');
  await expectWritten(id, 'zh-CN');
  const submitted = await house.stack.post(`/api/v1/templates/${id}/versions/1.0.0/transitions`, {
    action: 'submit',
  });
  expect(submitted.status).toBe(200);
  await expectReviewed(id, 'en');
}, 480_000);

it('compares any two versions, of the template or of its base, as its address says', async () => {
  if (!house.hasBrowser) return;
  const t = WORDS.en;
  await draft('compared', '1.0.0', '8');
  await draft('compared', '1.1.0', '2');
  const window = await house.enter('administrator', { language: 'en' });
  const { page } = window;
  const address = '/templates/compared/1.1.0?tab=changes';
  await window.goTo(address);
  const permille = page.getByRole('row', { name: /penaltyPermille/ });
  // The one before it, unless another one is asked for.
  await permille.getByText('8‰ (8 per thousand)').first().waitFor();
  await permille.getByText('2‰ (2 per thousand)').first().waitFor();
  await window.choose(t.from, `${BASE} 1.0.0`);
  await page.waitForURL(/from=it-support-2025%401\.0\.0/);
  await permille.getByText(t.fixed).waitFor();
  await page.getByRole('columnheader', { name: `${BASE} 1.0.0`, exact: true }).waitFor();
  // Handed on: both versions and the sample contract.
  const sample = encodeURIComponent('monthlyFee=30000.00');
  await window.goTo(`${address}&from=compared%401.0.0&to=${BASE}%401.0.0&sample=${sample}`);
  const total = page.getByRole('row', { name: /Total amount/ });
  await total.getByText('¥360,000.00').nth(1).waitFor();
  await permille.getByText('8‰ (8 per thousand)').first().waitFor();
  await window.goTo(`${address}&from=compared%401.1.0`);
  await page.getByText(t.same2).waitFor();
  expect(window.errors).toEqual([]);
  await window.close();
}, 240_000);
