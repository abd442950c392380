import { type IncidentCommand } from '#domain/command';
import { type Instant } from '#domain/time/instant';
import { type ActionType, type RequestAction } from './request-schemas.js';

/** What each action means to the contract. */
export const EVENT_OF_ACTION: Readonly<
  Record<ActionType, Exclude<IncidentCommand['type'], 'contract.ended'>>
> = {
  respond: 'request.responded',
  workaround: 'request.workaround',
  path: 'request.path',
  resolve: 'request.resolved',
  close: 'request.closed',
  reopen: 'request.reopened',
  pause: 'request.paused',
  resume: 'request.resumed',
  reclassify: 'request.reclassified',
  rate: 'request.rated',
};

/** An action as a command to the request. */
export function commandOfAction(action: RequestAction, at: Instant): IncidentCommand {
  switch (action.type) {
    case 'pause':
      return { type: 'request.paused', at, reason: action.reason };
    case 'rate':
      return { type: 'request.rated', at, score: action.score };
    case 'reclassify': {
      const { urgency, impact, coreBusinessDown, severeSecurityRisk, reason } = action;
      return {
        type: 'request.reclassified',
        at,
        severity: { urgency, impact, coreBusinessDown, severeSecurityRisk },
        reason,
      };
    }
    case 'respond':
      return { type: 'request.responded', at };
    case 'workaround':
      return { type: 'request.workaround', at };
    case 'path':
      return { type: 'request.path', at };
    case 'resolve':
      return { type: 'request.resolved', at };
    case 'close':
      return { type: 'request.closed', at };
    case 'reopen':
      return { type: 'request.reopened', at };
    case 'resume':
      return { type: 'request.resumed', at };
  }
}
