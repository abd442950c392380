import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { CONTRACT_STATUSES } from '../contracts/contract-schemas.js';
import { count, instantOut, moneyOut, nameIn } from '../http/fields.js';

export const portfolioQuery = closedObject({
  clientId: z.exactOptional(nameIn),
  clock: z
    .enum(['real', 'manual'])
    .default('real')
    .meta({ description: 'Contracts that follow the time of day, or rehearsals; never both in one figure' }),
  expiringWithinDays: z.coerce
    .number({ error: 'allowed is a whole number from 1 to 3660' })
    .int()
    .min(1)
    .max(3660)
    .default(60),
});

export type PortfolioQuery = z.infer<typeof portfolioQuery>;

const figures = z.strictObject({
  contracts: z.partialRecord(z.enum(CONTRACT_STATUSES), count).meta({ description: 'By status' }),
  openRequests: z.strictObject({ total: count, byPriority: z.record(z.string(), count) }),
  serviceLevel: z
    .strictObject({
      met: count,
      missed: count.meta({ description: 'That count; waived ones left out' }),
      attainmentPercent: z.string().nullable().meta({
        description: 'One decimal, rounded down; null where no target is concluded',
        example: '99.5',
      }),
      failingContracts: count.meta({ description: 'Contracts whose month fails if nothing else happens' }),
    })
    .meta({ description: 'Of the month under way of each contract' }),
  penalties: z.strictObject({
    fixed: moneyOut.meta({
      description: 'All that the provider owes by penalties and charges that are fixed',
    }),
    accruing: moneyOut.meta({ description: 'What the close of the month under way adds as things stand' }),
    cap: moneyOut.meta({
      description: 'Of misses over the term, of the contracts that have such a cap and run',
    }),
    capUsed: moneyOut.meta({ description: 'What is used of it, with what accrues' }),
  }),
  money: z.strictObject({
    invoiced: moneyOut,
    credited: moneyOut,
    received: moneyOut,
    outstanding: moneyOut,
    overdue: moneyOut.meta({ description: 'Of it, what is past its due day and not contested' }),
    overdueInvoices: count,
  }),
});

const expiring = z.strictObject({
  contract: z.string(),
  clientId: z.string(),
  endsAt: instantOut,
  renewed: z.boolean().meta({ description: 'The contract that follows is there, or comes by the clause' }),
});

export const portfolioOut = z
  .strictObject({
    clock: z.enum(['real', 'manual']),
    total: figures,
    clients: z
      .array(z.strictObject({ clientId: z.string(), clientName: z.string(), ...figures.shape }))
      .meta({ description: 'The same by client, in the order of their ids' }),
    expiring: z
      .array(expiring)
      .meta({ description: 'Running contracts that end within so many days, the next first; 200 at most' }),
  })
  .meta({ id: 'Portfolio' });

export type PortfolioOut = z.infer<typeof portfolioOut>;
export type FiguresOut = PortfolioOut['total'];
export type ExpiringOut = PortfolioOut['expiring'][number];
