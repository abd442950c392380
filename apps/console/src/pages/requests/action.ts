import { type Severity } from './use-foreseen';
import { type components } from '#client/openapi';
import { instantOf } from '~/parts/zoned';

export type RequestAction = components['schemas']['RequestAction'];
export type ActionType = RequestAction['type'];

/** In the order of a request's life. */
export const ACTIONS = [
  'respond',
  'workaround',
  'path',
  'resolve',
  'close',
  'rate',
  'reopen',
  'pause',
  'resume',
  'reclassify',
] as const satisfies readonly ActionType[];

/** What a party may do to its own requests; it never says when something was. */
export const OF_PARTY: readonly ActionType[] = ['close', 'reopen', 'rate'];

/** An action as it is being filled in. */
export interface ActionDraft extends Severity {
  readonly when: string;
  readonly lateReason: string;
  readonly reason: string;
  readonly score: number;
}

export function actionOf(type: ActionType, draft: ActionDraft, zone: string): RequestAction {
  const at = instantOf(draft.when, zone);
  const late = draft.lateReason.trim();
  const told = { ...(at !== null && { at }), ...(late !== '' && { lateReason: late }) };
  switch (type) {
    case 'pause':
      return { type, reason: draft.reason, ...told };
    case 'reclassify': {
      const { urgency, impact, coreBusinessDown, severeSecurityRisk, reason } = draft;
      return { type, urgency, impact, coreBusinessDown, severeSecurityRisk, reason, ...told };
    }
    case 'rate':
      return { type, score: draft.score, ...told };
    default:
      return { type, ...told };
  }
}
