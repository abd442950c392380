import { readFile } from 'node:fs/promises';
import { fromSeconds } from '#domain/time/instant';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { Checkpoints } from '../../apps/api/src/checkpoints/checkpoints.js';
import { rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, type ConsoleWindow } from '../support/console-house.js';

/** Why a penalty was charged, whether it still would be, and proof of it to take away: an auditor in a real browser. */
let house: ConsoleHouse;
let contract: string;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  contract = await rehearsalContract(house.stack);
  const address = `/api/v1/contracts/${contract}`;
  const severity = { urgency: 'high', impact: 'high' };
  await house.stack.post(`${address}/requests`, { ...severity, name: 'R-1', at: '2025-01-06T01:00:00Z' });
  await house.stack.post(`${address}/clock`, { until: '2025-02-01T00:00:00Z' });
  const { settings } = await Checkpoints.of(process.env);
  if (!settings) throw new Error('no checkpoints are written here');
  const now = fromSeconds(Math.floor(Date.now() / 1000));
  await takeCheckpoint(house.stack.database.orm.em.fork(), settings, now, true);
}, 120_000);

afterAll(() => house.close());

const WORDS = {
  en: {
    rehearsals: 'Rehearsals',
    open: 'Open checks',
    never: 'Not yet',
    checkAll: 'Check the open one',
    checked: 'Whole',
    why: /^Why: .*-penalty/,
    again: 'Run it again',
    same: 'The same to the letter',
    entry: /^entry \d+$/,
    caused: 'What caused it',
    chain: 'Check the chain',
    holds: /the chain holds$/,
    compare: 'Compare all',
    oneStory: 'They tell one story',
    number: 'No.',
    leads: /The hashes lead from the entry to the signed root/,
    download: 'Download the bundle',
    drop: 'Drop a bundle',
    whole: 'Whole: nothing is wrong with it',
    findings: /findings?$/,
  },
  'zh-CN': {
    rehearsals: '演练',
    open: '待核验的账簿',
    never: '尚未核验',
    checkAll: '核验全部 1 份待核验的',
    checked: '完整一致',
    why: /^依据：.*-penalty/,
    again: '重新运算',
    same: '逐字一致',
    entry: /^第 \d+ 号记录$/,
    caused: '起因',
    chain: '核对账簿链',
    holds: /链条完整$/,
    compare: '全部核对',
    oneStory: '四方一致',
    number: '序号',
    leads: /各哈希值由该记录通向已签名的根/,
    download: '下载证据包',
    drop: '将证据包拖放到此处',
    whole: '完整无误',
    findings: /^发现 \d+ 处问题$/,
  },
} as const;

type Words = (typeof WORDS)[keyof typeof WORDS];

async function checkWhatIsOpen(window: ConsoleWindow, t: Words): Promise<void> {
  const { page } = window;
  await window.goTo('/');
  await page.getByText(t.rehearsals, { exact: true }).click();
  const checks = page.getByRole('region', { name: t.open });
  await checks.getByText(t.never, { exact: true }).waitFor();
  await checks.getByRole('button', { name: t.checkAll }).click();
  await checks.getByText(t.checked, { exact: true }).waitFor();
  expect(await window.barriers()).toEqual([]);
  // It is kept, as long as nothing more is written down.
  await page.reload();
  await page.getByText(t.rehearsals, { exact: true }).click();
  await checks.getByText(t.checked, { exact: true }).waitFor();
  expect(await checks.getByRole('button', { name: t.checkAll }).count()).toBe(0);
}

async function explain(window: ConsoleWindow, t: Words): Promise<void> {
  const { page } = window;
  await window.goTo(`/contracts/${contract}/audit?kind=penalty`);
  await page.getByRole('link', { name: t.why }).first().click();
  const receipt = page.getByRole('dialog');
  await receipt.getByText('¥1,200.00').first().waitFor();
  await receipt.getByRole('button', { name: t.again }).click();
  await receipt.getByText(t.same).waitFor();
  expect(await window.barriers()).toEqual([]);
  await receipt.getByRole('link', { name: t.entry }).first().click();
  await page.getByRole('heading', { name: t.caused }).waitFor();
}

async function narrow(window: ConsoleWindow, t: Words): Promise<void> {
  const { page } = window;
  await window.goTo(`/contracts/${contract}/audit?tab=ledger&entryKind=penalty.fixed`);
  const rows = page.getByRole('row');
  await rows.nth(1).waitFor();
  const penalties = await rows.count();
  await page.getByLabel(t.number, { exact: true }).fill('1');
  await page.getByLabel(t.number, { exact: true }).press('Enter');
  await page.getByRole('dialog').getByText('contract.drafted', { exact: true }).waitFor();
  await window.goTo(`/contracts/${contract}/audit?tab=ledger`);
  await page.waitForFunction((least) => document.querySelectorAll('tr').length > least, penalties);
  expect(await window.barriers()).toEqual([]);
}

async function takeAway(window: ConsoleWindow, t: Words): Promise<Buffer> {
  const { page } = window;
  await window.goTo(`/contracts/${contract}/audit?tab=proof`);
  await page.getByRole('button', { name: t.chain }).click();
  await page.getByText(t.holds).waitFor();
  await page.getByRole('button', { name: t.compare }).click();
  await page.getByText(t.oneStory).waitFor();
  await page.getByText(t.leads).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.download, exact: true }).click(),
  ]);
  expect(await window.barriers()).toEqual([]);
  return readFile(await download.path());
}

it.each(['en', 'zh-CN'] as const)(
  'in %s: explains a penalty, runs it again, and verifies the bundle in the page',
  async (language) => {
    if (!house.hasBrowser) return;
    const t: Words = WORDS[language];
    const window = await house.enter('auditor', { language });
    const { page } = window;
    await checkWhatIsOpen(window, t);
    await explain(window, t);
    await narrow(window, t);
    const bundle = await takeAway(window, t);
    await window.goTo('/audit');
    const drop = (buffer: Buffer) =>
      page.getByLabel(t.drop).setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer });
    await drop(bundle);
    await page.getByText(t.whole).waitFor();
    bundle[Math.floor(bundle.length / 2)] = (bundle[Math.floor(bundle.length / 2)] ?? 0) ^ 1;
    await drop(bundle);
    await page.getByText(t.findings).waitFor();
    expect([...(await window.barriers()), ...window.errors]).toEqual([]);
    await window.picture(`audit-${language}`);
    await window.close();
  },
  300_000,
);
