import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { findMail, mailPage, retryMail } from '#persistence/queries/mail';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { now } from '../time.js';
import { mailKey, mailList, mailParams, mailsQuery, mailView, mailViewOf } from './document-schemas.js';

/** The letters of a contract: queued, sent, or given up. */
@ApiTags('documents')
@Controller('api/v1/contracts/:contract/mails')
export class MailsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The letters of a contract, the oldest first, and what became of them' })
  @ApiOkResponse({ standardSchema: mailList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: mailsQuery }) query: z.infer<typeof mailsQuery>,
  ): Promise<z.infer<typeof mailList>> {
    const { em } = await this.contracts.get(contract);
    const page = await mailPage(em, contract, filtersOf(query), pageWish(mailKey, query));
    return pageView(page, mailViewOf, ({ createdAt, key }) => ({ list: 'mails', createdAt, key }));
  }

  @Post(':mail/retry')
  @ApiOperation({ summary: 'Queues a letter again that was given up. It keeps its Message-ID' })
  @ApiOkResponse({ standardSchema: mailView })
  retry(
    @Call() call: WriteCall,
    @Param({ schema: mailParams }) { contract, mail }: z.infer<typeof mailParams>,
  ): Promise<Reply> {
    return this.writes.once(call, async () => {
      const { em } = await this.contracts.get(contract);
      const known = await findMail(em, contract, mail);
      if (!known) throw new Problem('unknownMail', `There is no letter ${mail} of ${contract}`);
      if (!(await retryMail(em, mail, now())))
        throw new Problem(
          'wrongState',
          `The letter is ${known.status}: only one that has failed is sent again`,
        );
      return new Reply(200, mailViewOf((await findMail(em, contract, mail)) ?? known));
    });
  }
}
