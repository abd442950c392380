import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';

export type Entry = components['schemas']['LedgerEntry'];
export type EntryInWords = components['schemas']['ToldLedgerEntry'];

/** An entry with the sentence that says it. */
export interface ToldEntry extends Entry {
  readonly text: EntryInWords['text'] | null;
}

export interface EntryPage {
  readonly items: readonly ToldEntry[];
  readonly next: string | null;
}

/** Which entries are wanted: those of a request, those of a kind. */
export interface EntryFilter {
  readonly request?: string | undefined;
  readonly kind?: string | undefined;
}

/** A page of the ledger, in words, the latest entry first. */
export async function entryPage(
  contract: string,
  { request, kind }: EntryFilter,
  cursor: string | undefined,
): Promise<EntryPage> {
  const { items, texts, next } = await answered(
    client.GET('/api/v1/contracts/{contract}/ledger', {
      params: {
        path: { contract },
        query: {
          order: 'desc',
          limit: 50,
          ...(cursor !== undefined && { cursor }),
          ...(request !== undefined && { request }),
          ...(kind !== undefined && { kind }),
        },
      },
    }),
  );
  const words = new Map(texts.map(({ sequence, text }) => [sequence, text]));
  return { items: items.map((entry) => ({ ...entry, text: words.get(entry.sequence) ?? null })), next };
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
