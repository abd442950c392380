import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { Portfolio } from './portfolio.js';
import { portfolioOut, portfolioQuery, type PortfolioOut, type PortfolioQuery } from './portfolio-schemas.js';

@ApiTags('desk')
@Controller('api/v1/portfolio')
export class PortfolioController {
  constructor(private readonly portfolio: Portfolio) {}

  @Get()
  @ApiOperation({
    summary:
      'Figures over all contracts that the caller reaches, and by client: requests, service level, penalties, money, what expires',
  })
  @ApiOkResponse({ standardSchema: portfolioOut })
  read(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: portfolioQuery }) query: PortfolioQuery,
  ): Promise<PortfolioOut> {
    return this.portfolio.show(query, clients);
  }
}
