import { contentHash } from '#decisions/hash';
import { type StatementLine } from './statement.js';

/** What identifies a line that is kept already. */
export interface KnownLine {
  readonly id: string;
  readonly account: string;
  readonly bookedOn: string;
  readonly amount: number;
  readonly currency: string;
  readonly bankReference: string | null;
  readonly fingerprint: string;
  readonly ordinal: number;
}

/** A line that no statement has brought before, with the names it is to be kept under. */
export interface FreshLine {
  readonly id: string;
  readonly line: StatementLine;
  readonly fingerprint: string;
  /** Its place among lines of its account that say the same. */
  readonly ordinal: number;
}

export interface SortedLines {
  readonly fresh: readonly FreshLine[];
  /** How many lines were there before, in an earlier file or earlier in this one. */
  readonly known: number;
  /** Known lines whose bank reference only this file says. */
  readonly learnt: readonly { readonly id: string; readonly bankReference: string }[];
}

/**
 * Hash of what a line says: account, day, amount, payer, reference. Width, case and spaces do not matter, nor in which
 * format the line came. The bank's own reference is not in it, as one format may say it and the other not.
 */
export function fingerprintOf(line: StatementLine): string {
  const { account, bookedOn, amount, currency, payerName, payerAccount, reference } = line;
  return contentHash([account, bookedOn, amount, currency, plain(payerName), payerAccount, plain(reference)]);
}

/**
 * Which lines of a file are new. The same line counts once, wherever it comes from:
 *
 * 1. A line with a bank reference is one that has the same reference, day and amount. (Reference alone would not do:
 *    some banks number each day anew, or give a payment and its fee one number.)
 * 2. Otherwise, and where only one of the two has a reference, it is one that says the same and has not been paired yet.
 *    So of n equal lines in the file and m that are kept, n - m are new: two real equal payments on one day stay two,
 *    and the same file, or one that overlaps, adds nothing.
 *
 * Within one file two equal lines without a bank reference are two. `known` must hold, of the accounts in the file, at
 * least the lines with its fingerprints or its bank references. The order of the lines does not matter.
 */
export function sortLines(lines: readonly StatementLine[], known: readonly KnownLine[]): SortedLines {
  const sorter = new LineSorter(known);
  // First what the bank names, as that says for certain which line is meant.
  for (const line of lines.toSorted(byNames)) sorter.sort(line);
  return { fresh: sorter.fresh, known: lines.length - sorter.fresh.length, learnt: sorter.learnt };
}

class LineSorter {
  readonly fresh: FreshLine[] = [];
  readonly learnt: { id: string; bankReference: string }[] = [];
  private readonly paired = new Set<string>();
  private readonly idsByName: Map<string, string>;
  private readonly kept: Map<string, KnownLine[]>;
  private readonly ordinals: Map<string, number>;

  constructor(known: readonly KnownLine[]) {
    const named = known.filter(({ bankReference }) => bankReference !== null);
    this.idsByName = new Map(named.map((line) => [nameOf(line), line.id]));
    this.kept = Map.groupBy(known, ({ fingerprint }) => fingerprint);
    this.ordinals = new Map(
      [...this.kept].map(([print, some]) => [print, Math.max(...some.map(({ ordinal }) => ordinal))]),
    );
  }

  sort(line: StatementLine): void {
    const { bankReference } = line;
    const named = bankReference === null ? undefined : this.idsByName.get(nameOf(line));
    if (named !== undefined) {
      this.paired.add(named);
      return;
    }
    const fingerprint = fingerprintOf(line);
    const same = (this.kept.get(fingerprint) ?? []).find(
      ({ id, bankReference: its }) => !this.paired.has(id) && (bankReference === null || its === null),
    );
    const id = same?.id ?? this.add(line, fingerprint);
    this.paired.add(id);
    if (bankReference === null) return;
    this.idsByName.set(nameOf(line), id);
    if (same) this.learnt.push({ id, bankReference });
  }

  private add(line: StatementLine, fingerprint: string): string {
    const ordinal = (this.ordinals.get(fingerprint) ?? 0) + 1;
    this.ordinals.set(fingerprint, ordinal);
    const id = lineId(line.account, fingerprint, ordinal);
    this.fresh.push({ id, line, fingerprint, ordinal });
    return id;
  }
}

function byNames(a: StatementLine, b: StatementLine): number {
  const [first, second] = [a, b].map(({ bankReference, endToEndId }) =>
    // What has a bank reference comes before what has none.
    JSON.stringify([bankReference === null ? 1 : 0, bankReference, endToEndId]),
  );
  if (first === second) return 0;
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** A line's name in addresses: always the same for the same line. */
function lineId(account: string, fingerprint: string, ordinal: number): string {
  return `L${contentHash([account, fingerprint, ordinal]).slice('sha256:'.length, 'sha256:'.length + 20)}`;
}

function nameOf(
  line: Pick<KnownLine, 'account' | 'bookedOn' | 'amount' | 'currency' | 'bankReference'>,
): string {
  return JSON.stringify([line.account, line.bookedOn, line.amount, line.currency, line.bankReference]);
}

function plain(text: string | null): string | null {
  return text === null ? null : text.normalize('NFKC').toUpperCase().replaceAll(/\s+/gu, '');
}
