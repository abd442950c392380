import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { assessMonths } from '#domain/contract/months';
import { formatYuan } from '#domain/money/fen';
import { ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { contractParams, count, instantOut, moneyOut, periodOut } from '../http/fields.js';

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
    })
    .nullable(),
});

const monthList = z.strictObject({ items: z.array(monthView) }).meta({ id: 'MonthList' });

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
  ): Promise<z.infer<typeof monthList>> {
    return { items: monthsOf(await this.contracts.get(contract)) };
  }
}

function monthsOf({ row, terms, through }: KnownContract): z.infer<typeof monthView>[] {
  const { state } = row;
  const assessments = assessMonths(state);
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
          }
        : null,
    };
  });
}
