import { type Terms } from '#domain/terms';
import { type Reader } from './slot-reader.js';
import { type Template } from './template.js';

/** What a template says of the ends of its contracts (clause 2.6). */
export function terminationOf(
  { terms: { termination: slots } }: Template,
  read: Reader,
): Terms['termination'] {
  const unit = read.choice(slots.lapseUnit);
  const amount = read.whole(unit === 'months' ? slots.lapsesAfterMonths : slots.lapsesAfterDays);
  return {
    clause: slots.clause,
    failedMonths: slots.failedMonths === undefined ? null : read.whole(slots.failedMonths),
    delayDays: slots.delayDays === undefined ? null : read.whole(slots.delayDays),
    lapsesAfter: { unit, amount },
    noticeDays: read.whole(slots.noticeDays),
    notice: noticeOf(slots.notice, read),
  };
}

function noticeOf(
  slots: Template['terms']['termination']['notice'],
  read: Reader,
): Terms['termination']['notice'] {
  const by = slots && read.choice(slots.by);
  return !slots || by === undefined || by === 'none' ? null : { by, days: read.whole(slots.days) };
}

/** How often somebody is reminded to sign, where the template does not say. */
const REMIND_EVERY_DAYS = 3;
const MOST_REMINDERS = 3;

/** How a contract is sent for signing (clause "Parties"). */
export function signingOf({ terms: { signing: slots } }: Template, read: Reader): Terms['signing'] {
  return {
    deadlineAfterDays: read.whole(slots.deadlineAfterDays),
    remindEveryDays: read.wholeOr(slots.remindEveryDays, REMIND_EVERY_DAYS),
    mostReminders: read.wholeOr(slots.mostReminders, MOST_REMINDERS),
  };
}

/** Days of notice where a template says nothing of renewals: it has none but by a new agreement. */
const RENEWAL_NOTICE_DAYS = 30;

/** Whether and how a contract goes on after its term (clause 1.1). */
export function renewalOf({ terms: { renewal: slots, term } }: Template, read: Reader): Terms['renewal'] {
  return {
    mode: slots.mode === undefined ? 'none' : read.choice(slots.mode),
    noticeDays: read.wholeOr(slots.noticeDays, RENEWAL_NOTICE_DAYS),
    months: read.wholeOr(slots.months, read.whole(term.months)),
    carriesOver: read.choice(slots.carriesOver),
  };
}
