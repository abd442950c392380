import { CHINESE_EVENT_NAMES } from '~/words/event-names';
import { useLanguage } from '~/words/words';
import { api } from './api';
import { useMay } from './policy';

/** A kind of what happens in contracts: `invoice.issued`, its type as an event, and its name in the language of the page. */
export interface EventKind {
  readonly kind: string;
  readonly type: string;
  readonly name: string;
}

/** Every kind that ledgers and webhooks know, as the API lists them; none until it has answered. */
export function useEventKinds(): readonly EventKind[] {
  const may = useMay();
  const language = useLanguage();
  const { data } = api.useQuery(
    'get',
    '/api/v1/event-types',
    {},
    { enabled: may('GET /api/v1/event-types'), staleTime: Infinity },
  );
  return (data?.items ?? []).flatMap(({ kind, type, summary }) =>
    kind === null ? [] : [{ kind, type, name: language === 'en' ? summary : chineseName(kind) }],
  );
}

function chineseName(kind: string): string {
  return (CHINESE_EVENT_NAMES as Readonly<Record<string, string>>)[kind] ?? kind;
}
