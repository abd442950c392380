import { activeContract, rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, type Language } from '../support/console-house.js';

/** A request from its record to its end, by the desk and mostly by the keyboard, in a real browser on the running product. */
let house: ConsoleHouse;
let contract: string;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  contract = await activeContract(house.stack);
}, 120_000);

afterAll(() => house.close());

const WORDS = {
  en: {
    respond: 'Respond',
    pause: 'Pause',
    resume: 'Resume',
    resolve: 'Resolve',
    met: /✓ Met/,
    paused: 'Paused',
    resolved: 'Resolved',
    attach: 'Attach a file',
    refused: 'The file is of no allowed type',
  },
  'zh-CN': {
    respond: '响应',
    pause: '暂停计时',
    resume: '恢复计时',
    resolve: '解决',
    met: /✓ 达标/,
    paused: '已暂停',
    resolved: '已解决',
    attach: '添加附件',
    refused: '不允许此类文件',
  },
} as const;

interface RequestView {
  readonly priority: string;
  readonly status: string;
  readonly facts: Readonly<Record<string, string | null>>;
}

it.each(['en', 'zh-CN'] as const)(
  'in %s: recorded by the keyboard, answered, paused, resolved, with a file',
  async (language) => {
    if (!house.hasBrowser) return;
    const t = WORDS[language];
    const window = await house.enter('desk', { language });
    const { page } = window;
    const act = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await window.goTo('/requests');
    const address = await recorded(window);
    expect(await window.barriers()).toEqual([]);
    await window.picture(`request-new-${language}`);
    await act(t.respond);
    await page.getByText(t.met).first().waitFor();
    await act(t.pause);
    await page.getByText(t.paused, { exact: true }).first().waitFor();
    await act(t.resume);
    await act(t.resolve);
    await page.getByText(t.resolved, { exact: true }).first().waitFor();
    await page.getByLabel(t.attach).setInputFiles(file('log.txt', 'nothing answers'));
    await page.getByRole('link', { name: 'log.txt' }).waitFor();
    await page.getByLabel(t.attach).setInputFiles(file('tool.exe', 'MZ\u0090\u0000\u0003'));
    await page.getByText(t.refused).first().waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.picture(`request-resolved-${language}`);
    const { body } = await house.stack.get<RequestView>(address);
    expect(body).toMatchObject({ priority: 'high', status: 'resolved' });
    expect(body.facts['responded']).not.toBeNull();
    await window.close();
  },
  300_000,
);

/** `n`, both levels by the arrow keys, Enter. Answers the address of the request in the API. */
async function recorded({ page }: Awaited<ReturnType<ConsoleHouse['enter']>>): Promise<string> {
  await page.keyboard.press('n');
  await page.locator('[data-first-field] input:focus').waitFor({ state: 'attached' });
  await page.getByText(contract).last().waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/contracts/${contract}/requests/*`);
  return `/api/v1/contracts/${contract}/requests/${page.url().split('/').at(-1)}`;
}

function file(name: string, content: string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content, 'latin1') };
}

it.each([
  ['en', 'What if …', /¥1,200\.00/],
  ['zh-CN', '假设推演', /¥1,200\.00/],
] as const)(
  'in %s: the dearest deadline stands first, and the page of its request says what it costs',
  async (language: Language, heading, cost) => {
    if (!house.hasBrowser) return;
    const rehearsal = await rehearsalContract(house.stack);
    const severity = { urgency: 'high', impact: 'high' };
    await house.stack.post(`/api/v1/contracts/${rehearsal}/requests`, { ...severity, name: 'R-1' });
    const window = await house.enter('desk', { language, appearance: 'dark' });
    const { page } = window;
    await window.goTo(`/requests?contract=${rehearsal}`);
    await page.getByRole('row').filter({ hasText: 'R-1' }).getByText(cost).waitFor();
    await page.getByRole('link', { name: 'R-1' }).click();
    const panel = page.getByRole('region', { name: heading });
    await panel.getByText(cost).first().waitFor();
    // The deadline as a picture has its text, too.
    expect(await page.locator('svg[role="img"]').first().getAttribute('aria-label')).toMatch(/15/);
    expect([...(await window.barriers()), ...window.errors]).toEqual([]);
    await window.close();
  },
  120_000,
);
