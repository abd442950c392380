import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import {
  atIn,
  count,
  flagIn,
  instantOut,
  lineIn,
  listQuery,
  moneyOut,
  pageOut,
  periodOut,
  reasonIn,
} from '../http/fields.js';

const party = z.enum(['client', 'provider']);
const line = lineIn(200).meta({
  description: 'A line by its name in the statement',
  example: 'miss/I-000001/response@2025-01-06T01:15:00Z',
});
const decision = z.enum(['stands', 'waived', 'corrected', 'withdrawn']).meta({
  description:
    '`waived` and `corrected` need the fact to have been put right before; `withdrawn`: the party takes its objection back',
});

export const acceptanceBody = closedObject({ party, at: atIn }).meta({ id: 'StatementAcceptance' });
export const contestBody = closedObject({ line, party, reason: reasonIn, at: atIn }).meta({
  id: 'NewContest',
});
export const decisionBody = closedObject({ line, decision, reason: reasonIn, at: atIn }).meta({
  id: 'ContestDecision',
});

const contestOut = z.strictObject({
  party,
  at: instantOut,
  by: z.string(),
  reason: z.string(),
  decided: z
    .strictObject({ at: instantOut, by: z.string(), decision, reason: z.string() })
    .nullable()
    .meta({ description: 'Null while the line is held out' }),
});

export const statementOut = z
  .strictObject({
    contract: z.string(),
    period: periodOut,
    closedAt: instantOut,
    answerBy: instantOut.meta({ description: 'Either party may accept or contest up to this instant' }),
    open: z.boolean(),
    lines: z.array(
      z.strictObject({
        line: z.string(),
        kind: z.enum(['miss', 'charge', 'fee', 'interest', 'credit']),
        amount: z.string().meta({ description: 'Yuan; a correction and a credit are less than nothing' }),
        answerBy: instantOut.meta({ description: 'Until when this line can be contested' }),
        heldOut: z.boolean(),
        contests: z.array(contestOut),
      }),
    ),
    accepted: z.strictObject({ client: instantOut.nullable(), provider: instantOut.nullable() }),
    contested: count,
    heldOutPenalties: moneyOut.meta({
      description: 'Of the whole contract: what no invoice is reduced by now',
    }),
  })
  .meta({ id: 'Statement' });

export const statementList = pageOut(statementOut).meta({ id: 'StatementList' });

export const statementsQuery = closedObject({
  open: z.exactOptional(flagIn.meta({ description: 'Whether either party may still accept or contest it' })),
  contested: z.exactOptional(
    flagIn.meta({ description: 'Whether a line of it is contested and not decided' }),
  ),
  ...listQuery('asc'),
});

export type StatementOut = z.infer<typeof statementOut>;
