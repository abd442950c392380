import { newContract, rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, type ConsoleWindow, NARROW, WIDE } from '../support/console-house.js';
import { done } from '../support/listed-house.js';

/** Acts that bind a party or excuse one, each clicked by whoever it is for, in a real browser on the running product. */
let house: ConsoleHouse;
/** With a critical request in each of three months that nobody answered: the client may terminate. */
let contract: string;

const shanghai = (date: string) => `${date}T09:00:00+08:00`;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  contract = await rehearsalContract(house.stack, {
    noticeTermination: 'client',
    noticeTerminationDays: 30,
  });
  const severity = { urgency: 'high', impact: 'high' };
  for (const month of ['01', '02', '03'])
    await put('/requests', { ...severity, name: `R-${month}`, at: shanghai(`2025-${month}-06`) });
  await put('/clock', { until: shanghai('2025-04-01') });
}, 120_000);

afterAll(() => house.close());

function put<Body>(path: string, body: object, of = contract): Promise<Body> {
  return done(house.stack.post<Body>(`/api/v1/contracts/${of}${path}`, body));
}

const read = async <Body>(path: string, of = contract): Promise<Body> =>
  (await house.stack.get<Body>(`/api/v1/contracts/${of}${path}`)).body;

/** Presses a button, gives the reason where one is asked for, and says yes in the dialog. */
async function act({ page }: ConsoleWindow, name: string, reason?: { label: string; text: string }) {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name, exact: true }).first().click();
  if (reason) await dialog.getByLabel(reason.label).fill(reason.text);
  await dialog.getByRole('button', { name, exact: true }).last().click();
  await dialog.waitFor({ state: 'detached' });
}

/** Seen wide and narrow. */
async function expectSound(window: ConsoleWindow, picture: string): Promise<void> {
  expect(await window.barriers()).toEqual([]);
  await window.picture(`${picture}-wide`);
  await window.page.setViewportSize(NARROW);
  expect(await window.overflow()).toBe(0);
  await window.picture(`${picture}-narrow`);
  await window.page.setViewportSize(WIDE);
  expect(window.errors).toEqual([]);
}

it('an administrator records in Chinese that a party declined, and the signing is over', async () => {
  if (!house.hasBrowser) return;
  const { id } = await done(house.stack.post<{ id: string }>('/api/v1/contracts', newContract()));
  await put('/send', {}, id);
  const window = await house.enter('administrator', { language: 'zh-CN' });
  await window.goTo(`/contracts/${id}/signing`);
  await act(window, '登记拒签', { label: '理由', text: '条款未达成一致' });
  await window.page.getByText('已拒签', { exact: true }).first().waitFor();
  await expectSound(window, 'declined');
  expect(await read('', id)).toMatchObject({ status: 'declined' });
  await window.close();
}, 120_000);

it('one person asks to waive a miss, another gives the waiver, and the penalty falls', async () => {
  if (!house.hasBrowser) return;
  const language = 'en';
  const asking = await house.enter('administrator', { language, appearance: 'dark' });
  await asking.goTo(`/contracts/${contract}/months/2025-01`);
  await act(asking, 'Ask for a waiver', { label: 'Reason', text: 'The line was down' });
  await asking.page.getByText('Waiver asked for by administrator: The line was down').waitFor();
  // The API refuses it to whoever asked: it is not offered.
  await asking.page.getByText('You asked for it: another person gives it.').waitFor();
  expect(await asking.page.getByRole('button', { name: 'Give the waiver' }).count()).toBe(0);
  await expectSound(asking, 'waiver');
  await asking.close();
  const giving = await house.enter('reviewer', { language });
  await giving.goTo(`/contracts/${contract}/months/2025-01`);
  await act(giving, 'Give the waiver');
  await giving.page.getByText(/Waived by .*: The line was down/).waitFor();
  const { items } = await read<{ items: { penalty: string; waiver: unknown }[] }>('/misses?period=2025-01');
  expect(items.filter(({ waiver }) => waiver !== null)).toMatchObject([{ penalty: '0.00' }]);
  await giving.close();
}, 120_000);

it('the client sees what its right comes to, and gives it up', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('party', { language: 'zh-CN', appearance: 'dark' });
  await window.goTo(`/contracts/${contract}/termination`);
  await window.page.getByText('可以行使', { exact: true }).first().waitFor();
  await expectSound(window, 'right');
  await act(window, '放弃解除权', { label: '理由', text: '服务已改善' });
  await window.page.getByText(/已于 .* 放弃/).waitFor();
  expect(await read('/termination')).toMatchObject({ rights: [{ exercisable: false }] });
  await window.close();
}, 120_000);

it('an amendment is sent for signing from its page', async () => {
  if (!house.hasBrowser) return;
  await put('/amendments', {
    effectiveDate: '2025-09-01',
    parameters: { monthlyFee: '25000.00' },
    reason: 'more users',
  });
  const window = await house.enter('administrator', { language: 'en' });
  await window.goTo(`/contracts/${contract}/changes/A-1`);
  await act(window, 'Send for signing');
  await window.page.getByText('Being signed', { exact: true }).first().waitFor();
  await window.page.getByRole('link', { name: 'See its signing' }).click();
  await window.page.getByRole('heading', { name: 'Amendment A-1' }).waitFor();
  await expectSound(window, 'amendment-sent');
  expect(await read('/amendments/A-1')).toMatchObject({ status: 'signing' });
  await window.close();
}, 120_000);

it('the client gives notice after it has seen what comes of it', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('party', { language: 'zh-CN' });
  const { page } = window;
  await window.goTo(`/contracts/${contract}/termination`);
  await page.getByRole('button', { name: '通知终止（无须事由）' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^合同于.*终止（第 .* 条）。$/).waitFor();
  await dialog.getByText('办理后不可恢复。').waitFor();
  await expectSound(window, 'notice');
  await dialog.getByRole('button', { name: '通知终止（无须事由）' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/客户于 .* 通知，合同于 .* 终止/).waitFor();
  expect(await read('/termination')).toMatchObject({ given: { by: 'client' } });
  await window.close();
}, 120_000);
