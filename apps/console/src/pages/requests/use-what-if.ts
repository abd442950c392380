import { api } from '~/api/api';
import { type Request, type WhatIf } from './request';

export type WhatIfEvent = WhatIf['event'];

/** What would become of a request. Nothing is written by it. */
export function useWhatIf({ contract, request }: Request, event: WhatIfEvent, reason: string) {
  const query = { event, ...(event === 'pause' && reason !== '' && { reason }) };
  return api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/requests/{request}/what-if',
    { params: { path: { contract, request }, query } },
    { retry: false },
  );
}
