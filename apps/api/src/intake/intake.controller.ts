import { Controller, Post, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Call, type WriteCall } from '../access/call.js';
import { Tells } from '../docs/answers.js';
import { type Reply } from '../http/reply.js';
import { mailQuery, mailTaken, type MailQuery } from './intake-schemas.js';
import { MailIntake } from './mail-intake.js';
import { RawBody } from './raw-bodies.js';

/** The mailbox of clause 2.1: a mail provider hands on what comes in. */
@ApiTags('requests')
@Controller('api/v1/intake')
export class IntakeController {
  constructor(private readonly intake: MailIntake) {}

  @Post('mail')
  @Tells('unroutableMail', 'unknownContract')
  @ApiOperation({
    summary:
      'A mail as it came, at most 10 MiB: becomes a request of the contract that it is about, once for each Message-ID',
  })
  @ApiConsumes('message/rfc822')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ standardSchema: mailTaken, description: 'It is a request now' })
  @ApiOkResponse({ standardSchema: mailTaken, description: 'It was one already, or it is ignored' })
  take(
    @Call() call: WriteCall,
    @Query({ schema: mailQuery }) severity: MailQuery,
    @RawBody('message/rfc822') bytes: Buffer,
  ): Promise<Reply> {
    return this.intake.take(call, bytes, severity);
  }
}
