import { sampleParties } from '#templates/parties';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { eventually, type TestStack } from './stack.js';

/** The body that drafts a contract: the reference template over the year 2026 and the next, unless told otherwise. */
export function newContract(
  parameters: Readonly<Record<string, unknown>> = {},
  members: Readonly<Record<string, unknown>> = {},
) {
  const term = { termStart: '2026-01-01', termMonths: 24, monthlyFee: '20000.00', penaltyPermille: '5' };
  return {
    template: 'it-support-2025',
    parameters: { ...term, ...parameters },
    parties: sampleParties,
    clientId: 'acme',
    ...members,
  };
}

/** A contract that follows the time of day, signed by both; it runs as soon as its workflow has started it. */
export async function activeContract(stack: TestStack): Promise<string> {
  const present = new Date().toISOString().slice(0, 7);
  const drafted = await stack.post<ContractDetail>(
    '/api/v1/contracts',
    newContract({ termStart: `${present}-01`, termMonths: 12 }),
  );
  const contract = drafted.body.id;
  await signedByBoth(stack, contract);
  await eventually(
    () => stack.get<ContractDetail>(`/api/v1/contracts/${contract}`),
    ({ body }) => body.status === 'active',
  );
  return contract;
}

/** A rehearsal that is active from the first instant of its term, 2025-01-01 in Shanghai. */
export async function rehearsalContract(
  stack: TestStack,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const body = newContract({ termStart: '2025-01-01', termMonths: 12, ...parameters }, { clock: 'manual' });
  const contract = (await stack.post<ContractDetail>('/api/v1/contracts', body)).body.id;
  await signedByBoth(stack, contract);
  return contract;
}

/** A rehearsal of any template, signed by both. */
export async function rehearsalOf(
  stack: TestStack,
  template: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<string> {
  const body = { template, parameters, parties: sampleParties, clientId: 'acme', clock: 'manual' };
  const contract = (await stack.post<ContractDetail>('/api/v1/contracts', body)).body.id;
  await signedByBoth(stack, contract);
  return contract;
}

export async function signedByBoth(stack: TestStack, contract: string): Promise<void> {
  const address = `/api/v1/contracts/${contract}`;
  await stack.post(`${address}/send`, {});
  await stack.post(`${address}/signatures`, { party: 'provider', signer: 'Li' });
  await stack.post(`${address}/signatures`, { party: 'client', signer: 'Wang' });
}
