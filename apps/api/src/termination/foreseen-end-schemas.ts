import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { settlementOut } from '../contracts/contract-schemas.js';
import { count, instantIn, instantOut, moneyOut } from '../http/fields.js';

const way = z.enum(['exercise', 'notice', 'agreement']);

export const foreseenEndQuery = closedObject({
  way: way.meta({
    description:
      'The client exercises its right, a party gives notice without a ground, or both agree on an end',
  }),
  party: z
    .exactOptional(z.enum(['client', 'provider']))
    .meta({ description: 'Who gives notice; the client when left out' }),
  at: z.exactOptional(
    instantIn.meta({
      description:
        'When the notice arrives, or the agreement is made. Left out: now, or where a manual clock stands',
    }),
  ),
  effectiveAt: z.exactOptional(
    instantIn.meta({ description: 'The end that is agreed on: needed for `agreement`' }),
  ),
});

export type ForeseenEndQuery = z.infer<typeof foreseenEndQuery>;

export const foreseenEndOut = z
  .strictObject({
    contract: z.string(),
    way,
    clause: z.string(),
    at: instantOut,
    endsAt: instantOut,
    lost: z
      .strictObject({ months: count, fees: moneyOut })
      .meta({ description: 'Months of the term that begin at the end or after it, and the fees for them' }),
    lastMonth: z.enum(['byDay', 'full']).nullable().meta({
      description:
        'How the fee of the month is reckoned in which it ends; null where the price is none by the month',
    }),
    openRequests: count.meta({ description: 'Requests that are open now, and would end with it' }),
    settlement: settlementOut.meta({
      description:
        'As it would be drawn up at the end, if nothing else happened until then and nothing were paid',
    }),
  })
  .meta({ id: 'ForeseenEnd' });

export type ForeseenEndOut = z.infer<typeof foreseenEndOut>;
