import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { partiesSchema } from '#templates/parties';
import { templateVersion } from '#templates/template';
import { succession } from './succession.js';
import {
  atIn,
  bothLanguages,
  count,
  instantIn,
  instantOut,
  languageIn,
  lineIn,
  moneyOut,
  nameIn,
  pageOut,
  listQuery,
  periodOut,
  reasonIn,
} from '../http/fields.js';

export const CONTRACT_STATUSES = [
  'draft',
  'signing',
  'signed',
  'active',
  'declined',
  'withdrawn',
  'lapsed',
  'terminated',
  'expired',
  'closed',
] as const;

const clock = z
  .enum(['real', 'manual'])
  .meta({ description: '`manual` moves only when told to: a rehearsal, without any outside effect' });
const party = z.enum(['client', 'provider']);

export const newContract = closedObject({
  template: z.string().min(1).max(64).meta({ example: 'it-support-2025' }),
  templateVersion: z.exactOptional(
    templateVersion.meta({
      description: 'A published version of the template. Left out, the newest one by its number',
      example: '1.0.0',
    }),
  ),
  parameters: z
    .record(z.string(), z.unknown())
    .meta({ description: "The template's parameters by name; those left out take their defaults" }),
  parties: partiesSchema,
  clientId: nameIn,
  id: z
    .exactOptional(
      z.string().regex(/^C-[A-Z0-9-]{1,40}$/, { error: 'allowed is C- and 1 to 40 capitals, digits and -' }),
    )
    .meta({ description: 'Left out, the next number of the year: C-2025-0001' }),
  clock: clock.default('real'),
  at: z.exactOptional(instantIn).meta({
    description: 'When it was drafted. Left out: now, or with a manual clock the start of the term',
  }),
}).meta({ id: 'NewContract' });

const signerIn = closedObject({
  party,
  name: lineIn(100),
  title: lineIn(100),
  email: z.email({ error: 'allowed is an e-mail address' }).max(200),
  turn: z.exactOptional(
    z.int().min(1).max(20).meta({
      description:
        'Those of one turn sign side by side; a higher turn is invited when all lower ones have signed. Left out, 1',
    }),
  ),
});

export const sendBody = closedObject({
  signers: z.exactOptional(
    z.array(signerIn).min(2).max(20).meta({
      description: 'Who signs; at least one for each party. Left out, the contact person of each party',
    }),
  ),
  remindEveryDays: z.exactOptional(
    z.int().min(0).max(365).meta({ description: '0 for no reminders. Left out, what the terms say' }),
  ),
  mostReminders: z.exactOptional(z.int().min(0).max(50)),
  at: atIn,
}).meta({ id: 'Sending' });
export const signatureBody = closedObject({ party, signer: lineIn(100), at: atIn }).meta({ id: 'Signature' });
export const declineBody = closedObject({ party, reason: reasonIn, at: atIn }).meta({ id: 'Declining' });
export const clockBody = closedObject({ until: instantIn }).meta({ id: 'ClockMove' });

export const terminationBody = z
  .discriminatedUnion(
    'kind',
    [
      closedObject({ kind: z.literal('exercise'), at: atIn }),
      closedObject({ kind: z.literal('agree'), effectiveAt: instantIn, at: atIn }),
    ],
    { error: 'allowed are exercise, agree' },
  )
  .meta({ id: 'Termination' });

export const contractListQuery = closedObject({
  status: z.exactOptional(z.enum(CONTRACT_STATUSES)),
  clientId: z.exactOptional(nameIn),
  clock: z.exactOptional(z.enum(['real', 'manual'])),
  ...listQuery('desc'),
});

export const clausesQuery = closedObject({
  language: languageIn,
  at: z.exactOptional(
    instantIn.meta({ description: 'The text as it held, or will hold, then. Left out, as it holds now' }),
  ),
});

const status = z.enum(CONTRACT_STATUSES);

const capWindow = z
  .enum(['term', 'calendarYear', 'rolling12Months', 'month', 'each'])
  .meta({ description: '`each`: one obligation, month or invoice by itself' });

const templateRef = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() });

export const contractSummary = z
  .strictObject({
    id: z.string(),
    clientId: z.string(),
    clientName: z.string(),
    providerName: z.string(),
    status,
    clock,
    template: templateRef,
    createdAt: instantOut,
    accountedThrough: instantOut,
    nextDeadlineAt: instantOut.nullable(),
    failedMonthsStreak: count,
    penaltiesUsed: moneyOut,
    ...succession,
  })
  .meta({ id: 'ContractSummary' });

export const contractPage = pageOut(contractSummary).meta({ id: 'ContractPage' });

const consequenceOut = z
  .strictObject({
    id: z.string(),
    on: z.enum(['miss', 'month', 'obligation', 'latePayment']).meta({
      description:
        'A missed target, a closed month, an obligation performed late: owed by the provider. A late payment: by the client',
    }),
    clause: z.string(),
    base: z
      .enum(['totalAmount', 'amountAtSigning', 'monthFee', 'obligationValue', 'outstanding'])
      .meta({ description: 'What the permille is taken of' }),
    times: z.enum(['once', 'daysLate', 'periodsLate']),
    periodDays: count.meta({ description: 'Days of a period of `periodsLate`, else 1' }),
    caps: z.array(z.strictObject({ window: capWindow, amount: moneyOut })),
  })
  .meta({ id: 'Consequence' });

