import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { templateVersion } from '#templates/template';
import { parsePlainDate, type PlainDate } from '#domain/time/dates';
import { comparisonOut } from '../backtests/comparison-schemas.js';
import { contractDetail, sendBody } from '../contracts/contract-schemas.js';
import {
  atIn,
  bothLanguages,
  count,
  dateOut,
  instantIn,
  instantOut,
  listQuery,
  moneyOut,
  pageOut,
  nameIn,
  periodOut,
  reasonIn,
} from '../http/fields.js';

const amendmentIn = z.string().regex(/^A-[1-9]\d{0,5}$/);

export const amendmentParams = closedObject({ contract: nameIn, amendment: amendmentIn });

const dateIn = z.string().transform((text, context): PlainDate => {
  const date = parsePlainDate(text);
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'allowed is a day, 2026-07-01', input: text });
  return z.NEVER;
});

export const amendmentBody = closedObject({
  effectiveDate: dateIn.meta({
    description:
      'The first day on which it holds, in the zone of the contract. A change of fees, targets or rules begins with a month of the contract, a change of words only on any day',
    format: 'date',
    example: '2026-07-01',
  }),
  parameters: z
    .record(z.string().min(1).max(64), z.unknown())
    .default({})
    .meta({ description: 'The parameters that change, by name; the others stay as they are' }),
  templateVersion: z.exactOptional(
    templateVersion.meta({
      description: "Another published version of the contract's template: its clauses, targets and rules",
    }),
  ),
  reason: reasonIn,
}).meta({ id: 'NewAmendment' });

export const amendmentSendBody = closedObject({ ...sendBody.shape }).meta({ id: 'AmendmentSending' });
export const agreeBody = closedObject({ at: atIn }).meta({ id: 'AmendmentAgreement' });

export const termsQuery = closedObject({
  at: z.exactOptional(
    instantIn.meta({
      description: 'An instant of the past or the future. Left out, where the contract stands',
    }),
  ),
});

const parameterValue = z
  .strictObject({ value: z.union([z.string(), z.number()]), text: bothLanguages })
  .nullable();

const run = z.strictObject({ kind: z.enum(['same', 'deleted', 'inserted']), text: z.string() });
const runs = z.strictObject({ 'zh-CN': z.array(run), en: z.array(run) });
const fault = z.strictObject({ path: z.string(), problem: z.string(), allowed: z.string() });
const money = z.strictObject({ before: moneyOut.nullable(), after: moneyOut.nullable() });

