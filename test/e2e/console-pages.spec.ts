import { rehearsalContract } from '../support/api-contracts.js';
import { ConsoleHouse, type ConsoleWindow, type Look, NARROW, WIDE } from '../support/console-house.js';

/** Every page of the console in a real browser, on the running product: for each role, in a language and an appearance. */
let house: ConsoleHouse;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  await rehearsalContract(house.stack);
}, 120_000);

afterAll(() => house.close());

const LOOKS: readonly Look[] = [
  { language: 'en', appearance: 'light' },
  { language: 'zh-CN', appearance: 'dark' },
];

/** The pages that each role finds in its navigation, and some behind them. */
const PAGES = {
  administrator: [
    '/',
    '/requests',
    '/contracts',
    '/billing',
    '/templates',
    '/templates/it-support-2025/1.0.0',
    '/reports',
    '/audit',
    '/administration',
  ],
  reviewer: ['/', '/templates'],
  desk: ['/', '/requests'],
  billing: ['/', '/billing'],
  integration: ['/'],
  auditor: ['/', '/audit'],
  party: ['/', '/requests', '/contracts'],
} as const;

/** The administrator sees nearly all there is, in either look; what others see of it, in one each. */
const visits = Object.entries(PAGES).flatMap(([role, paths], place) =>
  LOOKS.filter((_, index) => role === 'administrator' || index === place % LOOKS.length).map((look) => ({
    role: role as keyof typeof PAGES,
    look,
    paths,
    name: `${role} in ${look.language}, ${look.appearance}`,
  })),
);

async function lookAt(window: ConsoleWindow, path: string, name: string): Promise<string[]> {
  const faults: string[] = [];
  await window.page.setViewportSize(WIDE);
  await window.goTo(path);
  faults.push(...(await window.barriers()));
  await window.picture(`${name}-wide`);
  await window.page.setViewportSize(NARROW);
  await window.settled();
  await window.picture(`${name}-narrow`);
  const overflow = await window.overflow();
  if (overflow > 0) faults.push(`${overflow} pixels stick out at ${NARROW.width}`);
  return faults.map((fault) => `${path}: ${fault}`);
}

it.each(visits)(
  '$name: no page has a barrier, an error, or something that sticks out',
  async ({ role, look, paths }) => {
    if (!house.hasBrowser) return;
    const window = await house.enter(role, look);
    const faults: string[] = [];
    for (const path of paths) {
      const name = `${role}-${look.language}-${path === '/' ? 'home' : path.slice(1).replaceAll('/', '-')}`;
      faults.push(...(await lookAt(window, path, name)));
    }
    expect([...faults, ...window.errors]).toEqual([]);
    await window.close();
  },
  240_000,
);

it('asks who one is, and leads where one wanted to go', async () => {
  if (!house.hasBrowser) return;
  const window = await house.enter('desk', { language: 'en' });
  const { page } = window;
  await page.context().clearCookies();
  await window.goTo('/requests');
  expect(page.url()).toContain('/console/sign-in?to=');
  expect(await window.barriers()).toEqual([]);
  await page.getByRole('button', { name: /^Service desk/ }).click();
  await page.waitForURL('**/console/requests');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('link', { name: '首页' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  await window.close();
});
