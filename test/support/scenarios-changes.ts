import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { type TermsOf } from '#rehearsal/amending';
import { type RehearsalDocument } from '#rehearsal/document';
import { contractTerms } from '#templates/contract-terms';
import { loadTemplate } from '#templates/load';
import { clerk } from './money-law.js';
import { randomScenario, type ScenarioEvent, type ScenarioFile } from './scenarios.js';
import { Chance } from './scenarios-random.js';

/**
 * A random scenario in which the contract changes: amendments, contested lines and their decisions, notices, objections.
 * What the contract refuses of them is left out, so that the file has no fault.
 */
export async function changingScenario(seed: number, size: number): Promise<Run> {
  const chance = new Chance(seed ^ 0x5eed);
  const base = randomScenario(seed, size);
  const parameters = {
    ...base.parameters,
    ...(chance.is(0.3) && { noticeTermination: 'either', noticeTerminationDays: 30 }),
    ...(chance.is(0.3) && { latePayment: 'interest' }),
    ...(chance.is(0.3) && { renewalMode: 'automatic' }),
  };
  const plain = await withoutFaults({ ...base, parameters });
  const changes = [...amendments(chance, plain.document), ...endings(chance, plain.document)];
  const changed = await withoutFaults({ ...plain.file, events: [...plain.file.events, ...changes] });
  const words = contests(chance, changed.document);
  return withoutFaults({ ...changed.file, events: [...changed.file.events, ...words] });
}

/** A scenario without a fault, and what comes of it. */
export interface Run {
  readonly file: ScenarioFile;
  readonly document: RehearsalDocument;
}

const template = loadTemplate('it-support-2025');

const termsOf: TermsOf = async ({ parameters }, amended) =>
  contractTerms(await template, parameters, {}, amended);

/** The file without the events that the contract refuses, and what comes of it. */
async function withoutFaults(file: ScenarioFile): Promise<Run> {
  let tried = file;
  for (;;) {
    const result = await simulateScenario(readScenarioDocument(tried), termsOf, clerk);
    if (!('faults' in result)) return { file: tried, document: result.document };
    const refused = new Set(
      result.faults.map(({ path }) => Number(/^events\[(\d+)\]/.exec(path)?.[1] ?? -1)),
    );
    if (refused.has(-1)) throw new Error(JSON.stringify(result.faults));
    tried = { ...tried, events: tried.events.filter((_, index) => !refused.has(index)) };
  }
}

const NEW_TERMS: readonly Readonly<Record<string, unknown>>[] = [
  { monthlyFee: '12345.67' },
  { monthlyFee: '30000.00', penaltyPermille: '8' },
  { responseMediumMinutes: 30, resolutionLowWorkingDays: 1 },
  { monthFails: 'attainmentBelow' },
  { penaltyCapPercent: '1' },
  { termMonths: 30 },
  { bankName: 'Other Bank' },
];

function amendments(chance: Chance, { months, invoices }: RehearsalDocument): ScenarioEvent[] {
  const periods = [...new Set([...months, ...invoices].map(({ period }) => period))].sort();
  return Array.from({ length: chance.pick([0, 1, 1, 2]) }, (): ScenarioEvent => {
    const period = chance.pick(periods.length > 0 ? periods : ['2025-03']);
    const day = String(chance.whole(1, 28)).padStart(2, '0');
    const next = chance.pick(periods.filter((each) => each > period).concat('2026-01'));
    const effectiveDate = `${next}-${chance.is(0.8) ? '01' : '15'}`;
    const reason = 'the client has grown';
    const at = `${period}-${day}T10:00:00+08:00`;
    return { at, type: 'amendment.agreed', effectiveDate, parameters: { ...chance.pick(NEW_TERMS) }, reason };
  });
}

function endings(chance: Chance, { months }: RehearsalDocument): ScenarioEvent[] {
  const period = months.at(-1)?.period;
  if (period === undefined) return [];
  const at = `${period}-20T10:00:00+08:00`;
  const by = chance.pick(['client', 'provider'] as const);
  return [
    ...(chance.is(0.2) ? [{ at, type: 'termination.noticed', by } as const] : []),
    ...(chance.is(0.2) ? [{ at, type: 'renewal.objected', by, reason: 'no need' } as const] : []),
  ];
}

/** Lines of misses and fees are contested in the days when they can be; some are decided later. */
function contests(chance: Chance, { misses, invoices }: RehearsalDocument): ScenarioEvent[] {
  const lines = [
    ...misses.map(({ request, target, at, period }) => ({
      period,
      line: `miss/${request}/${target}@${at}`,
    })),
    ...invoices.map(({ period }) => ({ period, line: `invoice/${period}/fee` })),
  ];
  return lines.flatMap(({ period, line }): ScenarioEvent[] => {
    if (!chance.is(0.3)) return [];
    const party = chance.pick(['client', 'provider'] as const);
    const reason = 'not as agreed';
    const at = `${followingMonth(period, 1)}-0${chance.whole(2, 9)}T12:00:00+08:00`;
    const contest: ScenarioEvent = { at, type: 'statement.contested', period, line, party, reason };
    if (!chance.is(0.6)) return [contest];
    const decision = chance.pick(['stands', 'stands', 'withdrawn', 'waived'] as const);
    const decidedAt = `${followingMonth(period, chance.whole(1, 3))}-25T12:00:00+08:00`;
    const by = 'manager';
    return [contest, { at: decidedAt, type: 'statement.decided', period, line, decision, reason, by }];
  });
}

function followingMonth(period: string, months: number): string {
  const date = new Date(`${period}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}
