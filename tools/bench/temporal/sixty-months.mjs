import { randomUUID } from 'node:crypto';
import { signed, tellContract } from './contracts.mjs';

const { scenarioTerms } = await import('#rehearsal/scenario-terms');
const { addPeriods, firstDay, periodOf } = await import('#domain/time/dates');
const { addSeconds } = await import('#domain/time/instant');
const { dateIn } = await import('#domain/time/zone');
const { readLedger } = await import('#persistence/ledger');

export const MONTHS = 60;
const MONTHLY_FEE_FEN = 2_000_000;
const ZONE = 'Asia/Shanghai';
/** Into the month: before anybody is reminded of what is done then. */
const DAY_OF_PAYMENT_SECONDS = 36 * 3_600;
/** A contract's turns are spread over so much. */
const SPREAD_SECONDS = 30;

/** A contract of sixty months in which all is paid and reported in time, up to the middle of its last month. */
export async function sixtyMonths(world) {
  const at = await world.now();
  const terms = await termsFrom(firstDay(addPeriods(periodOf(dateIn(at, ZONE)), 1)));
  const id = `B-${randomUUID()}`;
  await signed(world.client, id, terms, at);
  for (const [place, month] of terms.schedule.entries()) {
    await world.skipTo(addSeconds(month.from, DAY_OF_PAYMENT_SECONDS));
    const now = await world.now();
    const { period } = month;
    const paid = { type: 'payment.received', at: now, amount: MONTHLY_FEE_FEN, reference: period };
    await tellContract(world.client, id, paid);
    const before = terms.schedule[place - 1];
    const told = { type: 'report.submitted', at: now, knowledgeBaseContributions: null };
    if (before) await tellContract(world.client, id, { ...told, period: before.period });
  }
  await world.skipTo(addSeconds(terms.schedule.at(-1).from, DAY_OF_PAYMENT_SECONDS + SPREAD_SECONDS));
  return { id, terms };
}

async function termsFrom(termStart) {
  const made = await scenarioTerms({
    template: 'it-support-2025',
    parameters: { termStart, termMonths: MONTHS, monthlyFee: '20000.00', penaltyPermille: '0.5' },
  });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

/** At how many instants something happened in a month by itself, and how many commands came. */
export async function happeningsOf(orm, id, { from, to }) {
  const lines = await readLedger(orm.em.fork(), id);
  const within = lines.filter(({ at }) => from < at && at <= to);
  const steps = within.filter(({ event }) => event !== null);
  return {
    wakes: new Set(within.filter(({ actor }) => actor === 'system').map(({ at }) => at)).size,
    commands: steps.filter(({ actor }) => actor !== 'system').length,
  };
}
