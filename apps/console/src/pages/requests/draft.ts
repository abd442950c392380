import { type components } from '#client/openapi';
import { type Severity } from './use-foreseen';
import { instantOf } from '~/parts/zoned';

export type Channel = NonNullable<components['schemas']['NewRequest']['channel']>;
export type Level = Severity['urgency'];

/** A request as it is being written down. */
export interface Draft {
  readonly contract: string;
  readonly urgency: Level | null;
  readonly impact: Level | null;
  readonly coreBusinessDown: boolean;
  readonly severeSecurityRisk: boolean;
  /** As `<input type="datetime-local">` has it; empty where it came just now. */
  readonly received: string;
  readonly channel: Channel | null;
}

const KEY = 'pacta.requests.last';

/** A new draft: contract and channel are those of the last time, nothing else is. */
export function newDraft(): Draft {
  const { contract = '', channel = null } = remembered();
  return {
    contract,
    channel,
    urgency: null,
    impact: null,
    coreBusinessDown: false,
    severeSecurityRisk: false,
    received: '',
  };
}

export function remember({ contract, channel }: Draft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ contract, channel }));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function remembered(): Partial<Pick<Draft, 'contract' | 'channel'>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as object;
  } catch {
    return {};
  }
}

/** What the rules look at, as soon as both levels are said; either circumstance decides alone. */
export function severityOf(draft: Draft): Severity | null {
  const { urgency, impact, coreBusinessDown, severeSecurityRisk } = draft;
  if (urgency === null || impact === null) return null;
  return { urgency, impact, coreBusinessDown, severeSecurityRisk };
}

/** `at` is left out: the API takes now, or where a manual clock stands. */
export function bodyOf(draft: Draft, zone: string): components['schemas']['NewRequest'] {
  const { urgency, impact, coreBusinessDown, severeSecurityRisk, received, channel } = draft;
  const receivedAt = instantOf(received, zone);
  return {
    urgency: urgency ?? 'low',
    impact: impact ?? 'low',
    coreBusinessDown,
    severeSecurityRisk,
    ...(receivedAt !== null && { receivedAt }),
    ...(channel !== null && { channel }),
  };
}
