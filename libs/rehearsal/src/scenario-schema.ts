import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { parseInstant } from '#domain/time/instant';
import { parsePeriod, parsePlainDate } from '#domain/time/dates';
import { parseYuan } from '#domain/money/fen';
import { partySchema } from '#templates/parties';

/**
 * The members of a rehearsal's document, for reading, for the published JSON Schema and for editors. Values are checked
 * here one by one; what the contract makes of them is the core's business.
 */
const level = z.enum(['high', 'medium', 'low']);
const requestName = z
  .string('allowed is text of 1 to 64 characters')
  .min(1)
  .max(64)
  .describe('names the request within the scenario');
const obligationName = z
  .string('allowed is text of 1 to 64 characters')
  .min(1)
  .max(64)
  .describe('an obligation of the template, by its id');
const reason = z.string('allowed is text of 1 to 500 characters').min(1).max(500);

/** Text of a certain form, which a fault names whether the value is missing, no text, or text of another form. */
function textLike(form: string, isRight: (text: string) => boolean) {
  return z.string(`allowed is ${form}`).refine(isRight, `allowed is ${form}`).describe(form);
}

const at = textLike(
  'an instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00',
  (text) => parseInstant(text) !== null,
);
const period = textLike('a month, 2025-01', (text) => parsePeriod(text) !== null);
const date = textLike('a date, 2025-07-01', (text) => parsePlainDate(text) !== null);
const party = z.enum(['client', 'provider']);
const line = z
  .string('allowed is the name of a line of the statement')
  .min(1)
  .max(200)
  .describe('a line of the statement: miss/R1/response@2025-01-06T01:15:00Z, invoice/2025-01/fee');
const amount = textLike(
  'yuan as text with two decimals, "20000.00", more than nothing',
  (text) => (parseYuan(text) ?? 0) > 0,
);

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return closedObject({ at, type: z.literal(type), ...shape });
}

const severity = {
  urgency: level,
  impact: level,
  coreBusinessDown: z.boolean().optional(),
  severeSecurityRisk: z.boolean().optional(),
};

/** One schema per type of event, by its name. */
export const EVENT_SCHEMAS = {
  'request.recorded': event('request.recorded', {
    request: requestName,
    ...severity,
    receivedAt: at.optional(),
  }),
  'request.responded': event('request.responded', { request: requestName }),
  'request.workaround': event('request.workaround', { request: requestName }),
  'request.path': event('request.path', { request: requestName }),
  'request.resolved': event('request.resolved', { request: requestName }),
  'request.closed': event('request.closed', { request: requestName }),
  'request.reopened': event('request.reopened', { request: requestName }),
  'request.paused': event('request.paused', { request: requestName, reason }),
  'request.resumed': event('request.resumed', { request: requestName }),
  'request.reclassified': event('request.reclassified', { request: requestName, ...severity, reason }),
  'request.rated': event('request.rated', { request: requestName, score: z.int().min(1).max(5) }),
  'miss.waived': event('miss.waived', {
    request: requestName,
    /** A target of a request, `report`, or an obligation. */
    target: z.string('allowed is text of 1 to 64 characters').min(1).max(64),
    reason,
    by: z.string().min(1).max(100),
  }),
  'report.submitted': event('report.submitted', {
    period,
    knowledgeBaseContributions: z.int().min(0).max(1_000_000).optional(),
  }),
  'payment.received': event('payment.received', { amount, reference: z.string().max(100).optional() }),
  'obligation.performed': event('obligation.performed', { obligation: obligationName }),
  'obligation.excused': event('obligation.excused', {
    obligation: obligationName,
    days: z.int().min(1).max(3660),
    reason,
    by: z.string().min(1).max(100),
  }),
  'termination.exercised': event('termination.exercised', { by: z.literal('client') }),
  'terminationRight.waived': event('terminationRight.waived', { by: z.literal('client'), reason }),
  'termination.noticed': event('termination.noticed', { by: party }),
  'termination.agreed': event('termination.agreed', { effectiveAt: at }),
  'amendment.agreed': event('amendment.agreed', {
    effectiveDate: date,
    parameters: z
      .record(z.string(), z.unknown())
      .describe('the parameters that change, with their new values'),
    reason,
  }),
  'renewal.objected': event('renewal.objected', { by: party, reason }),
  'statement.accepted': event('statement.accepted', { period, party }),
  'statement.contested': event('statement.contested', { period, line, party, reason }),
  'statement.decided': event('statement.decided', {
    period,
    line,
    decision: z.enum(['stands', 'waived', 'corrected', 'withdrawn']),
    reason,
    by: z.string().min(1).max(100),
  }),
} as const;

export type EventSchemas = typeof EVENT_SCHEMAS;
export type ScenarioEventType = keyof EventSchemas;
export type ScenarioEvent = { [Type in ScenarioEventType]: z.infer<EventSchemas[Type]> }[ScenarioEventType];

const anyEvent = z.union(
  Object.values(EVENT_SCHEMAS) as [EventSchemas[ScenarioEventType], ...EventSchemas[ScenarioEventType][]],
);

/** At most this many events in one scenario: far more than the busiest contract's year. */
export const MAX_EVENTS = 100_000;

/** The frame of the document, its events not looked at yet. */
export const SCENARIO_FRAME = closedObject({
  template: z.string().min(1).max(100),
  parameters: z.record(z.string(), z.unknown()),
  parties: closedObject({
    client: partySchema.partial().optional(),
    provider: partySchema.partial().optional(),
  }).optional(),
  events: z.array(z.unknown()).max(MAX_EVENTS),
  until: at,
});

/** The whole document, as its published JSON Schema says. */
export const SCENARIO_SCHEMA = SCENARIO_FRAME.extend({ events: z.array(anyEvent).max(MAX_EVENTS) });
