import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { sendBody } from '../contracts/contract-schemas.js';
import {
  atIn,
  bothLanguages,
  count,
  instantIn,
  instantOut,
  moneyOut,
  periodOut,
  reasonIn,
} from '../http/fields.js';

const party = z.enum(['client', 'provider']);

export const noticeBody = closedObject({ party, at: atIn }).meta({ id: 'TerminationNotice' });
export const agreementBody = closedObject({
  ...sendBody.shape,
  effectiveAt: instantIn,
  reason: reasonIn,
}).meta({ id: 'NewTerminationAgreement' });
export const rightWaiverBody = closedObject({ reason: reasonIn, at: atIn }).meta({ id: 'RightWaiver' });

const rightOut = z.strictObject({
  ground: z.enum(['failedMonths', 'delay']),
  obligation: z.string().nullable(),
  periods: z.array(periodOut),
  arisenAt: instantOut,
  lapsesAt: instantOut,
  exercisedAt: instantOut.nullable(),
  waivedAt: instantOut.nullable(),
  exercisable: z.boolean(),
});

export const terminationOut = z
  .strictObject({
    contract: z.string(),
    clause: z.string(),
    tracker: z.strictObject({
      failedMonthsNeeded: count.nullable(),
      streak: count,
      months: z
        .array(
          z.strictObject({
            period: periodOut,
            misses: z.array(
              z.strictObject({
                request: z.string(),
                target: z.string(),
                at: instantOut,
                penalty: moneyOut,
              }),
            ),
          }),
        )
        .meta({ description: 'The failed months in succession up to now, with the misses that decide them' }),
    }),
    rights: z.array(rightOut),
    notice: bothLanguages
      .nullable()
      .meta({ description: 'The notice that exercises the right, ready to be signed; null without one' }),
    withoutGround: z
      .strictObject({
        by: z.enum(['client', 'provider', 'either']),
        days: count,
        endsAtIfNow: instantOut.meta({ description: 'When a notice given now would end the contract' }),
      })
      .nullable(),
    given: z
      .strictObject({ at: instantOut, by: party, endsAt: instantOut })
      .nullable()
      .meta({ description: 'A notice that is running' }),
    agreements: z.array(
      z.strictObject({
        agreement: z.string(),
        effectiveAt: instantOut,
        reason: z.string(),
        status: z.enum(['signing', 'agreed', 'declined', 'withdrawn', 'lapsed']),
      }),
    ),
    endsAt: instantOut.meta({ description: 'When the contract ends as things stand' }),
  })
  .meta({ id: 'TerminationTracker' });

export type TerminationOut = z.infer<typeof terminationOut>;
