import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { Clerk } from '#decisions/clerk';
import { type Charge } from '#domain/contract/state';
import { formatYuan } from '#domain/money/fen';
import { linesOfKind } from '#persistence/queries/ledger';
import { accruingCharges } from '../contracts/account-view.js';
import { ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import {
  contractParams,
  count,
  flagIn,
  instantOut,
  lineIn,
  listQuery,
  moneyOut,
  pageOut,
  periodIn,
  periodOut,
} from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';

const chargeView = z
  .strictObject({
    consequence: z.string().meta({ description: 'The consequence of the terms that it rests on' }),
    on: z.enum(['miss', 'month', 'obligation', 'latePayment']),
    clause: z.string(),
    owedBy: z.enum(['provider', 'client']),
    key: z.string().meta({
      description:
        'What it is for: a month, an obligation, or the month of an invoice with the first day of interest, 2025-01/2025-01-11',
    }),
    period: periodOut.meta({ description: 'The month that it counts in for a cap' }),
    at: instantOut,
    fixed: z.boolean().meta({ description: 'False: what would be fixed if it were looked at now' }),
    base: moneyOut,
    permille: z.string(),
    times: count.meta({ description: 'Days or periods late, else 1' }),
    full: moneyOut.meta({ description: 'What it comes to in all, before the caps' }),
    amount: moneyOut.meta({
      description:
        'Under the caps, less what was fixed for the same before: a correction may be less than nothing',
    }),
    capped: z.boolean(),
    decision: z
      .string()
      .nullable()
      .meta({ description: 'The address of the decision with its receipt; null while accruing' }),
  })
  .meta({ id: 'Charge' });

const chargeList = pageOut(chargeView).meta({ id: 'ChargeList' });

const chargesQuery = closedObject({
  on: z.exactOptional(chargeView.shape.on),
  clause: z.exactOptional(lineIn(20)),
  period: z.exactOptional(periodIn),
  fixed: z.exactOptional(flagIn),
  ...listQuery('asc'),
});

/** What a month, a delay or a late payment costs by the rules, beside the penalties of single misses. */
@ApiTags('money')
@Controller('api/v1/contracts/:contract/charges')
export class ChargesController {
  private readonly clerk = new Clerk();

  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({
    summary:
      'Service credits of months, penalties of delays and interest on late payments: fixed, and accruing',
  })
  @ApiOkResponse({ standardSchema: chargeList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: chargesQuery }) query: z.infer<typeof chargesQuery>,
  ): Promise<z.infer<typeof chargeList>> {
    const known = await this.contracts.get(contract);
    // Each charge wrote one entry, in the same order.
    const entries = await linesOfKind(known.em, contract, ['charge.fixed']);
    const fixed = known.row.state.charges.map((charge, index) =>
      viewOf(known, charge, entries[index]?.sequence),
    );
    const accruing = (await accruingCharges(known, this.clerk)).map((charge) => viewOf(known, charge));
    const list = { name: 'charges', items: [...fixed, ...accruing], keyOf: chargeKey };
    return pageOfList(list, query, hasAll(query));
  }
}

/** A fixed one is named by its decision: corrections of it are for the same. Of what accrues there is one for each. */
function chargeKey({ decision, consequence, key }: z.infer<typeof chargeView>): string {
  return decision ?? `${consequence}/${key}`;
}

function viewOf(
  { row, terms }: KnownContract,
  charge: Charge,
  sequence?: number,
): z.infer<typeof chargeView> {
  const { consequence, on, key, period, at, base, permille, times, full, amount, capped } = charge;
  return {
    consequence,
    on,
    clause: terms.consequences.find(({ id }) => id === consequence)?.clause ?? terms.clauses.penalties,
    owedBy: on === 'latePayment' ? 'client' : 'provider',
    key,
    period,
    at,
    fixed: sequence !== undefined,
    base: formatYuan(base),
    permille,
    times,
    full: formatYuan(full),
    amount: formatYuan(amount),
    capped,
    decision: sequence === undefined ? null : `/api/v1/contracts/${row.id}/decisions/${sequence}`,
  };
}
