import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { textOf } from '#persistence/queries/contracts';
import { contractParams } from '../http/fields.js';
import { ContractReader } from './contract-reader.js';
import { clausesQuery, contractClauses } from './contract-schemas.js';

@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/clauses')
export class ClausesController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: "The contract's text, with its parties and values filled in" })
  @ApiOkResponse({ standardSchema: contractClauses })
  async read(
    @Param({ schema: contractParams }) { contract: id }: z.infer<typeof contractParams>,
    @Query({ schema: clausesQuery }) { language }: z.infer<typeof clausesQuery>,
  ): Promise<z.infer<typeof contractClauses>> {
    const { em } = await this.contracts.get(id);
    const { title, clauses } = (await textOf(em, id))[language];
    return { contract: id, language, title, clauses: [...clauses] };
  }
}
