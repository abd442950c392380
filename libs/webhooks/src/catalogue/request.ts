import { z } from 'zod';
import { count, deadline, instant, kind, text, yes } from './members.js';

const STANDING = {
  priority: text,
  status: text,
  deadlines: z.array(deadline).optional(),
  countsAt: instant.optional(),
  late: yes.optional().meta({ description: 'True of a fact that was told after it was accounted for' }),
};

const severity = z.object({
  urgency: text,
  impact: text,
  coreBusinessDown: yes,
  severeSecurityRisk: yes,
});

const TARGET = {
  target: text,
  priority: text,
  dueAt: instant.nullable(),
  provisional: yes,
  metBy: text.nullable(),
};

const MISS = { target: text };

/** What happens to service requests, and whether their targets were met. */
export const OF_REQUESTS = {
  'request.recorded': kind('A request was recorded', {
    severity,
    receivedAt: instant.nullable(),
    ...STANDING,
  }),
  'request.responded': kind('A request was responded to', STANDING),
  'request.workaround': kind('A request has a workaround', STANDING),
  'request.path': kind('A request has a path to its solution', STANDING),
  'request.resolved': kind('A request was resolved', STANDING),
  'request.closed': kind('A request was closed', STANDING),
  'request.reopened': kind('A request was opened again', STANDING),
  'request.paused': kind('The clock of a request was stopped', STANDING),
  'request.resumed': kind('The clock of a request goes on', STANDING),
  'request.reclassified': kind('A request has another priority', { severity, ...STANDING }),
  'request.rated': kind('A request was rated', { score: count, ...STANDING }),
  'target.met': kind('A target was met', TARGET),
  'target.missed': kind('A target was missed', TARGET),
  'target.withdrawn': kind('A target no longer counts', TARGET),
  'target.pending': kind('A target is open again', TARGET),
  'waiver.proposed': kind('Somebody asked to waive a miss', MISS),
  'miss.waived': kind('A miss was waived', MISS),
  'miss.annulled': kind('A miss was annulled by a fact told late', {
    ...MISS,
    missAt: instant.optional(),
    nowMet: yes.optional(),
  }),
};
