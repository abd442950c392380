import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type EndingEvent, foreseenEnd, type ForeseenEnd } from '#domain/contract/foreseen-end';
import { formatYuan } from '#domain/money/fen';
import { type Instant } from '#domain/time/instant';
import { settlementView } from '../contracts/settlement-view.js';
import { Overview, type OverviewContract } from '../desk/overview.js';
import { Refuses } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { allowedLater } from '../http/allowed.js';
import { Problem } from '../http/problem.js';
import {
  foreseenEndOut,
  type ForeseenEndOut,
  foreseenEndQuery,
  type ForeseenEndQuery,
} from './foreseen-end-schemas.js';

/** What would come of an end, before anybody brings it about. */
@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/termination/foreseen')
export class ForeseenEndController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @Refuses('wrongState', 'lateFact', 'noRight', 'invalidValue')
  @ApiOperation({
    summary:
      'What ending the contract in a way would bring: when, the months and fees that fall away, the settlement; writes nothing',
  })
  @ApiOkResponse({ standardSchema: foreseenEndOut })
  async read(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: foreseenEndQuery }) query: ForeseenEndQuery,
  ): Promise<ForeseenEndOut> {
    const wish = { after: null, limit: 1 };
    const [known] = await this.overview.page({ contract, clients: null }, undefined, wish);
    if (!known) throw Problem.noContract(contract);
    const event = eventOf(query, query.at ?? known.at);
    return viewOf(known, query, event.at, await outcomeOf(known, event));
  }
}

function eventOf({ way, party = 'client', effectiveAt }: ForeseenEndQuery, at: Instant): EndingEvent {
  if (way === 'exercise') return { type: 'termination.exercised', at, by: 'client' };
  if (way === 'notice') return { type: 'termination.noticed', at, by: party };
  if (effectiveAt !== undefined) return { type: 'termination.agreed', at, effectiveAt };
  const allowed = 'allowed is an instant within the rest of the term';
  throw Problem.ofFaults([{ path: 'effectiveAt', problem: 'is missing for an agreement', allowed }]);
}

/** Throws a Problem for what the contract would refuse. */
async function outcomeOf({ signed, state, ask }: OverviewContract, event: EndingEvent): Promise<ForeseenEnd> {
  return allowedLater(() => ask((context) => foreseenEnd(signed, state, event, context)));
}

function viewOf(
  { row, terms, requests }: OverviewContract,
  { way }: ForeseenEndQuery,
  at: Instant,
  { endsAt, state, lost }: ForeseenEnd,
): ForeseenEndOut {
  const settlement = settlementView(terms, state);
  if (settlement === null) throw new Error('a contract that has ended has a settlement');
  const open = requests.filter(({ status }) => status === 'open' || status === 'paused');
  return {
    contract: row.id,
    way,
    clause: terms.termination.clause,
    at,
    endsAt,
    lost: { months: lost.months, fees: formatYuan(lost.fees) },
    lastMonth: terms.monthlyFee === null ? null : terms.billing.partMonths,
    openRequests: open.length,
    settlement,
  };
}
