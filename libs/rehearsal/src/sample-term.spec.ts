import { loadParsedTemplate } from '#templates/load';
import { sampleTerm } from './sample-term.js';

const ran = async (id: string, given: Record<string, unknown> = {}) => {
  const { value, calendars } = await loadParsedTemplate(id);
  const term = await sampleTerm(value, calendars, given);
  if ('faults' in term) throw new Error(JSON.stringify(term.faults));
  return term;
};

it.each(['it-support-2025', 'tiered-support-2025', 'maintenance-2025', 'goods-supply-2025'])(
  'every shipped template has a sample term: %s',
  async (id) => {
    const { document, entries } = await ran(id);
    expect(document.status).toBe('expired');
    expect(entries.length).toBeGreaterThan(10);
  },
);

it('shows penalties, a termination right and a late report of the reference', async () => {
  const { document } = await ran('it-support-2025');
  // Clause 5.2: 5 permille of 240,000.00 for a missed response and a missed workaround, in three months.
  expect(document.misses.map(({ period, penalty }) => [period, penalty])).toEqual(
    ['2025-03', '2025-04', '2025-05'].flatMap((period) => [
      [period, '1200.00'],
      [period, '1200.00'],
    ]),
  );
  expect(document.terminationRight?.periods).toEqual(['2025-03', '2025-04', '2025-05']);
  expect(document.reports.filter(({ late }) => late).map(({ period }) => period)).toEqual(['2025-07']);
  expect(document.invoices.every(({ status }) => status === 'paid')).toBe(true);
});

it('takes the parameters that are given', async () => {
  const { document, parameters } = await ran('it-support-2025', { penaltyPermille: '10', termMonths: 6 });
  expect(parameters).toMatchObject({ penaltyPermille: '10', termMonths: 6, monthlyFee: '20000.00' });
  expect(document.invoices).toHaveLength(6);
  expect(document.misses[0]?.penalty).toBe('1200.00');
});

it('says what is wrong with them', async () => {
  const { value, calendars } = await loadParsedTemplate('it-support-2025');
  const term = await sampleTerm(value, calendars, { termMonths: 0 });
  expect(term).toMatchObject({ faults: [{ path: 'parameters.termMonths' }] });
});
