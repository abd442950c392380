import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { count, instantOut, pageOut, pageQuery, periodOut } from '../http/fields.js';
import { overviewFilter } from './queue-schemas.js';

export const rightsQuery = closedObject({
  open: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: only contracts with a right that can be exercised now' }),
  ...overviewFilter,
  ...pageQuery,
});

const heldRight = z.strictObject({
  ground: z.enum(['failedMonths', 'delay']),
  obligation: z.string().nullable(),
  periods: z.array(periodOut),
  status: z.enum(['open', 'exercised', 'waived', 'lapsed', 'ended']).meta({
    description: '`open`: it can be exercised now. `ended`: the contract has ended without it',
  }),
  openSince: instantOut,
  openUntil: instantOut.meta({ description: 'The last instant at which it can be exercised' }),
  exercisedAt: instantOut.nullable(),
  waivedAt: instantOut.nullable(),
});

const monthUnderWay = z.strictObject({
  period: periodOut,
  closesAt: instantOut,
  misses: count.meta({ description: 'That count so far' }),
  failing: z.boolean().meta({ description: 'It fails if nothing else happens' }),
  deadlines: count.meta({ description: 'Targets of open requests that fall due before it closes' }),
  streakIfFailed: count.meta({ description: 'Failed months in succession if it fails' }),
  givesRight: z.boolean().meta({ description: 'Its close gives the right if nothing else happens' }),
  givesRightIfFailed: z.boolean().meta({ description: 'Its close gives the right if it fails' }),
});

const rightsItem = z
  .strictObject({
    contract: z.string(),
    clientId: z.string(),
    clientName: z.string(),
    clock: z.enum(['real', 'manual']),
    status: z.enum(['active', 'terminated', 'expired', 'closed']),
    clause: z.string(),
    at: instantOut.meta({ description: 'As of when: now, or where a manual clock stands' }),
    failedMonthsNeeded: count.nullable().meta({ description: 'Null where failed months give no right' }),
    streak: count.meta({ description: 'Failed months in succession up to the last that closed' }),
    periods: z.array(periodOut).meta({ description: 'Those months' }),
    monthUnderWay: monthUnderWay.nullable(),
    heldBy: z
      .strictObject({ party: z.enum(['client']), name: z.string() })
      .meta({ description: 'Who may end the contract by it' }),
    rights: z.array(heldRight),
  })
  .meta({ id: 'TerminationRights' });

export type RightsItem = z.infer<typeof rightsItem>;

export const rightsPage = pageOut(rightsItem).meta({ id: 'TerminationRightsPage' });
