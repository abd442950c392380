import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import {
  count,
  flagIn,
  instantIn,
  instantOut,
  listQuery,
  nameIn,
  pageOut,
  periodOut,
} from '../http/fields.js';
import { amendmentIn, comparisonOut, contractLine, shadowMonthOut, totalOut } from './comparison-schemas.js';

/** One contract, or all. */
export const backtestIn = closedObject({
  contract: z.exactOptional(nameIn),
  all: z.exactOptional(z.literal(true)),
  amendment: amendmentIn,
})
  .refine(({ contract, all }) => (contract === undefined) !== (all === undefined), {
    error: 'allowed is either `contract` or `all`',
  })
  .meta({ id: 'NewBacktest' });

export const backtestParams = closedObject({ backtest: nameIn });

/** A back-test over all contracts, as it stands. */
export const backtestOut = z
  .strictObject({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    askedBy: z.string(),
    askedAt: instantOut,
    finishedAt: instantOut.nullable(),
    progress: z
      .strictObject({ contracts: count, ofContracts: count, requests: count, ofRequests: count })
      .nullable(),
    result: z
      .strictObject({
        total: totalOut,
        contracts: z.array(contractLine).meta({ description: 'Those that would have been otherwise' }),
        leftOut: count.meta({ description: 'How many more would have been otherwise than are listed' }),
      })
      .nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Backtest' });

export const shadowParams = closedObject({ contract: nameIn, shadow: nameIn });

const shadowFields = {
  id: z.string(),
  contract: z.string(),
  template: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
  startedAt: instantOut,
  startedBy: z.string(),
  stoppedAt: instantOut.nullable(),
  stoppedBy: z.string().nullable(),
};

export const shadowLine = z.strictObject(shadowFields).meta({ id: 'ShadowLine' });
export const shadowList = pageOut(shadowLine);

export const shadowsQuery = closedObject({
  running: z.exactOptional(flagIn.meta({ description: 'Whether it was not stopped yet' })),
  ...listQuery('desc'),
});
export const shadowKey = z.strictObject({ list: z.literal('shadows'), startedAt: instantIn, id: z.string() });

export const shadowOut = z
  .strictObject({
    ...shadowFields,
    comparison: comparisonOut.meta({
      description:
        'What the amended terms make of everything recorded so far, or had made when it was stopped',
    }),
    months: z
      .array(z.strictObject({ period: periodOut, writtenAt: instantOut, report: shadowMonthOut }))
      .meta({ description: 'The months that have closed since it started, each written once' }),
  })
  .meta({ id: 'Shadow' });
