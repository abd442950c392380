import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Files } from './files';

export type Proof = components['schemas']['ProofReport'];
export type Acceptance = components['schemas']['AcceptanceReport'];

interface Wish {
  readonly template: string;
  readonly version: string;
  /** What is being typed; left out, the saved version is looked at. */
  readonly files?: Files;
  readonly signal?: AbortSignal;
}

/** Runs the proof of the rules. */
export function prove(wish: Wish): Promise<Proof> {
  return answered(client.POST('/api/v1/templates/{template}/versions/{version}/prove', callOf(wish)));
}

/** Runs the acceptance cases. */
export function accept(wish: Wish): Promise<Acceptance> {
  return answered(client.POST('/api/v1/templates/{template}/versions/{version}/test', callOf(wish)));
}

function callOf({ template, version, files, signal }: Wish) {
  return {
    params: { path: { template, version } },
    body: { ...(files && { files }) },
    ...(signal && { signal }),
  };
}
