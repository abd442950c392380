import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clerk } from '#decisions/clerk';
import { closedObject } from '#decisions/schema-faults';
import { missKey, standingPenalty } from '#domain/contract/account';
import { type FixedMiss, type ProposedWaiver } from '#domain/contract/state';
import { formatYuan, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { linesOfKind } from '#persistence/queries/ledger';
import { accountOf } from '../contracts/account-view.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { payloadText } from '../ledger/payload.js';
import {
  flagIn,
  instantOut,
  listQuery,
  moneyOut,
  nameIn,
  pageOut,
  periodIn,
  periodOut,
} from '../http/fields.js';

export const missView = z
  .strictObject({
    request: z
      .string()
      .meta({ description: 'The request; for a miss of the contract itself, the report or the obligation' }),
    target: z.string(),
    priority: z.string(),
    at: instantOut,
    dueAt: instantOut,
    period: periodOut,
    fixed: z.boolean().meta({
      description:
        'Fixed at the close of its month, or at once where the contract says so; until then it is accruing and may still change',
    }),
    base: moneyOut,
    permille: z.string(),
    fullPenalty: moneyOut.meta({ description: 'Before the caps' }),
    penalty: moneyOut.meta({ description: 'As it stands: nothing once waived' }),
    cumulative: moneyOut,
    capped: z.boolean(),
    counted: z.boolean().meta({
      description: 'False for a further miss of a request of which only the first counts: it costs nothing',
    }),
    waiver: z.strictObject({ at: instantOut, by: z.string(), reason: z.string() }).nullable(),
    proposedWaiver: z
      .strictObject({ at: instantOut, by: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: 'Asked for, and not given yet: somebody else has to' }),
    decision: z
      .string()
      .nullable()
      .meta({ description: 'The address of the decision with its receipt; null while accruing' }),
  })
  .meta({ id: 'Miss' });

export type MissView = z.infer<typeof missView>;

export const missList = pageOut(missView).meta({ id: 'MissList' });

/** A request; for misses of the contract itself `report 2025-01`, or an obligation. */
export const missedIn = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|report \d{4}-\d{2})$/, {
  error: 'allowed are the name of a request or of an obligation, or a report as report 2025-01',
});

export const missesQuery = closedObject({
  request: z.exactOptional(missedIn),
  target: z.exactOptional(nameIn),
  priority: z.exactOptional(nameIn),
  period: z.exactOptional(periodIn),
  fixed: z.exactOptional(flagIn),
  waived: z.exactOptional(flagIn),
  ...listQuery('asc'),
});

/** Shows what a contract's targets cost that were missed. */
@Injectable()
export class MissesService {
  private readonly clerk = new Clerk();

  constructor(private readonly contracts: ContractReader) {}

  async list(contract: string): Promise<MissView[]> {
    const known = await this.contracts.get(contract);
    const { fixed, accruing } = await accountOf(known, known.em, this.clerk);
    const decisions = decisionsByMiss(await linesOfKind(known.em, contract, ['penalty.fixed']));
    const proposals = known.row.state.proposedWaivers;
    let cumulative = ZERO_FEN;
    const view = (miss: FixedMiss, isFixed: boolean): MissView => {
      cumulative = (cumulative + standingPenalty(miss)) as Fen;
      const sequence = decisions.get(missKey(miss));
      const decision = sequence === undefined ? null : `/api/v1/contracts/${contract}/decisions/${sequence}`;
      const proposed = proposals.find((each) => each.request === miss.request && each.target === miss.target);
      return { ...viewOf(miss, isFixed, cumulative, decision), proposedWaiver: proposedView(miss, proposed) };
    };
    return [...fixed.map((miss) => view(miss, true)), ...accruing.map((miss) => view(miss, false))];
  }
}

function proposedView(miss: FixedMiss, proposed: ProposedWaiver | undefined): MissView['proposedWaiver'] {
  if (!proposed || miss.waiver) return null;
  const { at, by, reason } = proposed;
  return { at, by, reason };
}

function viewOf(
  miss: FixedMiss,
  fixed: boolean,
  cumulative: Fen,
  decision: string | null,
): Omit<MissView, 'proposedWaiver'> {
  const { request, target, priority, at, dueAt, period, base, permille, full, capped, counted, waiver } =
    miss;
  return {
    request,
    target,
    priority,
    at,
    dueAt,
    period,
    fixed,
    base: formatYuan(base),
    permille,
    fullPenalty: formatYuan(full),
    penalty: formatYuan(standingPenalty(miss)),
    cumulative: formatYuan(cumulative),
    capped,
    counted,
    waiver: waiver && { at: waiver.at, by: waiver.by, reason: waiver.reason },
    decision,
  };
}

/** Where in the ledger each penalty was decided, by the miss it is for. */
function decisionsByMiss(lines: readonly LedgerEntryRow[]): ReadonlyMap<string, number> {
  return new Map(
    lines.map(({ sequence, request, payload }) => {
      const [target, missedAt] = [payloadText(payload, 'target'), payloadText(payload, 'missedAt')];
      return [`${request ?? ''}/${target}@${missedAt}`, sequence];
    }),
  );
}
