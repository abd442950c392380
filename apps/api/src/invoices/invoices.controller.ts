import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { invoiceStatus, outstanding, payable } from '#domain/contract/billing';
import { billNamed } from '#domain/contract/bills';
import { type Invoice } from '#domain/contract/state';
import { amountInCapitals } from '#domain/money/capitals';
import { formatYuan } from '#domain/money/fen';
import { asOf, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import {
  contractParams,
  dateOut,
  instantOut,
  listQuery,
  moneyOut,
  pageOut,
  periodOut,
  periodParams,
} from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';

const invoiceView = z
  .strictObject({
    contract: z.string(),
    period: periodOut.meta({ description: 'The first month that it is for: its name' }),
    months: z.array(periodOut).meta({ description: 'The months that it is for' }),
    issuedAt: instantOut,
    dueAt: instantOut,
    amount: moneyOut,
    amountInCapitals: z
      .string()
      .meta({ description: 'The amount in Chinese capitals', example: '人民币贰万元整' }),
    credited: moneyOut.meta({ description: 'Penalties offset against it' }),
    interest: moneyOut.meta({ description: 'Interest on earlier invoices that it asks for as well' }),
    payable: moneyOut.meta({ description: 'With that interest, less what was offset' }),
    payableInCapitals: z.string(),
    paid: moneyOut,
    outstanding: moneyOut,
    interestThrough: dateOut
      .nullable()
      .meta({ description: 'The last day for which interest on it is fixed; null where none is' }),
    status: z.enum(['open', 'partlyPaid', 'paid', 'overdue']).meta({ description: 'As it stands now' }),
  })
  .meta({ id: 'Invoice' });

type InvoiceView = z.infer<typeof invoiceView>;

const invoiceList = pageOut(invoiceView).meta({ id: 'InvoiceList' });

const invoicesQuery = closedObject({
  status: z.exactOptional(invoiceView.shape.status),
  ...listQuery('asc'),
});

/** Invoices of clauses 3.1 and 3.2: one for each month, unless the contract says otherwise. */
@ApiTags('money')
@Controller('api/v1/contracts/:contract/invoices')
export class InvoicesController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'The invoices of a contract, in the order of their months' })
  @ApiOkResponse({ standardSchema: invoiceList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: invoicesQuery }) query: z.infer<typeof invoicesQuery>,
  ): Promise<z.infer<typeof invoiceList>> {
    const known = await this.contracts.get(contract);
    const items = known.row.state.invoices.map((invoice) => viewOf(known, invoice));
    return pageOfList({ name: 'invoices', items, keyOf: ({ period }) => period }, query, hasAll(query));
  }

  @Get(':period')
  @ApiOperation({ summary: 'The invoice that a month names' })
  @ApiOkResponse({ standardSchema: invoiceView })
  async read(
    @Param({ schema: periodParams }) { contract, period }: z.infer<typeof periodParams>,
  ): Promise<InvoiceView> {
    const known = await this.contracts.get(contract);
    const invoice = known.row.state.invoices.find((candidate) => candidate.period === period);
    if (!invoice) throw new Problem('unknownPeriod', `${contract} has no invoice of ${period}`);
    return viewOf(known, invoice);
  }
}

function viewOf(known: KnownContract, invoice: Invoice): InvoiceView {
  const { row, terms } = known;
  const { period, issuedAt, dueAt, amount, credited, interest, paid, interestThrough } = invoice;
  const bill = billNamed(terms, period);
  const covered = terms.schedule.filter(({ from }) => bill.from <= from && from < bill.to);
  return {
    contract: row.id,
    period,
    months: covered.map((month) => month.period),
    issuedAt,
    dueAt,
    amount: formatYuan(amount),
    amountInCapitals: amountInCapitals(amount),
    credited: formatYuan(credited),
    interest: formatYuan(interest),
    payable: formatYuan(payable(invoice)),
    payableInCapitals: amountInCapitals(payable(invoice)),
    paid: formatYuan(paid),
    outstanding: formatYuan(outstanding(invoice)),
    interestThrough,
    status: invoiceStatus(row.state, invoice, asOf(known)),
  };
}
