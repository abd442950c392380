import { faultLines, rehearsed, scenario, shanghai } from '../support/builders.js';
const amended = (wall: string, effectiveDate: string, parameters: object) => ({ at: shanghai(wall), type: 'amendment.agreed' as const, effectiveDate, parameters: { ...parameters }, reason: 'x' });
async function look(name: string, file: Parameters<typeof rehearsed>[0]) {
  try { const d = await rehearsed(file); console.log(name, d.status, d.settlement, d.invoices.length, d.amendments, d.months.length); } catch (e) { console.log(name, String(e).slice(0, 600)); }
}
it('x', async () => {
  await look('interest off', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { latePayment: 'none' })], { latePayment: 'interest' }));
  await look('shorter 2', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { termMonths: 2 })]));
  await look('shorter 5', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { termMonths: 5 })]));
  await look('shorter 6', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { termMonths: 6 })]));
  await look('shorter 8', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { termMonths: 8 })]));
  await look('stated', scenario('2026-01-01', [amended('2025-03-10 09:00', '2025-07-01', { monthlyFee: '25000.00' })], { totalAmountBasis: 'stated', statedTotalAmount: '240000.00' }));
});
