import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { verifyReceipt } from '#decisions/verify';
import { type Receipt, type RuleSet } from '#domain/decision';
import { type Terms } from '#domain/terms';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { hashOfLine } from '#persistence/ledger';
import { findLine, listDecisions } from '#persistence/queries/ledger';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import {
  decisionListQuery,
  decisionPage,
  decisionParams,
  decisionView,
  verificationView,
} from './decision-schemas.js';

type DecisionView = z.infer<typeof decisionView>;
type Params = z.infer<typeof decisionParams>;

const sequenceKey = z.strictObject({ list: z.literal('decisions'), sequence: z.int() });

/** What the rules decided, with the receipts that prove it. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/decisions')
export class DecisionsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'The decisions of the rules: priorities, penalties and charges' })
  @ApiOkResponse({ standardSchema: decisionPage })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: decisionListQuery }) query: z.infer<typeof decisionListQuery>,
  ): Promise<z.infer<typeof decisionPage>> {
    const { em } = await this.contracts.get(contract);
    const filter = query.request === undefined ? {} : { request: query.request };
    const page = await listDecisions(em, contract, filter, pageWish(sequenceKey, query));
    return pageView(page, viewOf, ({ sequence }) => ({ list: 'decisions', sequence }));
  }

  @Get(':sequence')
  @Refuses('unknownEntry', 'unknownDecision')
  @ApiOperation({ summary: 'One decision with its receipt' })
  @ApiOkResponse({ standardSchema: decisionView })
  async read(@Param({ schema: decisionParams }) { contract, sequence }: Params): Promise<DecisionView> {
    const { line } = await this.lineOf(contract, sequence);
    return viewOf(line);
  }

  @Get(':sequence/verification')
  @Refuses('unknownEntry', 'unknownDecision')
  @ApiOperation({
    summary: "Runs the contract's rules again on the recorded facts and compares every member of the receipt",
  })
  @ApiOkResponse({ standardSchema: verificationView })
  async verify(
    @Param({ schema: decisionParams }) { contract, sequence }: Params,
  ): Promise<z.infer<typeof verificationView>> {
    const { line, terms } = await this.lineOf(contract, sequence);
    const receipt = receiptOf(line);
    const ruleSet = ruleSetOf(terms, receipt);
    const { same, differences } = ruleSet
      ? await verifyReceipt(ruleSet, receipt)
      : { same: false, differences: [`the contract has no rule set ${receipt.ruleSet.id}`] };
    const { hash, ...content } = line;
    const entryIntact =
      hashOfLine({ ...content, request: line.request ?? null, event: line.event ?? null }) === hash;
    return {
      contract,
      sequence,
      same,
      differences: [...differences],
      entryIntact,
      ruleSet: { ...receipt.ruleSet },
    };
  }

  private async lineOf(contract: string, sequence: number): Promise<{ line: LedgerEntryRow; terms: Terms }> {
    const { em, terms } = await this.contracts.get(contract);
    const line = await findLine(em, contract, sequence);
    if (!line) throw new Problem('unknownEntry', `The ledger of ${contract} has no entry ${sequence}`);
    if (!isDecision(line))
      throw new Problem(
        'unknownDecision',
        `Entry ${sequence} of ${contract} rests on no decision of the rules`,
      );
    return { line, terms };
  }
}

function ruleSetOf({ service, consequences }: Terms, { ruleSet }: Receipt): RuleSet | undefined {
  const sets = [...(service ? [service.rules] : []), ...consequences.map(({ rules }) => rules)];
  return sets.find((candidate) => candidate.id === ruleSet.id);
}

function isDecision({ payload }: LedgerEntryRow): boolean {
  return typeof payload === 'object' && payload !== null && 'receipt' in payload && payload.receipt !== null;
}

function receiptOf({ payload }: LedgerEntryRow): Receipt & DecisionView['receipt'] {
  return (payload as unknown as { readonly receipt: Receipt & DecisionView['receipt'] }).receipt;
}

function viewOf(line: LedgerEntryRow): DecisionView {
  const { contractId: contract, sequence, at, recordedAt, kind, clause, request, payload } = line;
  const { receipt: _receipt, ...facts } = payload as Readonly<Record<string, unknown>>;
  return {
    contract,
    sequence,
    at,
    recordedAt,
    kind,
    clause,
    request: request ?? null,
    receipt: receiptOf(line),
    facts,
    verification: `/api/v1/contracts/${contract}/decisions/${sequence}/verification`,
  };
}
