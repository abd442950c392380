import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { count, instantIn, instantOut, moneyOut, periodOut, reasonIn } from '../http/fields.js';

/** What may be tried with a request: what can be told of it but for its severity, and that nothing happens. */
export const TRIED = [
  'respond',
  'workaround',
  'path',
  'resolve',
  'close',
  'reopen',
  'pause',
  'resume',
  'miss',
] as const;

export const whatIfQuery = closedObject({
  event: z.enum(TRIED).meta({ description: '`miss`: nothing happens up to and including `at`' }),
  at: z.exactOptional(
    instantIn.meta({
      description:
        'When; it may lie ahead. Left out: now, or where a manual clock stands; for `miss` the next deadline of the request',
    }),
  ),
  reason: z.exactOptional(reasonIn.meta({ description: 'Of a pause: one of `pauseReasons` of the request' })),
});

export type WhatIfQuery = z.infer<typeof whatIfQuery>;

const outcome = z.enum(['pending', 'met', 'missed', 'withdrawn']);
const standing = z.strictObject({ outcome, dueAt: instantOut.nullable() });
const assessed = z.strictObject({ misses: count, failed: z.boolean(), streak: count });

export const whatIfOut = z
  .strictObject({
    contract: z.string(),
    request: z.string(),
    event: z.enum(TRIED),
    at: instantOut,
    status: z.enum(['open', 'paused', 'resolved', 'closed']),
    nextDeadlineAt: instantOut.nullable(),
    targets: z
      .array(
        z.strictObject({
          kind: z.string(),
          ...standing.shape,
          now: standing.nullable().meta({ description: 'As it stands; null where it is not there yet' }),
        }),
      )
      .meta({ description: 'The targets as they would stand right after it' }),
    misses: z
      .array(
        z.strictObject({
          target: z.string(),
          at: instantOut,
          period: periodOut,
          fullPenalty: moneyOut,
          penalty: moneyOut,
          capped: z.boolean(),
          counted: z.boolean(),
        }),
      )
      .meta({ description: 'Misses that are not there yet, as the close of the month would fix them' }),
    cost: moneyOut.meta({
      description: 'What the provider would owe more at the close of the month than as things stand',
    }),
    months: z
      .array(z.strictObject({ period: periodOut, asThingsStand: assessed, afterwards: assessed }))
      .meta({
        description: 'From the month under way to that of `at`, closed both ways if nothing else happens',
      }),
    terminationRight: z
      .strictObject({ arisenAt: instantOut, periods: z.array(periodOut) })
      .nullable()
      .meta({ description: 'A right that the client would have by it, and not without it' }),
  })
  .meta({ id: 'WhatIf' });

export type WhatIfOut = z.infer<typeof whatIfOut>;
