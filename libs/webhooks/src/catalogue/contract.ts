import { z } from 'zod';
import { caps, count, instant, kind, party, period, periods, text, yes, yuan } from './members.js';

const RIGHT = {
  ground: text,
  obligation: text.nullable(),
  arisenAt: instant,
  periods,
  lapsesAt: instant.nullable(),
};
const ASSESSED = { period, misses: count, waived: count, failed: yes, streak: count };
const NOTICE = { mode: text, objected: yes, endsAt: instant, months: count };

/** What happens to the contract itself. */
export const OF_THE_CONTRACT = {
  'contract.drafted': kind('A contract was drafted', {
    template: z.object({ id: text, version: text, hash: text }),
    renews: text.optional(),
    startsAt: instant,
    endsAt: instant,
    monthlyFee: yuan.nullable(),
    totalAmount: yuan,
    consequences: z.array(z.object({ id: text, clause: text, caps })),
  }),
  'contract.activated': kind('The contract became active'),
  'contract.ended': kind('The contract ended, or with it a request', {
    kind: text.optional().meta({ description: 'terminated or expired' }),
    priority: text.optional(),
    status: text.optional(),
  }),
  'contract.closed': kind('The contract is settled and closed'),
  'contract.renewedByClause': kind('The contract renews another by its clause', { renews: text.nullable() }),
  'opening.taken': kind('A renewal took over failed months and used caps', {
    failedPeriods: periods,
    used: count,
  }),
  'amendment.effective': kind('An amendment took effect', {
    amendment: text,
    monthlyFee: yuan.nullable(),
    totalAmount: yuan,
  }),
  'month.assessed': kind('A month was assessed', ASSESSED),
  'month.reassessed': kind('A month was assessed again', ASSESSED),
  'obligation.missed': kind('What was to be done once was not done in time', {
    obligation: text,
    dueAt: instant,
  }),
  'obligation.performed': kind('What was to be done once was done', {
    obligation: text,
    dueAt: instant.optional(),
    late: yes.optional(),
  }),
  'obligation.excused': kind('A due day was moved on', {
    obligation: text,
    days: count,
    dueAt: instant.optional(),
  }),
  'report.drawnUp': kind('The figures of a service report stand', {
    period,
    dueAt: instant,
    figures: z.object({ received: count, resolved: count, unresolved: count }),
  }),
  'report.submitted': kind('A service report was submitted', {
    period,
    knowledgeBaseContributions: count.nullable(),
    late: yes,
    repeated: yes,
    countsAt: instant.optional(),
  }),
  'report.reminded': kind('A service report is due soon', { period }),
  'report.overdue': kind('A service report is late', { period }),
  'terminationRight.arisen': kind('The client may terminate', RIGHT),
  'terminationRight.lost': kind('A right to terminate is gone', RIGHT),
  'terminationRight.lapsed': kind('A right to terminate lapsed'),
  'terminationRight.waived': kind('The client gave up its right to terminate', {
    by: party,
    arisenAt: instant,
    periods,
  }),
  'termination.exercised': kind('The client terminated', {
    by: party,
    ground: text,
    arisenAt: instant,
    periods,
    endsAt: instant,
  }),
  'termination.noticed': kind('A party gave notice', { by: party, days: count, endsAt: instant }),
  'termination.agreed': kind('Both agreed on an end', { effectiveAt: instant, agreement: text.optional() }),
  'renewal.arisen': kind('The contract will be renewed by its clause', NOTICE),
  'renewal.noticePassed': kind('The time to object to a renewal is over', NOTICE),
  'renewal.objected': kind('A party objected to the renewal', { by: party }),
  'renewal.linked': kind('The contract that follows is there', { contract: text }),
  'document.issued': kind('A document was issued', {
    kind: text,
    key: text.nullable(),
    language: text,
    mediaType: text,
    number: text.nullable(),
    documentHash: text,
    size: count,
    source: count.meta({ description: 'The line of the ledger that brought it about' }),
  }),
};
