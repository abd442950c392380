import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { renderClauses } from '#templates/clauses';
import { loadTemplate } from '#templates/load';
import { partiesSchema } from '#templates/parties';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
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
    const { row, terms } = await this.contracts.get(id);
    const template = await loadTemplate(terms.template.id);
    // The text must be the one that was signed, or none.
    if (template.hash !== terms.template.hash) {
      const made = `${terms.template.id} ${terms.template.version} (${terms.template.hash})`;
      throw new Problem(
        'templateChanged',
        `The contract was made from ${made}, of which the text is not here any more`,
      );
    }
    const clauses = renderClauses(template, terms.parameters, language, partiesSchema.parse(row.parties));
    return { contract: id, language, title: template.title[language], clauses };
  }
}
