import { ConsoleHouse, type ConsoleWindow, type Look, NARROW, WIDE } from '../support/console-house.js';
import { eventfulContract, unpaidContract } from '../support/listed-world.js';

/** Every page behind those of the navigation, of contracts in which much has happened, in a real browser: once each. */
let house: ConsoleHouse;
let eventful: string;
let unpaid: string;

beforeAll(async () => {
  house = await ConsoleHouse.open();
  [eventful, unpaid] = await Promise.all([eventfulContract(house.stack), unpaidContract(house.stack)]);
}, 180_000);

afterAll(() => house.close());

const OF_A_CONTRACT = [
  '',
  '/signing',
  '/months',
  '/months/2025-03',
  '/months/2025-04',
  '/requests',
  '/requests/R-01',
  '/requests/OPEN-1',
  '/documents',
  '/changes',
  '/changes/A-1',
  '/changes/A-2',
  '/termination',
  '/terms',
  '/audit',
  '/audit?tab=ledger',
  '/audit?tab=happenings',
  '/audit?tab=runs',
  '/audit?tab=proof',
];
const OTHERS = [
  '/contracts/new',
  '/contracts/bulk',
  '/templates/tiered-support-2025/1.0.0',
  '/administration?tab=keys',
  '/administration?tab=webhooks',
];

async function faultsOf(window: ConsoleWindow, path: string): Promise<string[]> {
  const name = `every${path.replaceAll(/[/?=]+/g, '-')}`;
  await window.page.setViewportSize(WIDE);
  await window.goTo(path);
  const faults = await window.barriers();
  await window.picture(`${name}-wide`);
  await window.page.setViewportSize(NARROW);
  await window.settled();
  await window.picture(`${name}-narrow`);
  const overflow = await window.overflow();
  if (overflow > 0) faults.push(`${overflow} pixels stick out at ${NARROW.width}`);
  return [...faults, ...window.errors.splice(0)].map((fault) => `${path}: ${fault}`);
}

it.each<[string, Look, () => readonly string[]]>([
  [
    'of a contract, in Chinese, dark',
    { language: 'zh-CN', appearance: 'dark' },
    () => OF_A_CONTRACT.map((path) => `/contracts/${eventful}${path}`),
  ],
  [
    'of money that is owed, and all others, in English, light',
    { language: 'en', appearance: 'light' },
    () => [`/contracts/${unpaid}`, `/contracts/${unpaid}/months`, ...OTHERS],
  ],
])(
  'no page %s has a barrier, an error, or something that sticks out',
  async (_, look, paths) => {
    if (!house.hasBrowser) return;
    const window = await house.enter('administrator', look);
    const faults: string[] = [];
    for (const path of paths()) faults.push(...(await faultsOf(window, path)));
    expect(faults).toEqual([]);
    await window.close();
  },
  360_000,
);
