import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import {
  count,
  instantIn,
  instantOut,
  moneyOut,
  nameIn,
  pageOut,
  pageQuery,
  periodOut,
} from '../http/fields.js';

const clock = z.enum(['real', 'manual']).meta({ description: '`manual` is a rehearsal' });

/** What every overview may be narrowed by. */
export const overviewFilter = {
  clientId: z.exactOptional(nameIn),
  contract: z.exactOptional(nameIn),
  clock: z.exactOptional(clock),
};

export const queueQuery = closedObject({
  sort: z.enum(['moneyAtRisk', 'dueAt']).default('moneyAtRisk').meta({
    description:
      '`moneyAtRisk`: what costs most if it is missed first, then the nearest deadline. `dueAt`: the nearest deadline first. Requests whose clocks stand still come last',
  }),
  ...overviewFilter,
  priority: z.exactOptional(z.string().min(1).max(64)),
  dueBefore: z.exactOptional(
    instantIn.meta({ description: 'Only those whose next deadline comes before it' }),
  ),
  ...pageQuery,
});

const ifMissed = z
  .strictObject({
    cost: moneyOut.meta({
      description:
        'What the provider owes more at the close of that month than if it is met at the last moment: penalty and service credits, after the caps',
    }),
    penalty: moneyOut.meta({ description: 'The penalty of the miss itself, after the caps' }),
    fullPenalty: moneyOut.meta({ description: 'The same before the caps' }),
    capped: z.boolean(),
    capRoom: moneyOut
      .nullable()
      .meta({ description: 'What fits under the caps before it; null where misses have no cap' }),
    period: periodOut.meta({ description: 'The month that owns the miss' }),
    missesInMonth: count.meta({
      description: 'Misses of that month that count already, waived ones left out',
    }),
    failsMonth: z.boolean().meta({ description: 'The month fails by it, and not without it' }),
    monthFailsAnyway: z.boolean(),
    streak: count.meta({ description: 'Failed months in succession with it, that month included' }),
    failedMonthsNeeded: count.nullable().meta({ description: 'How many give the right to terminate' }),
    decidesTerminationRight: z
      .boolean()
      .meta({ description: 'The client may terminate by it, and not without it (clause 2.6)' }),
  })
  .meta({ id: 'IfMissed' });

export type IfMissed = z.infer<typeof ifMissed>;

const queueItem = z
  .strictObject({
    contract: z.string(),
    clientId: z.string(),
    clientName: z.string(),
    clock,
    request: z.string(),
    status: z.enum(['open', 'paused', 'resolved', 'closed']),
    priority: z.string(),
    recordedAt: instantOut,
    at: instantOut.meta({ description: 'As of when: now, or where a manual clock stands' }),
    missed: z.array(z.string()).meta({ description: 'Targets that are missed already' }),
    nextDeadline: z
      .strictObject({
        kinds: z.array(z.string()).meta({ description: 'The targets that are due then' }),
        dueAt: instantOut,
        secondsLeft: count.meta({ description: 'From `at`; below zero where it has just passed' }),
      })
      .nullable()
      .meta({ description: 'Null while no clock runs: nothing is at risk until it goes on' }),
    ifMissed: ifMissed.nullable().meta({
      description:
        'Null without a deadline, and where the contract ends before it: the target is withdrawn then',
    }),
  })
  .meta({ id: 'QueueItem' });

export type QueueItem = z.infer<typeof queueItem>;

export const queuePage = pageOut(queueItem).meta({ id: 'QueuePage' });
