import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { verifyDecisions } from '#execution/verify-decisions';
import { type DecisionReceiptRow } from '#persistence/entities/decision-receipt';
import { findReceipt, listReceipts } from '#persistence/queries/decision-receipts';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import {
  decisionReceiptOut,
  receiptListQuery,
  receiptPage,
  receiptParams,
  receiptVerification,
} from './receipt-schemas.js';

type ReceiptView = z.infer<typeof decisionReceiptOut>;
type Params = z.infer<typeof receiptParams>;

const receiptKey = z.strictObject({ sequence: z.int(), part: z.int() });

/** What the contract decided, with everything that each decision rests on, as it was written down then. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/receipts')
export class ReceiptsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({
    summary: 'The receipts of priorities, deadlines, misses, penalties, months, termination rights, invoices',
  })
  @ApiOkResponse({ standardSchema: receiptPage })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: receiptListQuery }) query: z.infer<typeof receiptListQuery>,
  ): Promise<z.infer<typeof receiptPage>> {
    const { em } = await this.contracts.get(contract);
    const { kind, request, period } = query;
    const filter = {
      ...(kind !== undefined && { kind }),
      ...(request !== undefined && { request }),
      ...(period !== undefined && { period }),
    };
    const page = await listReceipts(em, contract, filter, pageWish(receiptKey, query));
    return pageView(page, viewOf, ({ sequence, part }) => ({ sequence, part }));
  }

  @Get(':receipt')
  @Refuses('unknownDecision')
  @ApiOperation({ summary: 'One receipt' })
  @ApiOkResponse({ standardSchema: decisionReceiptOut })
  async read(@Param({ schema: receiptParams }) { contract, receipt }: Params): Promise<ReceiptView> {
    const { em } = await this.contracts.get(contract);
    const row = await findReceipt(em, contract, receipt);
    if (!row) throw unknown(contract, receipt);
    return viewOf(row);
  }

  @Get(':receipt/verification')
  @Refuses('unknownDecision')
  @ApiOperation({
    summary:
      'Makes the decision again from the ledger and the rules and compares it with its receipt, to the letter',
  })
  @ApiOkResponse({ standardSchema: receiptVerification })
  async verify(
    @Param({ schema: receiptParams }) { contract, receipt }: Params,
  ): Promise<z.infer<typeof receiptVerification>> {
    const { em } = await this.contracts.get(contract);
    const { decisions, ledgerFaults } = await verifyDecisions(em, contract);
    const found = decisions.find(({ id }) => id === receipt);
    if (!found) throw unknown(contract, receipt);
    const { kind: _kind, differences, ...rest } = found;
    return {
      contract,
      ...rest,
      differences: differences.map(({ path, recorded, now }) => {
        return { path, recorded: recorded ?? null, now: now ?? null };
      }),
      ledgerFaults: [...ledgerFaults],
    };
  }
}

function unknown(contract: string, receipt: string): Problem {
  return new Problem('unknownDecision', `${contract} has no receipt ${receipt}`);
}

/** Its content is what was written down, to the letter. */
function viewOf({ content }: DecisionReceiptRow): ReceiptView {
  return JSON.parse(content) as ReceiptView;
}
