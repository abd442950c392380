/** The kinds of differences that the three-way check knows. They are stable: programs may tell them apart. */
export const DIFFERENCE_KINDS = {
  'ledger.broken': 'the chain of the ledger does not hold',
  'ledger.notFolded': 'the core gives other lines than were written',
  'ledger.lineUntold': 'no workflow history tells of a line',
  'receipt.differs': 'a decision, made again, is not what was kept of it',
  'readModel.differs': 'the read model is not the fold of the ledger',
  'history.absent': 'there is no history of an owner',
  'history.lineLost': 'a history tells of a line that the ledger does not have',
  'history.lineDiffers': 'a history tells of another line in this place',
  'history.stateDiffers': 'a history has seen another state',
  'history.changed': 'a stored history is not the one that was exported',
  'history.runLost': 'a run is named that neither Temporal nor the export has',
  'history.interference': 'somebody acted on a workflow past the contract',
  'document.missing': 'a line that brings a document about has none',
  'document.withoutEvent': 'no line of the ledger brings the document about',
  'document.untold': 'the ledger does not tell of a stored document',
  'document.lost': 'the ledger tells of a document that is not stored',
  'document.changed': 'the bytes of a document are not those that its hash names',
  'totals.differ': 'amounts of the ledger do not add up to what the contract comes to',
} as const;

export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** One place in which the histories, the ledger, the read model and the documents do not tell one story. */
export interface StoryDifference {
  readonly kind: DifferenceKind;
  /** What it is about: `line 12`, `invoice 2025-01`, a workflow. */
  readonly where: string;
  readonly detail: string;
}
