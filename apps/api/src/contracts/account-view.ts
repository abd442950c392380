import { type EntityManager } from '@mikro-orm/postgresql';
import { type Clerk } from '#decisions/clerk';
import { byInstantRequestTarget, capBookOf, fixPenalties, openMisses } from '#domain/contract/account';
import { withAccruing } from '#domain/contract/interest';
import { type Charge, type ContractState, type FixedMiss } from '#domain/contract/state';
import { subtractFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type CapTerms, type ConsequenceTerms, type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { incidentsWithMisses } from '#persistence/queries/incidents';
import { asOf, type KnownContract } from './contract-reader.js';

/** The misses of a contract: those whose penalty is fixed, and those of a month still open, as they are accruing. */
export interface Account {
  readonly fixed: readonly FixedMiss[];
  readonly accruing: readonly FixedMiss[];
}

/** What the misses cost, by the same functions that a month close uses. Annulled ones are left out. */
export async function accountOf(known: KnownContract, em: EntityManager, clerk: Clerk): Promise<Account> {
  const { row, terms } = known;
  const { state } = row;
  const requests = (await incidentsWithMisses(em, row.id)).map((incident) => incident.state);
  const open = openMisses(state, requests);
  const accruing = await clerk.answering((answers) =>
    fixPenalties(terms, state, open, asOf(known), { requests, answers }),
  );
  const fixed = state.misses.filter((miss) => miss.annulledAt === null).toSorted(byInstantRequestTarget);
  return { fixed, accruing };
}

/**
 * What would be fixed if it were looked at now, beside what is: a delay that goes on, and interest on what is overdue.
 * Amounts are differences to what was fixed before.
 */
export async function accruingCharges(known: KnownContract, clerk: Clerk): Promise<readonly Charge[]> {
  const { row, terms } = known;
  const { state } = row;
  const at = asOf(known);
  return clerk.answering((answers) => {
    const accruing = withAccruing(terms, state, at, { requests: [], answers });
    const charges = accruing.charges.slice(state.charges.length);
    return charges.filter(({ amount }) => amount !== ZERO_FEN);
  });
}

/** How much of a cap is fixed, and how much fits under it. */
export interface CapRoom {
  readonly consequence: ConsequenceTerms;
  readonly cap: CapTerms;
  /** Null for a cap on each obligation, month or invoice: there is no one window. */
  readonly room: { readonly used: Fen; readonly left: Fen } | null;
}

/** Every cap of a contract with the room that is left in the window that holds an instant. */
export function capRooms(terms: Terms, state: ContractState, at: Instant): CapRoom[] {
  const month = terms.schedule.findLast(({ from }) => from <= at) ?? terms.schedule[0];
  if (!month) return [];
  return terms.consequences.flatMap((consequence) =>
    consequence.caps.map((cap): CapRoom => {
      if (cap.window === 'each') return { consequence, cap, room: null };
      const left = capBookOf(state, consequence, [cap]).room(month.period, '');
      return { consequence, cap, room: { used: subtractFen(cap.amount, left), left } };
    }),
  );
}
