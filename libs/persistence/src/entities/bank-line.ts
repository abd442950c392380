import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** Why a line is no payment that could be booked. */
export type ForeignReason = 'currency' | 'debit' | 'reversal';

/**
 * A line of a bank statement. What came from the bank never changes; a person decides once that it is ignored, or books
 * it in one or more parts.
 */
export const BankLine = defineEntity({
  name: 'BankLine',
  tableName: 'bank_line',
  properties: {
    id: p.string().primary().columnType('text'),
    statementId: p.string().columnType('text'),
    account: p.string().columnType('text'),
    /** `2025-03-08` */
    bookedOn: p.string().columnType('text'),
    /** Hundredths of the currency; less than nothing for a debit. */
    amount: p.bigint('number'),
    currency: p.string().columnType('text'),
    payerName: p.string().columnType('text').nullable(),
    payerAccount: p.string().columnType('text').nullable(),
    reference: p.string().columnType('text').nullable(),
    endToEndId: p.string().columnType('text').nullable(),
    /** Null where the bank gave none; a later statement of the same line may bring it. */
    bankReference: p.string().columnType('text').nullable(),
    /** Hash of what the line says; equal lines of a day are told apart by their ordinal. */
    fingerprint: p.string().columnType('text'),
    ordinal: p.integer(),
    foreignReason: p.string().columnType('text').$type<ForeignReason>().nullable(),
    ignoredAt: p.type(InstantType).nullable(),
    ignoredBy: p.string().columnType('text').nullable(),
    ignoredReason: p.string().columnType('text').nullable(),
  },
});

export type BankLineRow = InferEntity<typeof BankLine>;

/**
 * Money of a line that was told to a contract as a payment. It counts unless the contract refused its command; then
 * the line may be booked again, by another attempt.
 */
export const BankBooking = defineEntity({
  name: 'BankBooking',
  tableName: 'bank_booking',
  properties: {
    lineId: p.string().primary().columnType('text'),
    contractId: p.string().primary().columnType('text'),
    attempt: p.integer().primary(),
    amount: p.bigint('number'),
    /** As the payment has it: a month, or what a person wrote, or the line's id. */
    reference: p.string().columnType('text'),
    commandId: p.string().columnType('text'),
    bookedBy: p.string().columnType('text'),
    bookedAt: p.type(InstantType),
  },
});

export type BankBookingRow = InferEntity<typeof BankBooking>;
