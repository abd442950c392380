import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { standingPenalty } from '#domain/contract/account';
import { type MonthAssessment } from '#domain/contract/state';
import { whatIf, type Tried, type WhatIf } from '#domain/contract/what-if';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { formatYuan } from '#domain/money/fen';
import { later, type Instant } from '#domain/time/instant';
import { Refuses } from '../docs/answers.js';
import { requestParams } from '../http/fields.js';
import { allowedLater } from '../http/allowed.js';
import { Problem } from '../http/problem.js';
import { EVENT_OF_ACTION } from '../requests/actions.js';
import { type OverviewContract, Overview } from './overview.js';
import { whatIfOut, whatIfQuery, type WhatIfOut, type WhatIfQuery } from './what-if-schemas.js';

type Params = z.infer<typeof requestParams>;

/** Tries something with a request, without any effect. */
@ApiTags('desk')
@Controller('api/v1/contracts/:contract/requests/:request/what-if')
export class WhatIfController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @Refuses('wrongState', 'lateFact', 'notAllowed', 'invalidValue', 'afterTerm')
  @ApiOperation({
    summary:
      'What would become of a request, its penalties and the month if something happened to it, or nothing did; writes nothing',
  })
  @ApiOkResponse({ standardSchema: whatIfOut })
  async read(
    @Param({ schema: requestParams }) { contract, request }: Params,
    @Query({ schema: whatIfQuery }) query: WhatIfQuery,
  ): Promise<WhatIfOut> {
    const wish = { after: null, limit: 1 };
    const [known] = await this.overview.page({ contract, clients: null }, undefined, wish, request);
    if (!known) throw Problem.noContract(contract);
    const present = known.requests.find((each) => each.request === request);
    if (!present) throw new Problem('unknownRequest', `There is no request ${request} in ${contract}`);
    const tried = triedOf(query, present, known.at);
    return viewOf(known, present, query, tried.at, await outcomeOf(known, present, tried));
  }
}

function triedOf({ event, at, reason }: WhatIfQuery, request: IncidentState, present: Instant): Tried {
  const now = later(at ?? present, at ?? request.through);
  if (event === 'miss') return { type: 'nothing', at: at ?? nextTargetDeadline(request) ?? now };
  if (event === 'pause') return { type: 'request.paused', at: now, reason: reason ?? '' };
  return {
    type: EVENT_OF_ACTION[event] as Exclude<
      Tried['type'],
      'nothing' | 'request.paused' | 'request.reclassified' | 'request.rated'
    >,
    at: now,
  };
}

/** Throws a Problem for what the contract would refuse. */
async function outcomeOf(
  { signed, state, ask }: OverviewContract,
  request: IncidentState,
  tried: Tried,
): Promise<WhatIf> {
  return allowedLater(() => ask((context) => whatIf(signed, state, request, tried, context)));
}

function viewOf(
  { row }: OverviewContract,
  present: IncidentState,
  { event }: WhatIfQuery,
  at: Instant,
  outcome: WhatIf,
): WhatIfOut {
  const { request, cost, misses, months, rights } = outcome;
  const [right] = rights;
  return {
    contract: row.id,
    request: request.request,
    event,
    at,
    status: request.status,
    nextDeadlineAt: nextTargetDeadline(request),
    targets: request.targets.map(({ kind, outcome: then, dueAt }) => {
      const standing = present.targets.find((each) => each.kind === kind);
      return {
        kind,
        outcome: then,
        dueAt,
        now: standing ? { outcome: standing.outcome, dueAt: standing.dueAt } : null,
      };
    }),
    misses: misses.map((miss) => ({
      target: miss.target,
      at: miss.at,
      period: miss.period,
      fullPenalty: formatYuan(miss.full),
      penalty: formatYuan(standingPenalty(miss)),
      capped: miss.capped,
      counted: miss.counted,
    })),
    cost: formatYuan(cost),
    months: months.map(({ without, with: then }) => ({
      period: then.period,
      asThingsStand: assessedView(without),
      afterwards: assessedView(then),
    })),
    terminationRight: right ? { arisenAt: right.arisenAt, periods: [...right.periods] } : null,
  };
}

function assessedView({
  misses,
  waived,
  failed,
  streak,
}: MonthAssessment): WhatIfOut['months'][number]['afterwards'] {
  return { misses: misses - waived, failed, streak };
}
