import { type FactsAt } from '#execution/facts-at';
import { type DocumentLanguage } from '#persistence/entities/document';
import { type LedgerLine } from '#persistence/ledger';
import { type ParameterDefinition } from '#templates/template';

/** The numbers of a contract's invoices and credit notes, by the invoice's month. */
export interface PaperNumbers {
  readonly invoice: Readonly<Record<string, string>>;
  readonly creditNote: Readonly<Record<string, string>>;
}

/** What is to be rendered: the documents of one line, as things stood then. Plain data: it goes to a thread. */
export interface PressOrder {
  readonly facts: FactsAt;
  readonly numbers: PaperNumbers;
  /** What the parameters are called that an amendment changes. */
  readonly labels: readonly ParameterDefinition[];
  readonly languages: readonly DocumentLanguage[];
}

/** A document as rendered. The same order gives the same bytes. */
export interface PressedPaper {
  readonly kind: string;
  readonly key: string | null;
  readonly language: DocumentLanguage;
  readonly mediaType: string;
  readonly number: string | null;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What takes long: folding a ledger, and rendering. */
export interface PaperPress {
  /** The facts as of a line, of the ledger through its step. */
  facts(lines: readonly LedgerLine[], contract: string, sequence: number): Promise<FactsAt>;
  /** Renders the documents of a line; none where the line brings none about. */
  press(order: PressOrder): Promise<readonly PressedPaper[]>;
  /** Gives up what is being done. */
  end(): Promise<void>;
}

/** Names the {@link PaperPress} among the providers. */
export const PAPER_PRESS = Symbol('PaperPress');
