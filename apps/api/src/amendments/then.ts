import { type ContractText } from '#domain/command';
import { inForce } from '#domain/contract/amendments';
import { type AmendmentState, type ContractState } from '#domain/contract/state';
import { termsAt, type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { textOf } from '#persistence/queries/contracts';
import { linesOfKind } from '#persistence/queries/ledger';
import { type KnownContract } from '../contracts/contract-reader.js';

/** What holds at an instant: the terms, and the amendments that made them what they are. */
export interface TermsThen {
  readonly terms: Terms;
  readonly amendments: readonly AmendmentState[];
  /** Since when they hold as they are; null: from the beginning. */
  readonly since: Instant | null;
  /** Until when; null: to the end of the term. */
  readonly until: Instant | null;
}

/**
 * The terms that held at an instant, or will by what has been agreed on so far. An amendment that a contract ends before
 * never takes effect.
 */
export function termsThen({ terms, row: { state } }: KnownContract, at: Instant): TermsThen {
  const agreed = agreedAmendments(state);
  return {
    terms: bare(termsAt(chain(terms, agreed), at)),
    amendments: agreed.filter(({ effectiveAt }) => effectiveAt <= at),
    since: agreed.findLast(({ effectiveAt }) => effectiveAt <= at)?.effectiveAt ?? null,
    until: agreed.find(({ effectiveAt }) => effectiveAt > at)?.effectiveAt ?? null,
  };
}

/** The terms with which a contract comes to its end, by what is agreed on so far. */
export function termsAtLast(known: KnownContract): Terms {
  const last = agreedAmendments(known.row.state).at(-1);
  return last ? bare(last.terms) : bare(known.terms);
}

/** What held, or will, right before an amendment: it is compared with what it goes on from. */
export function termsBefore(known: KnownContract, effectiveAt: Instant, id: string | null): TermsThen {
  const { row } = known;
  const amendments = row.state.amendments.filter((each) => each.id !== id);
  const without = { ...known, row: { ...row, state: { ...row.state, amendments } } };
  return termsThen(without, addSeconds(effectiveAt, -1));
}

/** Terms by themselves, without those that they replaced. */
function bare({ earlier: _, ...terms }: Terms): Terms {
  return terms;
}

function agreedAmendments({ amendments, end, earlyEndAt }: ContractState): AmendmentState[] {
  const endsAt = end?.at ?? earlyEndAt;
  return amendments.filter(
    ({ status, effectiveAt }) =>
      status === 'effective' || (status === 'agreed' && (endsAt === null || effectiveAt < endsAt)),
  );
}

function chain(terms: Terms, agreed: readonly AmendmentState[]): Terms {
  return inForce(terms, {
    amendments: agreed.map((each): AmendmentState => ({ ...each, status: 'effective' })),
  });
}

/** The texts of a contract: as it was signed, and as each amendment has it, which the ledger keeps. */
export class Texts {
  private constructor(
    private readonly signed: ContractText,
    private readonly amended: ReadonlyMap<string, ContractText>,
  ) {}

  static async of({ row, em }: Pick<KnownContract, 'row' | 'em'>): Promise<Texts> {
    const signed = await textOf(em, row.id);
    const kinds = ['amendment.sent', 'amendment.agreed'];
    const lines = row.state.amendments.length > 0 ? await linesOfKind(em, row.id, kinds) : [];
    const amended = lines.flatMap(({ event }) => {
      const { amendment, text } = (event ?? {}) as { amendment?: string; text?: ContractText };
      return amendment !== undefined && text !== undefined ? [[amendment, text] as const] : [];
    });
    return new Texts(signed, new Map(amended));
  }

  /** The text that goes with the last of some amendments; that of the signed contract where there is none. */
  under(amendments: readonly Pick<AmendmentState, 'id'>[]): ContractText {
    const last = amendments.at(-1);
    return (last && this.amended.get(last.id)) ?? this.signed;
  }
}
