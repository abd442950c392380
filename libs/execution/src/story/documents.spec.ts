import { instant } from '#domain/time/instant';
import { type LedgerLine } from '#persistence/ledger';
import { type DocumentFact } from '#persistence/queries/story';
import { documentDifferences } from './documents.js';

const HASH = `sha256:${'a'.repeat(64)}`;

const line = (sequence: number, kind: string, payload: LedgerLine['payload']): LedgerLine => ({
  contractId: 'C-1',
  sequence,
  owner: 'contract',
  ownerVersion: sequence,
  kind,
  at: instant('2025-01-01T00:00:00Z'),
  recordedAt: instant('2025-01-01T00:00:00Z'),
  actor: 'system',
  clause: '3.1',
  request: null,
  payload,
  event: null,
  previousHash: '',
  hash: '',
});

const stored = (over: Partial<DocumentFact> = {}): DocumentFact => ({
  ledgerSequence: 1,
  kind: 'invoice',
  key: '2025-01',
  language: 'en',
  mediaType: 'application/pdf',
  sha256: HASH,
  size: 9,
  reckoned: HASH,
  bytes: 9,
  ...over,
});

const invoice = line(1, 'invoice.issued', { period: '2025-01', credited: '0.00' });
const told = line(2, 'document.issued', {
  source: 1,
  kind: 'invoice',
  key: '2025-01',
  language: 'en',
  mediaType: 'application/pdf',
  documentHash: HASH,
  size: 9,
});

function kinds(
  lines: readonly LedgerLine[],
  documents: readonly DocumentFact[],
  { unfinished = [], areTold = true }: { unfinished?: readonly number[]; areTold?: boolean } = {},
): string[] {
  const found = documentDifferences(lines, documents, { unfinished: new Set(unfinished), areTold });
  return found.map(({ kind }) => kind);
}

describe('documents beside the ledger', () => {
  it('tell the same where each is stored and told of', () => {
    expect(kinds([invoice, told], [stored()])).toEqual([]);
  });

  it('are missed where a line should have brought them about, but for those still to be made', () => {
    expect(kinds([invoice], [])).toEqual(['document.missing']);
    expect(kinds([invoice], [], { unfinished: [1] })).toEqual([]);
    const credited = line(1, 'invoice.issued', { period: '2025-01', credited: '1200.00' });
    expect(kinds([credited, told], [stored()])).toEqual(['document.missing']);
  });

  it('are found untold of, but for a rehearsal and for what a line sends for signing', () => {
    expect(kinds([invoice], [stored()])).toEqual(['document.untold']);
    expect(kinds([invoice], [stored()], { areTold: false })).toEqual([]);
    const sent = stored({ kind: 'contract', key: 'for-signature-aaaa' });
    const draft = line(1, 'contract.drafted', {});
    expect(kinds([draft], [sent])).toEqual(['document.untold']);
    expect(kinds([draft, line(2, 'contract.sent', { documentHash: HASH })], [sent])).toEqual([]);
  });

  it('are found lost, changed, and without an event of their kind and month', () => {
    expect(kinds([invoice, told], [stored({ sha256: `sha256:${'b'.repeat(64)}` })])).toEqual([
      'document.changed',
      'document.untold',
      'document.lost',
    ]);
    const other = line(1, 'invoice.issued', { period: '2025-02', credited: '0.00' });
    expect(kinds([other, told], [stored()])).toEqual(['document.withoutEvent']);
  });
});
