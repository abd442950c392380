import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type TargetTerms } from '#domain/terms';
import { asOf, ContractReader } from '../contracts/contract-reader.js';
import { termsView } from '../contracts/contract-view.js';
import { contractParams } from '../http/fields.js';
import { termsOut, termsQuery } from './amendment-schemas.js';
import { termsThen } from './then.js';

type Target = z.infer<typeof termsOut>['targets'][string][number];

@ApiTags('amendments')
@Controller('api/v1/contracts/:contract/terms')
export class TermsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({
    summary: 'What holds at an instant of the past or the future, by what is agreed on so far',
  })
  @ApiOkResponse({ standardSchema: termsOut })
  async read(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: termsQuery }) query: z.infer<typeof termsQuery>,
  ): Promise<z.infer<typeof termsOut>> {
    const known = await this.contracts.get(contract);
    const at = query.at ?? asOf(known);
    const { terms, amendments, since, until } = termsThen(known, at);
    const targets = Object.entries(terms.service?.targets ?? {});
    return {
      contract,
      at,
      since,
      until,
      amendments: amendments.map(({ id, effectiveAt }) => ({ id, effectiveAt })),
      template: { ...terms.template },
      terms: termsView(terms),
      targets: Object.fromEntries(targets.map(([priority, list]) => [priority, list.map(targetView)])),
    };
  }
}

function targetView({ kind, clock, measure, metBy, clause }: TargetTerms): Target {
  return { kind, clock, measure: { ...measure }, metBy: [...metBy], clause };
}
