import { type components } from '#client/openapi';

export type Request = components['schemas']['Request'];
export type Target = Request['targets'][number];
export type Segment = Target['segments'][number];
export type WhatIf = components['schemas']['WhatIf'];

/** The instant up to which everything is known: now, or where a manual clock stands. */
export function knownThrough({ clock, accountedThrough }: Request, now: number): number {
  return clock === 'manual' ? Date.parse(accountedThrough) : now;
}

export interface OfRequest {
  readonly request: Request;
  readonly zone: string;
}
