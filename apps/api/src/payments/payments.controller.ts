import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { findLine, listLinesOfKind } from '#persistence/queries/ledger';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { Tells } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import {
  amountIn,
  atIn,
  contractParams,
  count,
  instantIn,
  instantOut,
  lateReasonIn,
  lineIn,
  listQuery,
  moneyOut,
  pageOut,
} from '../http/fields.js';
import { Reply } from '../http/reply.js';
import { payloadText } from '../ledger/payload.js';

const newPayment = closedObject({
  amount: amountIn,
  reference: z.exactOptional(lineIn(100)).meta({
    description: 'A month, 2025-01, takes the money for that invoice first; otherwise the oldest unpaid',
  }),
  at: atIn,
  lateReason: lateReasonIn,
}).meta({ id: 'NewPayment' });

const newPayout = closedObject({ amount: amountIn, at: atIn }).meta({ id: 'NewPayout' });

const paymentView = z
  .strictObject({
    contract: z.string(),
    sequence: count.meta({ description: 'The entry of the ledger' }),
    kind: z.enum(['received', 'paidOut']),
    at: instantOut,
    amount: moneyOut,
    reference: z.string().nullable(),
    countsAt: instantOut.meta({ description: 'When the money was received, where that was told late' }),
    recordedBy: z.string(),
  })
  .meta({ id: 'Payment' });

const paymentList = pageOut(paymentView).meta({ id: 'PaymentList' });

const paymentsQuery = closedObject({
  kind: z.exactOptional(paymentView.shape.kind),
  from: z.exactOptional(instantIn.meta({ description: 'Only what is on record for this instant or later' })),
  to: z.exactOptional(instantIn.meta({ description: 'Only what is on record for an earlier instant' })),
  ...listQuery('asc'),
});

const sequenceKey = z.strictObject({ list: z.literal('payments'), sequence: z.int() });

const KINDS = { received: 'payment.received', paidOut: 'settlement.paidOut' } as const;

type Params = z.infer<typeof contractParams>;

/** Money that changed hands (clauses 2.6 and 3.2). Which invoice took it shows in the invoices. */
@ApiTags('money')
@Controller('api/v1/contracts/:contract')
export class PaymentsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly writes: WritePath,
  ) {}

  @Get('payments')
  @ApiOperation({ summary: 'Payments received, and paid out in the settlement' })
  @ApiOkResponse({ standardSchema: paymentList })
  async list(
    @Param({ schema: contractParams }) { contract }: Params,
    @Query({ schema: paymentsQuery }) query: z.infer<typeof paymentsQuery>,
  ): Promise<z.infer<typeof paymentList>> {
    const { em } = await this.contracts.get(contract);
    const { kind, ...within } = filtersOf(query);
    const kinds = kind === undefined ? Object.values(KINDS) : [KINDS[kind]];
    const page = await listLinesOfKind(em, contract, { kinds, ...within }, pageWish(sequenceKey, query));
    return pageView(page, viewOf, ({ sequence }) => ({ list: 'payments', sequence }));
  }

  @Post('payments')
  @Tells('unknownPeriod')
  @ApiOperation({ summary: 'The client has paid' })
  @ApiCreatedResponse({ standardSchema: paymentView })
  receive(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: newPayment }) { amount, reference, at, lateReason }: z.infer<typeof newPayment>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        const body = {
          type: 'payment.received',
          at: commandAt(known, at),
          amount,
          reference: reference ?? null,
        } as const;
        return { contract, owner: { kind: 'contract' }, body, lateReason };
      },
      ({ sequence, body }) => this.created(contract, sequence, body.type),
    );
  }

  @Post('payouts')
  @Tells()
  @ApiOperation({ summary: 'What the settlement owes the client was paid out' })
  @ApiCreatedResponse({ standardSchema: paymentView })
  payOut(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: newPayout }) { amount, at }: z.infer<typeof newPayout>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        return {
          contract,
          owner: { kind: 'contract' },
          body: { type: 'settlement.paidOut', at: commandAt(known, at), amount },
        };
      },
      ({ sequence, body }) => this.created(contract, sequence, body.type),
    );
  }

  /** The entry of the money itself; a revised settlement may have been written behind it. */
  private async created(contract: string, last: number, kind: string): Promise<Reply> {
    const { em } = await this.contracts.get(contract);
    for (let sequence = last; sequence > 0; sequence--) {
      const line = await findLine(em, contract, sequence);
      if (line?.kind === kind) return new Reply(201, viewOf(line), `/api/v1/contracts/${contract}/payments`);
    }
    throw new Error(`the ledger of ${contract} has no ${kind} up to ${last}`);
  }
}

function viewOf({
  contractId: contract,
  sequence,
  kind,
  at,
  payload,
  actor,
}: LedgerEntryRow): z.infer<typeof paymentView> {
  return {
    contract,
    sequence,
    kind: kind === 'payment.received' ? 'received' : 'paidOut',
    at,
    amount: payloadText(payload, 'amount') ?? '',
    reference: payloadText(payload, 'reference'),
    countsAt: payloadText(payload, 'countsAt') ?? at,
    recordedBy: actor,
  };
}
