/** What can be wrong with a bundle, by the names that do not change. */
export const FINDINGS = {
  'archive.unreadable': 'the archive cannot be read',
  'archive.layout': 'the archive is not laid out as it was written',
  'file.missing': 'the manifest lists a file that is not there',
  'file.unknown': 'a file is there that the manifest does not list',
  'file.changed': 'a file is not the one that the manifest lists',
  'manifest.unreadable': 'the manifest is missing or cannot be read',
  'seal.broken': 'the signature of the manifest does not fit',
  'seal.stranger': 'the manifest is signed by a key that signs no checkpoint',
  'seal.otherKey': 'nothing is signed by the key that was expected',
  'ledger.unreadable': 'a line of the ledger cannot be read',
  'ledger.missing': 'lines of the ledger are missing',
  'ledger.order': 'a line of the ledger is out of its place',
  'ledger.changed': 'a line of the ledger does not fit its hash',
  'ledger.unlinked': 'a line of the ledger does not follow the one before it',
  'ledger.cut': 'the ledger ends before the line that was last seen',
  'ledger.replaced': 'another ledger stands in the place of the one that was seen',
  'checkpoint.missing': 'a checkpoint is missing',
  'checkpoint.unreadable': 'a checkpoint cannot be read',
  'checkpoint.changed': 'the signature of a checkpoint does not fit',
  'checkpoint.unlinked': 'a checkpoint does not follow the one before it',
  'checkpoint.signer': 'a checkpoint is signed by a key that the one before it does not name',
  'proof.missing': 'no proof says that the last checkpoint saw this ledger',
  'proof.broken': 'a proof does not lead to the root of its checkpoint',
  'receipt.unreadable': 'a receipt cannot be read',
  'receipt.changed': 'a receipt does not fit its hash',
  'receipt.repeated': 'a decision has two receipts',
  'receipt.missing': 'a decision of the ledger has no receipt',
  'receipt.unfounded': 'a receipt rests on a line that the ledger does not have',
  'receipt.reckoning': 'the arithmetic of a receipt does not come to its result',
  'receipt.condition': 'a condition of a receipt did not turn out as it says',
  'rules.missing': 'rules, or a calendar, that a receipt names are not there',
  'rules.changed': 'rules, or a calendar, do not fit their hash',
  'document.missing': 'the ledger tells of a document that is not there',
  'document.untold': 'the ledger does not tell of a document',
  'document.changed': 'a document is not the one that was issued',
  'history.missing': 'a run of a workflow is missing',
  'history.changed': 'the history of a run does not fit its hash',
} as const;

export type FindingKind = keyof typeof FINDINGS;

/** One thing that is wrong. */
export interface Finding {
  readonly kind: FindingKind;
  /** A file, or a line or receipt in it: `ledger.jsonl line 12`. */
  readonly where: string;
  /** What was found there; empty where the kind says it all. */
  readonly detail: string;
}

export function finding(kind: FindingKind, where: string, detail = ''): Finding {
  return { kind, where, detail };
}
