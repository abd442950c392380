import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import {
  electronicInvoice,
  electronicInvoiceCsv,
  SUPPORT_CATEGORY,
  type ElectronicInvoice,
  type InvoiceFacts,
  type InvoiceParty,
  type TaxCategory,
} from '#banking/e-invoice';
import { type Invoice, type PartyRole } from '#domain/contract/state';
import { type Terms } from '#domain/terms';
import { dateIn } from '#domain/time/zone';
import { numberOf } from '#persistence/queries/paper-numbers';
import { ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { AlsoSends } from '../docs/answers.js';
import { dateOut, moneyOut, periodParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';

const text = z.string().nullable();

const partyView = z.strictObject({
  name: z.string(),
  taxpayerId: text.meta({ description: '统一社会信用代码' }),
  address: text,
  telephone: text,
  bank: text,
  bankAccount: text,
});

const itemView = z.strictObject({
  name: z.string().meta({ example: '*信息技术服务*技术支持服务费' }),
  taxCode: text.meta({ description: '税收分类编码' }),
  specification: text,
  unit: z.string(),
  quantity: z.string(),
  unitPrice: moneyOut.meta({ description: 'Without tax' }),
  net: moneyOut,
  rate: z.string().meta({ example: '6%' }),
  tax: moneyOut,
});

const electronicInvoiceView = z
  .strictObject({
    type: z.enum(['增值税专用发票', '红字增值税专用发票']),
    number: text.meta({ description: 'Our own number; the platform gives its own' }),
    issuedOn: dateOut,
    currency: z.literal('CNY'),
    buyer: partyView,
    seller: partyView,
    items: z.array(itemView),
    net: moneyOut,
    tax: moneyOut,
    gross: moneyOut.meta({ description: 'net + tax; less than nothing for a credit note' }),
    grossInCapitals: z.string(),
    originalInvoiceNumber: text.meta({ description: '对应蓝字发票号码: the platform knows it' }),
    creditReason: text,
    remark: z.string(),
    missing: z
      .array(z.string())
      .meta({ description: 'Headings of what the platform needs and we do not know' }),
  })
  .meta({ id: 'ElectronicInvoice' });

const query = closedObject({
  kind: z
    .enum(['invoice', 'creditNote'])
    .default('invoice')
    .meta({ description: 'creditNote: the red e-invoice (红字) of penalties offset against the invoice' }),
  format: z.enum(['json', 'csv']).default('json'),
});

/** The fields of the Chinese e-invoice (数电票) for the invoices of clause 3.1. */
@ApiTags('money')
@Controller('api/v1/contracts/:contract/invoices/:period/e-invoice')
export class ElectronicInvoiceController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'An invoice, or its credit note, as the fields of the Chinese e-invoice' })
  @ApiOkResponse({ standardSchema: electronicInvoiceView })
  @AlsoSends('text/csv')
  async read(
    @Param({ schema: periodParams }) { contract, period }: z.infer<typeof periodParams>,
    @Query({ schema: query }) { kind, format }: z.infer<typeof query>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ElectronicInvoice | string> {
    const known = await this.contracts.get(contract);
    const invoice = known.row.state.invoices.find((candidate) => candidate.period === period);
    if (!invoice) throw new Problem('unknownPeriod', `${contract} has no invoice of ${period}`);
    if (kind === 'creditNote' && invoice.credited === 0) {
      throw new Problem('unknownPeriod', `Nothing was credited on the invoice of ${period}`);
    }
    const number = await numberOf(known.em, { contract, kind, key: period });
    const document = electronicInvoice(factsOf(known, invoice, kind, number));
    if (format === 'json') return document;
    void reply.type('text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${contract}-${period}-${kind}.csv"`);
    return electronicInvoiceCsv(document);
  }
}

function factsOf(
  { row, terms }: KnownContract,
  invoice: Invoice,
  kind: InvoiceFacts['kind'],
  number: string | null,
): InvoiceFacts {
  const { period, issuedAt, amount, credited, interest } = invoice;
  const fee = terms.service === null ? '货款' : '技术支持服务费';
  const asked = [
    { name: fee, gross: amount },
    { name: '逾期付款利息', gross: interest },
  ].filter(({ gross }) => gross !== 0);
  return {
    kind,
    contract: row.id,
    period,
    number,
    issuedOn: dateIn(issuedAt, terms.zone),
    buyer: partyOf(row.parties, 'client', terms),
    seller: partyOf(row.parties, 'provider', terms),
    items: kind === 'invoice' ? asked : [{ name: fee, gross: credited }],
    vatPercent: parameter(terms, 'vatPercent') ?? '6',
    category: categoryOf(terms),
  };
}

/** Support has its category, unless the template names another; of anything else we do not know it. */
function categoryOf(terms: Terms): TaxCategory | null {
  const code = parameter(terms, 'taxCategoryCode');
  const name = parameter(terms, 'taxCategoryName') ?? SUPPORT_CATEGORY.name;
  if (code !== null) return { code, name };
  return terms.service === null ? null : SUPPORT_CATEGORY;
}

/** The bank of the parameters is the provider's (clause 3.2). */
function partyOf(parties: KnownContract['row']['parties'], role: PartyRole, terms: Terms): InvoiceParty {
  const fields = parties[role];
  const isProvider = role === 'provider';
  return {
    name: fields['fullName'] ?? '',
    taxpayerId: fields['taxpayerId'] ?? null,
    address: fields['registeredAddress'] ?? null,
    telephone: fields['telephone'] ?? null,
    bank: (isProvider ? parameter(terms, 'bankName') : null) ?? fields['bankName'] ?? null,
    bankAccount: (isProvider ? parameter(terms, 'bankAccountNumber') : null) ?? fields['bankAccount'] ?? null,
  };
}

function parameter(terms: Terms, name: string): string | null {
  const value = terms.parameters[name];
  return value === undefined ? null : String(value);
}