const partyFields = z.record(z.string(), z.string());

/** What the parties owe each other after the end of a contract. */
export const settlementOut = z.strictObject({
  at: instantOut,
  outstanding: moneyOut,
  interest: moneyOut.meta({ description: 'Interest that no invoice has asked for' }),
  penaltiesPaidOut: moneyOut,
  refund: moneyOut,
  unapplied: moneyOut,
  paidOut: moneyOut,
  payoutDue: moneyOut,
});

export const contractDetail = z
  .strictObject({
    id: z.string(),
    clientId: z.string(),
    status,
    clock,
    createdAt: instantOut,
    accountedThrough: instantOut,
    template: templateRef,
    parties: z.strictObject({ client: partyFields, provider: partyFields }),
    terms: z.strictObject({
      startsAt: instantOut,
      endsAt: instantOut,
      zone: z.string(),
      calendar: z.string(),
      monthlyFee: moneyOut.nullable().meta({ description: 'Null where the price is none by the month' }),
      totalAmount: moneyOut,
      penaltyPermille: z
        .string()
        .nullable()
        .meta({ description: 'The parameter of that name; null where the template has none' }),
      penaltyCap: moneyOut.nullable().meta({
        description: 'What penalties of single misses never exceed in the term; null without such a cap',
      }),
      failedMonthsForTermination: count
        .nullable()
        .meta({ description: 'Null where failed months give no right to terminate' }),
      delayDaysForTermination: count
        .nullable()
        .meta({ description: 'Null where the delay of an obligation gives no right to terminate' }),
      terminationNoticeDays: count,
      consequences: z
        .array(consequenceOut)
        .meta({ description: 'The clauses that make a party owe money, each with its caps' }),
      penaltiesFixed: z.enum(['atMonthClose', 'atOnce']),
      penaltiesSettled: z
        .enum(['offset', 'separately'])
        .meta({ description: '`offset` against the next invoice, or paid out `separately`' }),
      invoiceTiming: z.enum(['inAdvance', 'inArrears', 'onPerformance']),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    signing: z.strictObject({
      dueAt: instantOut.nullable(),
      client: instantOut.nullable(),
      provider: instantOut.nullable(),
      completeAt: instantOut.nullable(),
    }),
    activatedAt: instantOut.nullable(),
    currentMonth: z
      .strictObject({
        period: periodOut,
        from: instantOut,
        to: instantOut,
        fee: moneyOut,
        misses: count,
        waived: count,
        failing: z.boolean(),
        penaltiesAccruing: moneyOut,
      })
      .nullable(),
    requests: z.record(z.string(), count).meta({ description: 'How many requests are in each status' }),
    penaltyCap: z
      .strictObject({ cap: moneyOut, used: moneyOut, accruing: moneyOut, left: moneyOut })
      .nullable()
      .meta({ description: 'The cap of the term on penalties of single misses; null without such a cap' }),
    caps: z
      .array(
        z.strictObject({
          consequence: z.string(),
          clause: z.string(),
          window: capWindow,
          amount: moneyOut,
          used: moneyOut.nullable(),
          left: moneyOut.nullable(),
        }),
      )
      .meta({
        description:
          'Every cap of every consequence, with what is fixed under it in the window that holds the present; null for `each`',
      }),
    owed: z
      .strictObject({
        byProvider: moneyOut,
        credited: moneyOut,
        paidOut: moneyOut,
        interest: moneyOut,
      })
      .meta({
        description:
          'Fixed up to now: penalties and charges that stand, what invoices were reduced by, what was paid out, interest of the client',
      }),
    terminationRight: z.strictObject({
      failedMonthsNeeded: count.nullable(),
      delayDaysNeeded: count.nullable(),
      streak: count,
      periods: z.array(periodOut).meta({ description: 'The failed months in succession up to now' }),
      earliestAt: instantOut.nullable().meta({
        description:
          'When a right could arise at the earliest if every month from now on failed, or no obligation was performed',
      }),
      right: z
        .strictObject({
          ground: z.enum(['failedMonths', 'delay']),
          arisenAt: instantOut,
          periods: z.array(periodOut),
          lapsesAt: instantOut,
          exercisedAt: instantOut.nullable(),
          exercisable: z.boolean(),
        })
        .nullable(),
    }),
    nextDeadline: z
      .strictObject({ at: instantOut, kind: z.string(), request: z.string().nullable(), text: bothLanguages })
      .nullable(),
    agreedEndAt: instantOut
      .nullable()
      .meta({ description: 'An end before that of the term, agreed on or brought about by a notice' }),
    end: z.strictObject({ kind: z.enum(['terminated', 'expired']), at: instantOut }).nullable(),
    settlement: settlementOut.nullable(),
    ...succession,
    actions: z.array(z.string()).meta({ description: 'What can be done now, by the names of the routes' }),
  })
  .meta({ id: 'Contract' });

export type ContractDetail = z.infer<typeof contractDetail>;
export type ContractSummary = z.infer<typeof contractSummary>;

export const contractClauses = z
  .strictObject({
    contract: z.string(),
    language: z.enum(['zh-CN', 'en']),
    title: z.string(),
    clauses: z.array(z.strictObject({ number: z.string(), title: z.string(), text: z.string() })),
  })
  .meta({ id: 'ContractClauses' });
