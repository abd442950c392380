import { type Clerk } from '#decisions/clerk';
import { type IncidentCommand } from '#domain/command';
import { type ContractEvent } from '#domain/contract/events';
import { type IncidentEvent, type Severity } from '#domain/incident/events';
import { parseYuan, ZERO_FEN } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Period } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { type PlacedEvent } from './scenario.js';
import { type ScenarioEvent } from './scenario-schema.js';

/** An event of a scenario in the core's terms, with whom it concerns: a request, or the contract. */
export type RoutedEvent =
  | { readonly owner: 'incident'; readonly request: string; readonly event: IncidentEvent }
  | { readonly owner: 'contract'; readonly event: ContractEvent };

/** Puts an event of a scenario into the core's terms; requests are classified by the contract's rules. */
export async function routeEvent(terms: Terms, clerk: Clerk, placed: PlacedEvent): Promise<RoutedEvent> {
  const { event } = placed;
  if (!('request' in event) || event.type === 'miss.waived')
    return { owner: 'contract', event: contractEvent(placed) };
  const command = incidentCommand(placed);
  if (command.type !== 'request.recorded' && command.type !== 'request.reclassified') {
    return { owner: 'incident', request: event.request, event: command };
  }
  const classification = await clerk.classify(terms, command.severity);
  return { owner: 'incident', request: event.request, event: { ...command, classification } };
}

/** An event of a request as a command: its priority is not known yet. */
export function incidentCommand({ event, at }: PlacedEvent): IncidentCommand {
  switch (event.type) {
    case 'request.recorded': {
      const receivedAt = event.receivedAt === undefined ? null : instant(event.receivedAt);
      return { type: event.type, at, severity: severityOf(event), receivedAt };
    }
    case 'request.reclassified':
      return { type: event.type, at, severity: severityOf(event), reason: event.reason };
    case 'request.paused':
      return { type: event.type, at, reason: event.reason };
    case 'request.rated':
      return { type: event.type, at, score: event.score };
    case 'request.responded':
    case 'request.workaround':
    case 'request.path':
    case 'request.resolved':
    case 'request.closed':
    case 'request.reopened':
    case 'request.resumed':
      return { type: event.type, at };
    default:
      throw new Error(`${event.type} is no event of a request`);
  }
}

/** An event of a scenario that concerns the contract itself. */
export function contractEvent(placed: PlacedEvent): ContractEvent {
  const { event, at } = placed;
  switch (event.type) {
    case 'payment.received':
      return {
        type: event.type,
        at,
        amount: parseYuan(event.amount) ?? ZERO_FEN,
        reference: event.reference ?? null,
      };
    case 'report.submitted': {
      const knowledgeBaseContributions = event.knowledgeBaseContributions ?? null;
      return { type: event.type, at, period: event.period as Period, knowledgeBaseContributions };
    }
    case 'miss.waived':
      return {
        type: event.type,
        at,
        request: event.request,
        target: event.target,
        reason: event.reason,
        by: event.by,
      };
    case 'obligation.performed':
      return { type: event.type, at, obligation: event.obligation };
    case 'obligation.excused': {
      const { obligation, days, reason, by } = event;
      return { type: event.type, at, obligation, days, reason, by };
    }
    case 'termination.exercised':
      return { type: event.type, at, by: event.by };
    case 'termination.agreed':
      return { type: event.type, at, effectiveAt: instant(event.effectiveAt) };
    case 'amendment.agreed':
      return amendmentEvent(placed, event.reason);
    default:
      return partyEvent(event, at);
  }
}

/** The parties' other words about their contract. */
function partyEvent(event: ScenarioEvent, at: PlacedEvent['at']): ContractEvent {
  switch (event.type) {
    case 'termination.noticed':
      return { type: event.type, at, by: event.by };
    case 'terminationRight.waived':
    case 'renewal.objected':
      return { ...event, at };
    case 'statement.accepted':
      return { type: event.type, at, period: event.period as Period, party: event.party, by: event.party };
    case 'statement.contested': {
      const { line, party, reason } = event;
      return { type: event.type, at, period: event.period as Period, line, party, reason, by: party };
    }
    case 'statement.decided': {
      const { line, decision, reason, by } = event;
      return { type: event.type, at, period: event.period as Period, line, decision, reason, by };
    }
    default:
      throw new Error(`${event.type} is no event of a contract`);
  }
}

function amendmentEvent({ amended, at }: PlacedEvent, reason: string): ContractEvent {
  if (!amended) throw new Error('the terms of the amendment were not made');
  const { number, effectiveAt, terms, text } = amended;
  return { type: 'amendment.agreed', at, amendment: number, effectiveAt, reason, terms, text };
}

function severityOf(event: Extract<ScenarioEvent, { urgency: unknown }>): Severity {
  const { urgency, impact, coreBusinessDown = false, severeSecurityRisk = false } = event;
  return { urgency, impact, coreBusinessDown, severeSecurityRisk };
}
