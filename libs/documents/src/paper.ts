import { type Instant } from '#domain/time/instant';
import { type PlainDate } from '#domain/time/dates';

/** The language a document is written in. */
export type PaperLanguage = 'zh-CN' | 'en';

/** What the parties get to hold. Each is named by its kind and its key: a period, a number, or nothing. */
export const PAPER_KINDS = [
  'contract',
  'amendment',
  'invoice',
  'creditNote',
  'report',
  'statement',
  'terminationNotice',
  'settlement',
  'evidence',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * A document before it is set: what it says, in order, without a word about fonts or page sizes. The same paper is set
 * as PDF and, for contract and report, as DOCX; the same paper gives the same bytes.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly language: PaperLanguage;
  /** Names the document beside its kind: `2025-03`, `A-1`; the file is `KIND-KEY.pdf`, or `KIND.pdf` without one. */
  readonly key: string | null;
  readonly title: string;
  /** The line under the title: what it belongs to. */
  readonly subtitle: string | null;
  /** The number printed on each page: the contract's, the invoice's. */
  readonly number: string;
  /** The day printed as the document's. */
  readonly date: PlainDate;
  /** When what it says became known. It is the creation date in the file: no clock of the machine gets into it. */
  readonly at: Instant;
  /** Printed across each page where it is no original: a draft, a rehearsal. Null for an original. */
  readonly watermark: string | null;
  readonly tableOfContents: boolean;
  readonly body: readonly Block[];
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FactsBlock
  | TableBlock
  | ChartBlock
  | PartiesBlock
  | SignaturesBlock
  | AmountBlock
  | { readonly type: 'pageBreak' };

/** Level 1 and 2 stand in the table of contents. `number` is the clause's. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly number: string | null;
  readonly text: string;
}

/** `note` is small print; `lead` stands out. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly style: 'body' | 'note' | 'lead';
  readonly text: string;
}

export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly string[];
}

/** Labels with their values, two columns. */
export interface FactsBlock {
  readonly type: 'facts';
  readonly rows: readonly (readonly [label: string, value: string])[];
}

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Share of the width; the shares of a table are added up. */
  readonly share: number;
}

/** `rows` have a cell for each column; `total` is set off. An empty table prints `empty` instead of its rows. */
export interface TableBlock {
  readonly type: 'table';
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
  readonly empty: string;
}

/** Bars side by side for each label, one colour for each series. A null value has no bar and prints as n/a. */
export interface ChartBlock {
  readonly type: 'chart';
  readonly caption: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly unit: string;
  /** The top of the value axis where it is fixed (100 for percent); null to fit the values. */
  readonly top: number | null;
}

/** One party's block: its role (client 客户, provider 服务商), its name, and its lines. */
export interface PartyPanel {
  readonly role: string;
  readonly name: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

/** Both parties side by side. */
export interface PartiesBlock {
  readonly type: 'parties';
  readonly client: PartyPanel;
  readonly provider: PartyPanel;
}

/** Where each party signs; a signature already given prints its signer and its instant, an open one a blank line. */
export interface SignaturesBlock {
  readonly type: 'signatures';
  readonly panels: readonly {
    readonly role: string;
    readonly name: string;
    readonly signers: readonly {
      readonly name: string;
      readonly title: string;
      /** As printed; null while unsigned. */
      readonly signedAt: string | null;
    }[];
  }[];
}

/** An amount in figures and in capitals 大写. Nothing is issued where the two do not say the same. */
export interface AmountBlock {
  readonly type: 'amount';
  readonly label: string;
  /** `20000.00` */
  readonly figures: string;
  /** `人民币贰万元整` */
  readonly capitals: string;
}
