import { readFileSync } from 'node:fs';
import { ConsoleHouse, type ConsoleWindow, type Language, NARROW, WIDE } from '../support/console-house.js';

/** The rules of a draft, edited as tables and as text by an administrator, in a real browser on the running product. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
}, 120_000);

afterAll(() => house.close());

const BASE = 'tiered-support-2025';
const TABLE = 'service-credit.table.json';
const shipped = (file: string): string => readFileSync(`rules/${BASE}/${file}`, 'utf8');

const WORDS = {
  en: {
    edit: 'Edit',
    own: 'Make its own: serviceCredit',
    ownTargets: 'Make its own: Targets',
    result: 'Row 4: result permille',
    condition: 'Row 2: The attainment of the month',
    below: 'Row 3: The attainment of the month',
    wrong: 'Has "x"; allowed: a decimal as text, like "0.5".',
    sentence:
      'When "The attainment of the month" is at least 80: permille is "The credit of the first tier".',
    name: 'Name of row 2',
    content: `Content of ${TABLE}`,
    before: /^saved: /,
    save: 'Save the draft',
    fault: `${TABLE}: 1 fault`,
    line: /^Line \d+ rows\[1\]\.when\[0\]/,
    help: 'A cell for each input',
    minutes: 'Priority 1 Response: usual value',
    fixed: 'Parameters of this variant',
  },
  'zh-CN': {
    edit: '编辑',
    own: '复制为自有：serviceCredit',
    ownTargets: '复制为自有：时限',
    result: '第 4 行：结果 千分比',
    condition: '第 2 行：当月达成率',
    below: '第 3 行：当月达成率',
    wrong: '不能填 "x"；应为小数，如 0.5。',
    sentence: '当“当月达成率”不低于 80时，千分比为 “第一档抵扣”。',
    name: '第 2 行的名称',
    content: `${TABLE} 的内容`,
    before: /^已保存：/,
    save: '保存草稿',
    fault: `${TABLE}：1 处错误`,
    line: /^第 \d+ 行 rows\[1\]\.when\[0\]/,
    help: '每列一个单元格',
    minutes: '一级 响应：默认值',
    fixed: '本变体的参数',
  },
} as const;

/** A variant that says nothing of its own yet, and a window in which it is edited. */
async function openDraft(language: Language, id: string): Promise<ConsoleWindow> {
  const t = WORDS[language];
  const title = { 'zh-CN': '规则', en: 'Rules' };
  const manifest = {
    id,
    version: '1.0.0',
    title,
    description: title,
    extends: { template: BASE, version: '1.0.0' },
  };
  const files = { 'variant.json': `${JSON.stringify(manifest, null, 2)}\n` };
  const { status } = await house.stack.post('/api/v1/templates', { files });
  expect(status).toBe(201);
  const window = await house.enter('administrator', { language });
  await window.goTo(`/templates/${id}/1.0.0`);
  await window.page.getByRole('tab', { name: t.edit, exact: true }).click();
  return window;
}

async function savedFiles(id: string): Promise<Record<string, string>> {
  const { body } = await house.stack.get<{ files: Record<string, string> }>(
    `/api/v1/templates/${id}/versions/1.0.0/package`,
  );
  return body.files;
}

/** Saves what is typed, and waits until nothing is left to save. */
async function save({ page }: ConsoleWindow, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name, disabled: true }).waitFor();
}

