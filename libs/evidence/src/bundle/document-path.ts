import { type StoredDocument } from '#persistence/queries/documents';

/** Where a document lies in an archive: `documents/00006-C-1-invoice-2025-03.en.pdf`. */
export function documentPath({
  ledgerSequence,
  fileName,
}: Pick<StoredDocument, 'ledgerSequence' | 'fileName'>): string {
  return `documents/${String(ledgerSequence).padStart(5, '0')}-${fileName}`;
}
