import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { termsThen, Texts } from '../amendments/then.js';
import { contractParams } from '../http/fields.js';
import { asOf, ContractReader } from './contract-reader.js';
import { clausesQuery, contractClauses } from './contract-schemas.js';

@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/clauses')
export class ClausesController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({
    summary: "The contract's text, with its parties and values filled in, as it holds at an instant",
  })
  @ApiOkResponse({ standardSchema: contractClauses })
  async read(
    @Param({ schema: contractParams }) { contract: id }: z.infer<typeof contractParams>,
    @Query({ schema: clausesQuery }) { language, at }: z.infer<typeof clausesQuery>,
  ): Promise<z.infer<typeof contractClauses>> {
    const known = await this.contracts.get(id);
    const { amendments } = termsThen(known, at ?? asOf(known));
    const { title, clauses } = (await Texts.of(known)).under(amendments)[language];
    return { contract: id, language, title, clauses: [...clauses] };
  }
}
