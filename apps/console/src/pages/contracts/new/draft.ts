import { type components } from '#client/openapi';
import { type ParameterValue } from '../contract/parameters';

type NewContract = components['schemas']['NewContract'];

/** What the form holds; members are named as those of the body, so that faults find their fields. */
export interface Draft {
  readonly template: string;
  readonly clock: 'real' | 'manual';
  readonly clientId: string;
  readonly id?: string;
  readonly parties: NewContract['parties'];
  readonly parameters: Readonly<Record<string, ParameterValue | null | undefined>>;
}

export const STEPS = ['template', 'parties', 'terms', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** The step on which a member is filled in. */
export function stepOf(path: string): Step {
  if (path.startsWith('parameters')) return 'terms';
  if (path.startsWith('parties') || path === 'clientId' || path === 'id') return 'parties';
  return 'template';
}