it('in Chinese: a decision table is copied, changed cell by cell, replayed, refused, mended and saved, and nothing else of its file changes', async () => {
  const language = 'zh-CN' as Language;
  if (!house.hasBrowser) return;
  const t = WORDS[language];
  const id = `table-${language.toLowerCase()}`;
  const window = await openDraft(language, id);
  const { page } = window;
  await page.getByRole('button', { name: t.own }).click();
  // Another outcome: the sample term costs something else, and says what it cost before.
  await page.getByLabel(t.result).fill('50');
  await page.getByText(t.before).first().waitFor();
  // A cell that cannot be read is told while it is typed, and refused when it is saved, at its line.
  const cell = page.getByLabel(t.condition);
  await cell.fill('>= x');
  await page.getByText(t.wrong, { exact: true }).waitFor();
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('button', { name: t.fault }).waitFor();
  await page.getByText(t.line).waitFor();
  expect(await cell.inputValue()).toBe('>= x');
  await cell.fill('>= 80');
  await page.getByText(t.sentence, { exact: true }).waitFor();
  await cell.press('Escape');
  await cell.press('ArrowDown');
  expect(await page.getByLabel(t.below).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await window.barriers()).toEqual([]);
  await page.setViewportSize(NARROW);
  expect(await window.overflow()).toBe(0);
  await window.picture(`template-table-${language}`);
  await page.setViewportSize(WIDE);
  await save(window, t.save);
  const expected = shipped(TABLE)
    .replace('">= {attainmentSecondPercent}"', '">= 80"')
    .replace(/\{\s*"fact": "creditThirdPermille"\s*\}/, '"50"');
  const files = await savedFiles(id);
  expect(files[TABLE]).toBe(expected);
  expect(JSON.parse(files['variant.json'] ?? '')).toMatchObject({ rules: { serviceCredit: TABLE } });
  expect(window.errors.filter((error) => !error.includes('422'))).toEqual([]);
  await window.close();
}, 180_000);

it('in English: a member is completed in the JSON of a table, said what it is for, and seen in the table', async () => {
  const language = 'en' as Language;
  if (!house.hasBrowser) return;
  const t = WORDS[language];
  const id = `json-${language.toLowerCase()}`;
  const window = await openDraft(language, id);
  const { page } = window;
  await page.getByRole('button', { name: t.own }).click();
  await page.getByLabel(t.name).fill('');
  await page.getByText('JSON', { exact: true }).click();
  const code = page.getByRole('textbox', { name: t.content });
  await code.click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('"when": [">= {attainmentSecondPercent}"');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  // What the cursor stands at is said below, for those without a mouse.
  await page.keyboard.press('Home');
  await page.getByRole('status').filter({ hasText: t.help }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('"na');
  await page.getByRole('option', { name: 'name' }).click();
  await page.keyboard.type('tier one');
  expect(await window.barriers()).toEqual([]);
  // Escape, then Tab leaves the editor.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await code.evaluate((field) => field === document.activeElement)).toBe(false);
  await page.getByText(language === 'en' ? 'Table' : '表格', { exact: true }).click();
  expect(await page.getByLabel(t.name).inputValue()).toBe('tier one');
  await save(window, t.save);
  const table = JSON.parse((await savedFiles(id))[TABLE] ?? '') as { rows: { name?: string }[] };
  expect(table.rows[1]?.name).toBe('tier one');
  await window.close();
}, 180_000);

it('in Chinese: the minutes of a target are changed in its table, and are what the variant says of the parameter', async () => {
  const language = 'zh-CN' as Language;
  if (!house.hasBrowser) return;
  const t = WORDS[language];
  const id = `targets-${language.toLowerCase()}`;
  const window = await openDraft(language, id);
  const { page } = window;
  await page.getByRole('button', { name: t.ownTargets }).click();
  const minutes = page.getByLabel(t.minutes);
  await minutes.fill('20');
  await minutes.press('Tab');
  await page.getByRole('region', { name: t.fixed }).getByText('p1ResponseMinutes').waitFor();
  expect(await window.barriers()).toEqual([]);
  await save(window, t.save);
  const files = await savedFiles(id);
  // A copy in which nothing differs is none.
  expect(files['targets.json']).toBeUndefined();
  expect(JSON.parse(files['variant.json'] ?? '')).toMatchObject({
    parameters: { p1ResponseMinutes: { default: 20 } },
  });
  await window.close();
}, 180_000);
