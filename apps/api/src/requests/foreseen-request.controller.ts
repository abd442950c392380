import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { Clerk } from '#decisions/clerk';
import { explainReceipt } from '#decisions/explain';
import { recordRequest } from '#domain/incident/record';
import { type IncidentState } from '#domain/incident/state';
import { type Classification } from '#domain/incident/events';
import { serviceOf, type Terms } from '#domain/terms';
import { explanationSentences } from '#narration/explain';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { allowedLater } from '../http/allowed.js';
import {
  foreseenRequestOut,
  type ForeseenRequestOut,
  foreseenRequestQuery,
  type ForeseenRequestQuery,
} from './foreseen-request-schemas.js';

/** What a contract would make of a request, before anybody puts it on record. */
@ApiTags('requests')
@Controller('api/v1/contracts/:contract/foreseen-request')
export class ForeseenRequestController {
  private readonly clerk = new Clerk();

  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @Refuses('beforeTerm', 'afterTerm', 'wrongState', 'notAllowed', 'atInFuture')
  @ApiOperation({
    summary:
      'The priority that a request would have by the rules of the contract, why, and its deadlines; writes nothing',
  })
  @ApiOkResponse({ standardSchema: foreseenRequestOut })
  async read(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: foreseenRequestQuery }) { at: given, ...severity }: ForeseenRequestQuery,
  ): Promise<ForeseenRequestOut> {
    const known = await this.contracts.get(contract);
    const { terms, row } = known;
    const at = commandAt(known, given);
    return allowedLater(async () => {
      const classification = await this.clerk.classify(terms, severity);
      const told = { type: 'request.recorded', at, severity, receivedAt: null, classification } as const;
      const { state } = recordRequest(terms, row.state, 'foreseen', undefined, told);
      return viewOf(contract, terms, state, classification);
    });
  }
}

function viewOf(
  contract: string,
  terms: Terms,
  { recordedAt, targets, priority }: IncidentState,
  { receipt }: Classification,
): ForeseenRequestOut {
  const { rules } = serviceOf(terms);
  if (receipt === null) throw new Error('what was just decided has a receipt');
  // The parameters are the contract's: nobody changes them to get another priority.
  const explanation = explainReceipt(receipt, rules, Object.keys(terms.parameters));
  const sentences = explanationSentences(explanation);
  return {
    contract,
    at: recordedAt,
    priority,
    clause: rules.clause,
    sentences: { 'zh-CN': [...sentences['zh-CN']], en: [...sentences.en] },
    targets: targets.map(({ kind, dueAt }) => ({ kind, dueAt })),
  };
}
