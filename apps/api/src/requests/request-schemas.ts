import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { INTAKE_CHANNELS } from '#domain/incident/events';
import {
  atIn,
  count,
  instantIn,
  instantOut,
  lateReasonIn,
  moneyOut,
  nameIn,
  orderIn,
  pageOut,
  listQuery,
  pageQuery,
  periodOut,
  reasonIn,
} from '../http/fields.js';
import { receiptOut } from '../decisions/decision-schemas.js';

export const REQUEST_STATUSES = ['open', 'paused', 'resolved', 'closed'] as const;

export const level = z.enum(['high', 'medium', 'low']);

/** What the priority rules of clause 2.2 look at. */
const severity = {
  urgency: level,
  impact: level,
  coreBusinessDown: z.boolean().default(false),
  severeSecurityRisk: z.boolean().default(false),
};

export const newRequest = closedObject({
  ...severity,
  name: z.exactOptional(nameIn).meta({ description: 'Left out, the next number of the contract: I-000042' }),
  receivedAt: z.exactOptional(instantIn).meta({
    description:
      'When the desk received the notice, if before it was put on record; not before the start of the term. The clocks start at the record all the same (clause 2.3)',
  }),
  channel: z
    .exactOptional(z.enum(INTAKE_CHANNELS))
    .meta({ description: 'How the notice came in (clause 2.1)' }),
  at: z.exactOptional(instantIn).meta({
    description:
      'When the desk put it on record: the clocks start here (clause 2.3). Left out: now, or where a manual clock stands',
  }),
}).meta({ id: 'NewRequest' });

const when = { at: atIn, lateReason: lateReasonIn };

/** What can be done with a request, by the name of the action. */
export const ACTION_SCHEMAS = {
  respond: closedObject({ type: z.literal('respond'), ...when }),
  workaround: closedObject({ type: z.literal('workaround'), ...when }),
  path: closedObject({ type: z.literal('path'), ...when }),
  resolve: closedObject({ type: z.literal('resolve'), ...when }),
  close: closedObject({ type: z.literal('close'), ...when }),
  reopen: closedObject({ type: z.literal('reopen'), ...when }),
  pause: closedObject({ type: z.literal('pause'), reason: reasonIn, ...when }),
  resume: closedObject({ type: z.literal('resume'), ...when }),
  reclassify: closedObject({ type: z.literal('reclassify'), ...severity, reason: reasonIn, ...when }),
  rate: closedObject({ type: z.literal('rate'), score: z.int().min(1).max(5), ...when }),
} as const;

export type ActionType = keyof typeof ACTION_SCHEMAS;
export const ACTION_TYPES = Object.keys(ACTION_SCHEMAS) as ActionType[];

const { respond, workaround, path, resolve, close, reopen, pause, resume, reclassify, rate } = ACTION_SCHEMAS;

export const requestAction = z
  .discriminatedUnion(
    'type',
    [respond, workaround, path, resolve, close, reopen, pause, resume, reclassify, rate],
    {
      error: `allowed are ${ACTION_TYPES.join(', ')}`,
    },
  )
  .meta({ id: 'RequestAction' });

export type RequestAction = z.infer<typeof requestAction>;

const clock = z.enum(['real', 'manual']).meta({ description: '`manual` is a rehearsal' });

const filter = {
  status: z.exactOptional(z.enum(REQUEST_STATUSES)),
  priority: z.exactOptional(z.string().min(1).max(64)),
};

export const requestListQuery = closedObject({ ...filter, ...listQuery('asc') });

export const allRequestsQuery = closedObject({
  sort: z.enum(['due', 'recorded']).default('due').meta({
    description: '`due`: those with a deadline ahead, the nearest first. `recorded`: all, the newest first',
  }),
  order: z.exactOptional(orderIn.meta({ description: 'Left out: `asc` by `due`, `desc` by `recorded`' })),
  clock: z.exactOptional(clock),
  ...filter,
  ...pageQuery,
});

const status = z.enum(REQUEST_STATUSES);
const outcome = z.enum(['pending', 'met', 'missed', 'withdrawn']);

const target = z.strictObject({
  kind: z.enum(['response', 'workaround', 'resolution']),
  clause: z.string(),
  clock: z.enum(['response', 'resolution']),
  measure: z
    .strictObject({
      unit: z.enum(['minutes', 'serviceMinutes', 'workingDays', 'workingDayEnds']),
      amount: count,
    })
    .meta({
      description:
        '`minutes` by the wall clock, `serviceMinutes` within the shifts of the calendar, `workingDays` of 24 hours each, `workingDayEnds`: the end of the nth working day after the first',
    }),
  metBy: z.array(z.string()).meta({ description: 'What can meet it' }),
  outcome,
  metByFact: z.string().nullable(),
  dueAt: instantOut.nullable().meta({ description: 'Null while its clock stands still' }),
  provisional: z
    .boolean()
    .meta({ description: 'The count reaches a year whose calendar is not published yet' }),
  segments: z
    .array(
      z.strictObject({
        from: instantOut,
        to: instantOut,
        counted: z.boolean(),
        why: z.enum(['running', 'stopped', 'dayOff', 'offShift', 'maintenance', 'firstDay']),
      }),
    )
    .meta({
      description:
        'The proof of the deadline: the counted stretches sum to the measure, or are the days that it counts',
    }),
});

const summary = {
  contract: z.string(),
  clock,
  request: z.string(),
  status,
  priority: z.string(),
  recordedAt: instantOut,
  nextDeadlineAt: instantOut.nullable(),
};

export const requestSummary = z
  .strictObject({
    ...summary,
    targets: z.array(z.strictObject({ kind: z.string(), outcome, dueAt: instantOut.nullable() })),
  })
  .meta({ id: 'RequestSummary' });

export const requestPage = pageOut(requestSummary).meta({ id: 'RequestPage' });

export const requestDetail = z
  .strictObject({
    ...summary,
    receivedAt: instantOut.nullable(),
    channel: z.enum(INTAKE_CHANNELS).nullable().meta({ description: 'Null where it was not told' }),
    recordingGapSeconds: count.nullable().meta({
      description: 'From `receivedAt` to `recordedAt`; null where it was not told when it was received',
    }),
    accountedThrough: instantOut,
    contractEndedAt: instantOut.nullable(),
    severity: z.strictObject({
      urgency: level,
      impact: level,
      coreBusinessDown: z.boolean(),
      severeSecurityRisk: z.boolean(),
    }),
    classification: z.strictObject({
      sequence: count,
      address: z.string().meta({ description: 'The decision, with its verification below it' }),
      receipt: receiptOut,
    }),
    targets: z.array(target),
    facts: z.record(z.string(), instantOut.nullable()),
    misses: z.array(
      z.strictObject({
        target: z.string(),
        at: instantOut,
        dueAt: instantOut,
        period: periodOut,
        base: moneyOut,
      }),
    ),
    ratings: z.array(z.strictObject({ at: instantOut, score: count })),
    actions: z.array(z.string()).meta({ description: 'What can be done with it now' }),
    pauseReasons: z.array(z.string()).meta({ description: 'The reasons for which its clock may be paused' }),
  })
  .meta({ id: 'Request' });

export type RequestDetail = z.infer<typeof requestDetail>;
export type RequestSummary = z.infer<typeof requestSummary>;
