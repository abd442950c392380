import { useQuery } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';

export type Severity = components['schemas']['Request']['severity'];

/** What the rules of a contract make of a severity before anything is recorded. */
export interface Foreseen {
  readonly priority: string | null;
  readonly clause: string;
  readonly sentences: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] };
}

/** Rule sets may look at parameters too; those of a priority look at these four. */
const SET = 'priority';

/** Asks the rules of a template's version, where the role may. Nothing is written by it. */
export function useForeseen(
  template: { readonly id: string; readonly version: string } | undefined,
  severity: Severity | null,
) {
  const may = useMay()('POST /api/v1/templates/:template/versions/:version/explain');
  const query = useQuery({
    queryKey: ['explain', template, severity],
    enabled: may && template !== undefined && severity !== null,
    staleTime: Infinity,
    retry: false,
    queryFn: () => foreseen(template ?? { id: '', version: '' }, severity),
  });
  return { may, query };
}

async function foreseen(
  { id, version }: { readonly id: string; readonly version: string },
  severity: Severity | null,
): Promise<Foreseen> {
  const path = { template: id, version };
  const { explanation, sentences } = await answered(
    client.POST('/api/v1/templates/{template}/versions/{version}/explain', {
      params: { path },
      body: { set: SET, facts: { ...severity } },
    }),
  );
  const { clause, outcome } = explanation as {
    readonly clause: string;
    readonly outcome: { readonly priority?: unknown } | null;
  };
  const priority = outcome?.priority;
  return { priority: typeof priority === 'string' ? priority : null, clause, sentences };
}
