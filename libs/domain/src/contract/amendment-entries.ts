import { type Entry, type Json } from '../entry.js';
import { formatYuan } from '../money/fen.js';
import { type Envelope } from '../signing/envelope.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { plain } from './entries.js';
import { type EventOf } from './events.js';
import { type AmendmentState } from './state.js';

export function amendmentSent(terms: Terms, event: EventOf<'amendment.sent'>, envelope: Envelope): Entry {
  const { amendment, effectiveAt, reason } = event;
  return plain(event.type, event.at, terms.clauses.parties, {
    amendment,
    effectiveAt,
    reason,
    changes: changesOf(terms, event.terms),
    documentHash: envelope.documentHash,
    dueAt: envelope.dueAt,
  });
}

export function amendmentAgreed(terms: Terms, amendment: AmendmentState, at: Instant): Entry {
  const { id, effectiveAt, reason } = amendment;
  return plain('amendment.agreed', at, terms.clauses.parties, {
    amendment: id,
    effectiveAt,
    reason,
    changes: changesOf(terms, amendment.terms),
  });
}

export function amendmentEffective(terms: Terms, { id, terms: next }: AmendmentState, at: Instant): Entry {
  return plain('amendment.effective', at, terms.clauses.parties, {
    amendment: id,
    monthlyFee: next.monthlyFee === null ? null : formatYuan(next.monthlyFee),
    totalAmount: formatYuan(next.totalAmount),
  });
}

/** The parameters that differ, as they are and as they will be; null where one has no such parameter. */
function changesOf(before: Terms, after: Terms): Json {
  const names = new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  return [...names]
    .filter((name) => before.parameters[name] !== after.parameters[name])
    .sort()
    .map((parameter) => ({
      parameter,
      before: before.parameters[parameter] ?? null,
      after: after.parameters[parameter] ?? null,
    }));
}
