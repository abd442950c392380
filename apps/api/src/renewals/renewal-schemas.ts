import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { templateVersion } from '#templates/template';
import { CONTRACT_STATUSES } from '../contracts/contract-schemas.js';
import { atIn, count, dateOut, instantOut, reasonIn } from '../http/fields.js';

export const renewalBody = closedObject({
  termMonths: z.exactOptional(
    z.int().min(1).max(120).meta({ description: 'Left out, what the terms say of the next term' }),
  ),
  parameters: z
    .record(z.string().min(1).max(64), z.unknown())
    .default({})
    .meta({ description: 'The parameters that change, by name; the others stay as they are in force' }),
  templateVersion: z.exactOptional(
    templateVersion.meta({ description: 'A published version. Left out, the one in force' }),
  ),
  at: atIn,
}).meta({ id: 'NewRenewal' });

export const objectionBody = closedObject({
  party: z.enum(['client', 'provider']),
  reason: reasonIn,
  at: atIn,
}).meta({ id: 'RenewalObjection' });

export const renewalsOut = z
  .strictObject({
    contract: z.string(),
    mode: z.enum(['automatic', 'byAgreement', 'none']).meta({
      description: 'By its clause unless somebody objects in time, by a new agreement, or not at all',
    }),
    termMonths: count.meta({ description: 'Of the next term' }),
    carriesOver: z.enum(['nothing', 'streakAndCap']),
    endsAt: instantOut,
    noticeDays: count,
    noticeAt: instantOut.nullable().meta({
      description:
        'An objection, or the wish to renew, has to come before it; null where there is no such day',
    }),
    objection: z
      .strictObject({ at: instantOut, by: z.enum(['client', 'provider']), reason: z.string() })
      .nullable(),
    outcome: z.enum(['open', 'arisen', 'renewed', 'noRenewal']).meta({
      description:
        '`open`: the notice day is to come; `arisen`: by the clause it is renewed, and the next contract is being made; `renewed`: the next contract is made; `noRenewal`: the day passed without one, and only a new agreement can bring one',
    }),
    renews: z.string().nullable().meta({ description: 'The contract before this one' }),
    renewedBy: z.string().nullable().meta({ description: 'The contract that follows this one' }),
    items: z
      .array(z.strictObject({ id: z.string(), status: z.enum(CONTRACT_STATUSES), termStart: dateOut }))
      .meta({ description: 'The contracts drafted to renew this one, also those that came to nothing' }),
  })
  .meta({ id: 'Renewals' });
