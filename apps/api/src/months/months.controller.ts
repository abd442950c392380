import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { attainmentOf, attainmentPercent, together } from '#domain/contract/attainment';
import { assessMonths } from '#domain/contract/months';
import { type ContractState } from '#domain/contract/state';
import { formatYuan } from '#domain/money/fen';
import { ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import {
  contractParams,
  count,
  instantOut,
  listQuery,
  moneyOut,
  pageOut,
  periodOut,
} from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';

const percentOut = z.string().nullable().meta({
  description:
    'Of the targets concluded, one decimal, rounded down, waived misses left out; null where none was concluded',
  example: '99.5',
});

const monthView = z.strictObject({
  period: periodOut,
  from: instantOut,
  to: instantOut,
  fee: moneyOut,
  status: z
    .enum(['closed', 'underWay', 'ahead', 'dropped'])
    .meta({ description: '`dropped`: the contract ended before it' }),
  assessment: z
    .strictObject({
      closedAt: instantOut,
      misses: count,
      waived: count,
      failed: z.boolean(),
      streak: count.meta({ description: 'Failed months in succession, this one included' }),
      received: count.meta({ description: 'Requests put on record in it' }),
      attainmentPercent: percentOut,
      attainment: z.record(z.string(), z.strictObject({ met: count, missed: count, percent: percentOut })),
    })
    .nullable(),
});

const monthList = pageOut(monthView).meta({ id: 'MonthList' });

const monthsQuery = closedObject({ status: z.exactOptional(monthView.shape.status), ...listQuery('asc') });

/** The months of the term with their assessment (clause 2.6). */
@ApiTags('service level')
@Controller('api/v1/contracts/:contract/months')
export class MonthsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'The months of the term: fee, and for those closed what they were assessed as' })
  @ApiOkResponse({ standardSchema: monthList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: monthsQuery }) query: z.infer<typeof monthsQuery>,
  ): Promise<z.infer<typeof monthList>> {
    const items = monthsOf(await this.contracts.get(contract));
    return pageOfList({ name: 'months', items, keyOf: ({ period }) => period }, query, hasAll(query));
  }
}

function monthsOf({ row, terms, through }: KnownContract): z.infer<typeof monthView>[] {
  const { state } = row;
  const assessments = assessMonths(terms, state);
  return terms.schedule.map(({ period, from, to, fee }, index) => {
    const closed = assessments[index];
    const isUnderWay = row.status === 'active' && index === assessments.length && from <= through;
    const open = state.end ? 'dropped' : isUnderWay ? 'underWay' : 'ahead';
    return {
      period,
      from,
      to,
      fee: formatYuan(fee),
      status: closed ? 'closed' : open,
      assessment: closed
        ? {
            closedAt: closed.closedAt,
            misses: closed.misses,
            waived: closed.waived,
            failed: closed.failed,
            streak: closed.streak,
            ...attainmentView(state, index),
          }
        : null,
    };
  });
}

/** What attainment is for each priority, and over all, as it stands after waivers (clause 2.5). */
function attainmentView(
  state: ContractState,
  index: number,
): Pick<
  NonNullable<z.infer<typeof monthView>['assessment']>,
  'received' | 'attainmentPercent' | 'attainment'
> {
  const month = state.closedMonths[index];
  const byPriority = Object.entries(month ? attainmentOf(state, month) : {});
  return {
    received: month?.received ?? 0,
    attainmentPercent: attainmentPercent(together(byPriority.map(([, part]) => part))),
    attainment: Object.fromEntries(
      byPriority.map(([priority, part]) => [priority, { ...part, percent: attainmentPercent(part) }]),
    ),
  };
}