const changes = z
  .strictObject({
    parameters: z.array(
      z.strictObject({
        parameter: z.string(),
        clause: z.string(),
        label: bothLanguages,
        before: parameterValue.meta({ description: 'Null where the contract had none' }),
        after: parameterValue.meta({ description: 'Null where it has none any more' }),
      }),
    ),
    clauses: z
      .array(
        z.strictObject({
          number: z.string(),
          kind: z.enum(['added', 'removed', 'changed']),
          title: bothLanguages,
          text: runs.meta({ description: 'What is not `inserted` is the text before, not `deleted` after' }),
        }),
      )
      .meta({ description: 'The clauses whose words change, word by word' }),
    targets: z.array(
      z.looseObject({ path: z.string() }).meta({ description: 'One value with `before` and `after`' }),
    ),
    rules: z.array(
      z.strictObject({ decides: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    monthlyFee: money,
    totalAmount: money,
    months: z
      .array(z.strictObject({ period: periodOut, ...money.shape }))
      .meta({ description: 'The months whose fees change; null where the term has no such month' }),
  })
  .meta({ id: 'AmendmentChanges' });

export type Changes = z.infer<typeof changes>;

const line = {
  id: z.string().meta({ example: 'A-1' }),
  status: z.enum(['draft', 'signing', 'agreed', 'effective', 'declined', 'withdrawn', 'lapsed']),
  effectiveDate: dateOut,
  effectiveAt: instantOut,
  reason: z.string(),
  agreedAt: instantOut.nullable(),
};

export const amendmentLine = z.strictObject(line).meta({ id: 'AmendmentLine' });

export type AmendmentLine = z.infer<typeof amendmentLine>;

export const amendmentList = pageOut(amendmentLine).meta({ id: 'AmendmentList' });

export const amendmentsQuery = closedObject({
  status: z.exactOptional(amendmentLine.shape.status),
  ...listQuery('asc'),
});

export const amendmentDetail = z
  .strictObject({
    ...line,
    contract: z.string(),
    template: z
      .strictObject({ id: z.string(), version: z.string(), hash: z.string() })
      .nullable()
      .meta({ description: 'What the contract goes on with; null of a draft with faults' }),
    draft: z
      .strictObject({
        parameters: z.record(z.string(), z.unknown()),
        templateVersion: z.string().nullable(),
        createdAt: instantOut,
        createdBy: z.string(),
        changedAt: instantOut,
        changedBy: z.string(),
      })
      .nullable()
      .meta({ description: 'What was wished for; null where it was not drawn up here' }),
    changes: changes.nullable().meta({ description: 'Null of a draft with faults' }),
    faults: z
      .array(fault)
      .meta({ description: 'Why a draft cannot be sent as things stand; empty where it can' }),
    envelope: z
      .string()
      .nullable()
      .meta({ description: 'Its signing, under `envelopes`; null where it was not sent for signing' }),
  })
  .meta({ id: 'ContractAmendment' });

export type AmendmentDetail = z.infer<typeof amendmentDetail>;

export const discarded = z
  .strictObject({ id: z.string(), status: z.literal('discarded') })
  .meta({ id: 'DiscardedAmendment' });

const invoice = z
  .strictObject({
    amount: moneyOut,
    credited: moneyOut,
    interest: moneyOut,
    payable: moneyOut,
    issuedAt: instantOut,
    dueAt: instantOut,
  })
  .nullable();

const outcome = z.strictObject({
  status: z.string(),
  endsAt: instantOut,
  totalAmount: moneyOut,
  invoiced: moneyOut,
  credited: moneyOut,
  payable: moneyOut,
  penaltyCap: moneyOut.nullable(),
  penalties: moneyOut.meta({ description: 'Penalties of misses that stand by then' }),
  failedMonths: count,
});

export const amendmentPreview = z
  .strictObject({
    amendment: z.string(),
    asOf: instantOut,
    assumes: bothLanguages.meta({ description: 'What is assumed of the time that is to come' }),
    invoices: z
      .array(z.strictObject({ period: periodOut, without: invoice, with: invoice }))
      .meta({ description: 'Those that are to come, without the amendment and with it' }),
    without: outcome,
    with: outcome,
    backtest: comparisonOut.nullable().meta({
      description: 'What it would have made of everything recorded, had it held from the beginning',
    }),
    backtestFaults: z.array(fault).meta({ description: 'Why there is no back-test' }),
  })
  .meta({ id: 'AmendmentPreview' });

export type AmendmentPreview = z.infer<typeof amendmentPreview>;

const target = z.strictObject({
  kind: z.string(),
  clock: z.string(),
  measure: z.strictObject({ unit: z.string(), amount: count }),
  metBy: z.array(z.string()),
  clause: z.string(),
});

export const termsOut = z
  .strictObject({
    contract: z.string(),
    at: instantOut,
    since: instantOut.nullable().meta({ description: 'Null: from the beginning' }),
    until: instantOut
      .nullable()
      .meta({ description: 'When the next amendment takes effect; null where none is agreed on' }),
    amendments: z
      .array(z.strictObject({ id: z.string(), effectiveAt: instantOut }))
      .meta({ description: 'Those that have made the terms what they are, the last one last' }),
    template: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
    terms: contractDetail.shape.terms,
    targets: z.record(z.string(), z.array(target)).meta({ description: 'By priority' }),
  })
  .meta({ id: 'TermsAt' });
