import { type ContractEvent } from '#domain/contract/events';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { contractEvent, incidentCommand } from '#rehearsal/events';
import { type PlacedEvent } from '#rehearsal/scenario';
import { type RecordedContract, type RecordedFact } from './facts.js';

/** A rehearsal's events as recorded facts: signing is done at the start, by both parties. */
export function scenarioContract(
  terms: Terms,
  events: readonly PlacedEvent[],
  until: Instant,
  contract = 'rehearsal',
): RecordedContract {
  const at = terms.startsAt;
  return {
    contract,
    terms,
    draftedAt: at,
    renews: null,
    facts: [...signing(at), ...events.map(factOf)],
    reach: { until, stage: 'all' },
    asOf: until,
    recorded: null,
  };
}

function signing(at: Instant): RecordedFact[] {
  const events: ContractEvent[] = [
    { type: 'contract.sent', at, dueAt: at },
    { type: 'contract.signed', at, by: 'client', signer: 'rehearsal' },
    { type: 'contract.signed', at, by: 'provider', signer: 'rehearsal' },
  ];
  return events.map((event) => ({ owner: 'contract', sequence: 0, at, afterDeadlines: false, event }));
}

function factOf(placed: PlacedEvent): RecordedFact {
  const { event, at, index } = placed;
  const place = { sequence: index + 1, at, afterDeadlines: false };
  if ('request' in event && event.type !== 'miss.waived') {
    const command = incidentCommand(placed);
    return { owner: 'incident', ...place, request: event.request, event: command, lateReason: null };
  }
  return { owner: 'contract', ...place, event: contractEvent(placed) };
}
