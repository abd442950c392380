import { type Charge } from '#domain/contract/state';
import { fen, formatYuan } from '#domain/money/fen';
import { plainDate, periodOf } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { capRooms } from './account-view.js';

const month = (period: string) => periodOf(plainDate(`${period}-01`));

/** A service credit of one month. */
function credit(period: string, amount: number): Charge {
  const at = instant(`${period}-28T00:00:00Z`);
  const yuan = fen(amount);
  const shape = { permille: '50', times: 1, capped: false, base: fen(2_000_000), full: yuan, amount: yuan };
  return { consequence: 'serviceCredit', on: 'month', key: period, period: month(period), at, ...shape };
}

it('the room under each cap is that of the window that holds the instant', async () => {
  const made = await scenarioTerms({
    template: 'tiered-support-2025',
    parameters: { termStart: '2025-01-01', termMonths: 24, monthlyFee: '20000.00' },
  });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  const { terms } = made;
  // A month's cap is 20 % of the fee, that of twelve months 10 % of twelve fees.
  const charges = [credit('2025-01', 100_000), credit('2025-12', 200_000), credit('2026-01', 50_000)];
  const state = { ...signedContract(terms), charges };
  const rooms = (at: string) =>
    capRooms(terms, state, instant(at)).map(({ cap, room }) => {
      return `${cap.window} ${room ? `${formatYuan(room.used)} used, ${formatYuan(room.left)} left` : 'each'}`;
    });
  expect(rooms('2024-11-01T00:00:00Z')[0]).toBe('month 1000.00 used, 3000.00 left');
  expect(rooms('2025-12-15T00:00:00Z')).toEqual([
    'month 2000.00 used, 2000.00 left',
    // The fullest window of twelve months that holds December.
    'rolling12Months 3000.00 used, 21000.00 left',
  ]);
  expect(rooms('2026-01-15T00:00:00Z')).toEqual([
    'month 500.00 used, 3500.00 left',
    'rolling12Months 2500.00 used, 21500.00 left',
  ]);
  expect(rooms('2030-01-01T00:00:00Z')[0]).toBe('month 0.00 used, 4000.00 left');
});

it('a cap on each obligation has no one window', async () => {
  const made = await scenarioTerms({
    template: 'goods-supply-2025',
    parameters: {
      termStart: '2025-01-01',
      termMonths: 12,
      deliveryDate: '2025-03-10',
      price: '100000.00',
    },
  });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  const [only] = capRooms(made.terms, signedContract(made.terms), made.terms.startsAt);
  expect(only).toMatchObject({ cap: { window: 'each', amount: fen(500_000) }, room: null });
});
