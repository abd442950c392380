import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clerk } from '#decisions/clerk';
import { closedObject } from '#decisions/schema-faults';
import { delayRightAt, lateness, obligationDueAt } from '#domain/contract/obligations';
import { type Charge } from '#domain/contract/state';
import { formatYuan, sumFen, type Fen } from '#domain/money/fen';
import { accruingCharges } from '../contracts/account-view.js';
import { asOf, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { count, dateOut, flagIn, instantOut, listQuery, moneyOut, pageOut } from '../http/fields.js';
import { Problem } from '../http/problem.js';

export const obligationView = z
  .strictObject({
    contract: z.string(),
    obligation: z.string(),
    clause: z.string(),
    value: moneyOut,
    dueDate: dateOut.meta({ description: 'As the contract has it' }),
    dueAt: instantOut.meta({ description: 'The last instant in time; excused days move it on' }),
    excusedDays: count,
    performedAt: instantOut.nullable(),
    missed: z.boolean().meta({ description: 'Its due instant passed before it was performed' }),
    daysLate: count.meta({ description: 'A day that has begun counts; excused days do not' }),
    charged: moneyOut.meta({ description: 'What its delay costs as far as it is fixed' }),
    accruing: moneyOut.meta({ description: 'What would be fixed beside it if it were performed now' }),
    terminationRightAt: instantOut
      .nullable()
      .meta({ description: 'When its delay gives the client the right to terminate; null once performed' }),
  })
  .meta({ id: 'Obligation' });

export type ObligationView = z.infer<typeof obligationView>;

export const obligationList = pageOut(obligationView).meta({ id: 'ObligationList' });

export const obligationsQuery = closedObject({
  missed: z.exactOptional(flagIn),
  performed: z.exactOptional(flagIn),
  ...listQuery('asc'),
});

/** Shows the obligations of contracts. */
@Injectable()
export class ObligationsService {
  private readonly clerk = new Clerk();

  constructor(private readonly contracts: ContractReader) {}

  async list(contract: string): Promise<ObligationView[]> {
    const known = await this.contracts.get(contract);
    const accruing = known.terms.obligations.length > 0 ? await accruingCharges(known, this.clerk) : [];
    return viewsOf(known, accruing);
  }

  /** Throws a Problem when there is no such obligation. */
  async show(contract: string, obligation: string): Promise<ObligationView> {
    const view = (await this.list(contract)).find((candidate) => candidate.obligation === obligation);
    if (!view) throw new Problem('unknownObligation', `${contract} has no obligation ${obligation}`);
    return view;
  }
}

function viewsOf(known: KnownContract, accruing: readonly Charge[]): ObligationView[] {
  const { row, terms } = known;
  const { state } = row;
  const present = asOf(known);
  const at = state.end !== null && state.end.at < present ? state.end.at : present;
  return terms.obligations.flatMap((owed): ObligationView[] => {
    const obligation = state.obligations.find(({ id }) => id === owed.id);
    if (!obligation) return [];
    const { performedAt, excusedDays, missed } = obligation;
    return [
      {
        contract: row.id,
        obligation: owed.id,
        clause: owed.clause,
        value: formatYuan(owed.value),
        dueDate: owed.dueDate,
        dueAt: obligationDueAt(terms, owed, obligation),
        excusedDays,
        performedAt,
        missed,
        daysLate: missed ? lateness(terms, owed, obligation, at) : 0,
        charged: formatYuan(chargedFor(owed.id, state.charges)),
        accruing: formatYuan(chargedFor(owed.id, accruing)),
        terminationRightAt: performedAt === null ? delayRightAt(terms, owed, obligation) : null,
      },
    ];
  });
}

function chargedFor(obligation: string, charges: readonly Charge[]): Fen {
  const own = charges.filter(({ on, key }) => on === 'obligation' && key === obligation);
  return sumFen(own.map(({ amount }) => amount));
}
