import fc from 'fast-check';
import { instantOf, localOf } from './zoned';

/** Fields of a page against the clock of a contract: pure. */
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

it.each([
  ['2025-03-03T09:00', 'Asia/Shanghai', '2025-03-03T01:00:00Z'],
  ['2025-03-09T03:30', 'America/New_York', '2025-03-09T07:30:00Z'],
  ['2025-11-02T12:00', 'America/New_York', '2025-11-02T17:00:00Z'],
  ['2025-01-01T00:00', 'Asia/Kathmandu', '2024-12-31T18:15:00Z'],
])('reads %s in %s', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant);
});

it.each(['', '2025-03-03', '2025-3-3T09:00', '2025-03-03T09:00:00', 'now'])(
  'reads nothing in "%s"',
  (text) => {
    expect(instantOf(text, 'Asia/Shanghai')).toBeNull();
  },
);

it('shows an instant as the very text that is read as it', () => {
  const minutes = fc.integer({ min: Date.UTC(2000) / 60_000, max: Date.UTC(2050) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
      const local = localOf(instant, zone);
      // In the hour that clocks go through twice a text has two instants: either is shown as it.
      expect(localOf(instantOf(local, zone) ?? '', zone)).toBe(local);
    }),
  );
});
