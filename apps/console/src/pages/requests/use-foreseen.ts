import { type components } from '#client/openapi';
import { api } from '~/api/api';

export type Severity = components['schemas']['Request']['severity'];
export type Foreseen = components['schemas']['ForeseenRequest'];

/** What the contract would make of a severity now: by its own rules, and nothing is written by it. */
export function useForeseen(contract: string, severity: Severity | null) {
  const {
    urgency = 'low',
    impact = 'low',
    coreBusinessDown = false,
    severeSecurityRisk = false,
  } = severity ?? {};
  return api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/foreseen-request',
    {
      params: {
        path: { contract },
        query: {
          urgency,
          impact,
          coreBusinessDown: coreBusinessDown ? 'true' : 'false',
          severeSecurityRisk: severeSecurityRisk ? 'true' : 'false',
        },
      },
    },
    { enabled: contract !== '' && severity !== null, retry: false, staleTime: 30_000 },
  );
}
