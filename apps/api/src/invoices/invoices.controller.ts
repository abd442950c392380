import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { invoiceStatus, outstanding, payable } from '#domain/contract/billing';
import { type Invoice } from '#domain/contract/state';
import { amountInCapitals } from '#domain/money/capitals';
import { formatYuan } from '#domain/money/fen';
import { type Instant } from '#domain/time/instant';
import { asOf, ContractReader } from '../contracts/contract-reader.js';
import { contractParams, instantOut, moneyOut, periodOut, periodParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';

const invoiceView = z
  .strictObject({
    contract: z.string(),
    period: periodOut,
    issuedAt: instantOut,
    dueAt: instantOut,
    amount: moneyOut,
    amountInCapitals: z
      .string()
      .meta({ description: 'The amount in Chinese capitals', example: '人民币贰万元整' }),
    credited: moneyOut.meta({ description: 'Penalties offset against it' }),
    payable: moneyOut,
    payableInCapitals: z.string(),
    paid: moneyOut,
    outstanding: moneyOut,
    status: z.enum(['open', 'partlyPaid', 'paid', 'overdue']).meta({ description: 'As it stands now' }),
  })
  .meta({ id: 'Invoice' });

type InvoiceView = z.infer<typeof invoiceView>;

const invoiceList = z.strictObject({ items: z.array(invoiceView) }).meta({ id: 'InvoiceList' });

/** Invoices of clauses 3.1 and 3.2: one a month. */
@ApiTags('money')
@Controller('api/v1/contracts/:contract/invoices')
export class InvoicesController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'The invoices of a contract, in the order of their months' })
  @ApiOkResponse({ standardSchema: invoiceList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
  ): Promise<z.infer<typeof invoiceList>> {
    const known = await this.contracts.get(contract);
    return { items: known.row.state.invoices.map((invoice) => viewOf(contract, invoice, asOf(known))) };
  }

  @Get(':period')
  @ApiOperation({ summary: 'The invoice of a month' })
  @ApiOkResponse({ standardSchema: invoiceView })
  async read(
    @Param({ schema: periodParams }) { contract, period }: z.infer<typeof periodParams>,
  ): Promise<InvoiceView> {
    const known = await this.contracts.get(contract);
    const invoice = known.row.state.invoices.find((candidate) => candidate.period === period);
    if (!invoice) throw new Problem('unknownPeriod', `${contract} has no invoice of ${period}`);
    return viewOf(contract, invoice, asOf(known));
  }
}

function viewOf(contract: string, invoice: Invoice, at: Instant): InvoiceView {
  const { period, issuedAt, dueAt, amount, credited, paid } = invoice;
  return {
    contract,
    period,
    issuedAt,
    dueAt,
    amount: formatYuan(amount),
    amountInCapitals: amountInCapitals(amount),
    credited: formatYuan(credited),
    payable: formatYuan(payable(invoice)),
    payableInCapitals: amountInCapitals(payable(invoice)),
    paid: formatYuan(paid),
    outstanding: formatYuan(outstanding(invoice)),
    status: invoiceStatus(invoice, at),
  };
}
