import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { accountOrNull } from '#banking/values';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { Refuses, Tells } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { Reply } from '../http/reply.js';
import { BankDecisions } from './bank-decisions.js';
import {
  bankLinePage,
  bankLineView,
  lineKey,
  lineParams,
  linesQuery,
  newBooking,
  newIgnoring,
  newStatement,
  reconciliationView,
  statementView,
  type BankLineView,
  type NewBooking,
  type NewStatement,
} from './bank-schemas.js';
import { BankService } from './bank.service.js';

type LineParams = z.infer<typeof lineParams>;

/** Money at the bank (clause 3.2): statements come in, a person says what their lines pay. */
@ApiTags('bank')
@Controller('api/v1/bank')
export class BankController {
  constructor(
    private readonly bank: BankService,
    private readonly decisions: BankDecisions,
    private readonly writes: WritePath,
  ) {}

  @Post('statements')
  @ApiOperation({ summary: 'A bank statement, CSV or camt.053; lines that are known count once' })
  @ApiCreatedResponse({ standardSchema: statementView })
  take(@Call() call: WriteCall, @Body({ schema: newStatement }) statement: NewStatement): Promise<Reply> {
    return this.writes.once(
      call,
      async () => new Reply(201, await this.bank.take(call.caller.name, statement)),
    );
  }

  @Get('lines')
  @ApiOperation({ summary: 'Lines of all statements by their day, open ones with what they may pay' })
  @ApiOkResponse({ standardSchema: bankLinePage })
  async list(
    @Query({ schema: linesQuery }) query: z.infer<typeof linesQuery>,
  ): Promise<z.infer<typeof bankLinePage>> {
    const { status = null, account = '' } = query;
    const page = await this.bank.list({ status, account: accountOrNull(account) }, pageWish(lineKey, query));
    return pageView(
      page,
      (line) => line,
      ({ bookedOn, line }) => ({ bookedOn, id: line }),
    );
  }

  @Get('lines/:line')
  @ApiOperation({ summary: 'One line' })
  @ApiOkResponse({ standardSchema: bankLineView })
  show(@Param({ schema: lineParams }) { line }: LineParams): Promise<BankLineView> {
    return this.bank.show(line);
  }

  @Post('lines/:line/book')
  @Tells('bankLineDecided', 'clockIsManual', 'unknownContract')
  @ApiOperation({ summary: 'The line pays a contract: a payment is told to it, once' })
  @ApiOkResponse({ standardSchema: bankLineView })
  book(
    @Call() call: WriteCall,
    @Param({ schema: lineParams }) { line }: LineParams,
    @Body({ schema: newBooking }) booking: NewBooking,
  ): Promise<Reply> {
    return this.decisions.book(call, line, booking);
  }

  @Post('lines/:line/ignore')
  @Refuses('bankLineDecided')
  @ApiOperation({ summary: 'The line pays no contract' })
  @ApiOkResponse({ standardSchema: bankLineView })
  ignore(
    @Call() call: WriteCall,
    @Param({ schema: lineParams }) { line }: LineParams,
    @Body({ schema: newIgnoring }) { reason }: z.infer<typeof newIgnoring>,
  ): Promise<Reply> {
    return this.decisions.ignore(call, line, reason);
  }

  @Get('reconciliation')
  @ApiOperation({ summary: 'What came in by account and currency, and what became of it' })
  @ApiOkResponse({ standardSchema: reconciliationView })
  reconcile(): Promise<z.infer<typeof reconciliationView>> {
    return this.bank.reconcile();
  }
}
