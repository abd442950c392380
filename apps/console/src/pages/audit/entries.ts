import { type QueryClient } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';

export type Entry = components['schemas']['LedgerEntry'];
type Told = components['schemas']['Timeline']['past']['items'][number];

/** An entry with the sentence that says it; null where the timeline does not tell it. */
export interface ToldEntry extends Entry {
  readonly text: Told['text'] | null;
}

export interface EntryPage {
  readonly items: readonly ToldEntry[];
  readonly next: string | null;
}

/** Two cursors in one: the ledger has the proof, the timeline the words. Both go from the latest entry backwards. */
const BETWEEN = ' ';

/** A page of the ledger, in words. */
export async function entryPage(
  contract: string,
  cursor: string | undefined,
  limit: number,
): Promise<EntryPage> {
  const [ledgerCursor, timelineCursor] = cursor?.split(BETWEEN) ?? [];
  const path = { contract };
  const [ledger, timeline] = await Promise.all([
    answered(
      client.GET('/api/v1/contracts/{contract}/ledger', {
        params: {
          path,
          query: { order: 'desc', limit, ...(ledgerCursor !== undefined && { cursor: ledgerCursor }) },
        },
      }),
    ),
    answered(
      client.GET('/api/v1/contracts/{contract}/timeline', {
        params: {
          path,
          query: { upcoming: 0, limit, ...(timelineCursor !== undefined && { cursor: timelineCursor }) },
        },
      }),
    ),
  ]);
  const texts = new Map(timeline.past.items.map(({ sequence, text }) => [sequence, text]));
  const items = ledger.items.map((entry) => ({ ...entry, text: texts.get(entry.sequence) ?? null }));
  const next = ledger.next === null ? null : [ledger.next, timeline.past.next ?? ''].join(BETWEEN);
  return { items, next };
}

const MOST = 200;

/** One entry: the API has none by its number, so the ledger is read back to it. Pages that were read are kept. */
export async function findEntry(
  queries: QueryClient,
  contract: string,
  sequence: number,
): Promise<ToldEntry | null> {
  let cursor: string | undefined;
  do {
    const at = cursor;
    const page: EntryPage = await queries.fetchQuery({
      queryKey: ['ledger-walk', contract, at ?? null],
      queryFn: () => entryPage(contract, at, MOST),
      staleTime: 60_000,
    });
    const found = page.items.find((entry) => entry.sequence === sequence);
    if (found) return found;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return null;
}

/** Which receipt an entry of a kind has. */
const DECISIONS: Readonly<Record<string, string>> = {
  'request.recorded': 'priority',
  'request.reclassified': 'priority',
  'target.missed': 'miss',
  'penalty.fixed': 'penalty',
  'charge.fixed': 'penalty',
  'month.assessed': 'month',
  'month.reassessed': 'month',
  'terminationRight.arisen': 'terminationRight',
  'terminationRight.lost': 'terminationRight',
  'invoice.issued': 'invoice',
};

/** The id of the receipt of what an entry decides; null for one that decides nothing. */
export function receiptOf({ kind, sequence }: Pick<Entry, 'kind' | 'sequence'>): string | null {
  const decision = DECISIONS[kind];
  return decision === undefined ? null : `${sequence}-${decision}`;
}
