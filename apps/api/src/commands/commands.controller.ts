import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type Answer } from '#domain/command';
import { commandOf, findCommand } from '#persistence/queries/commands';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { reachesContract } from '../access/reach.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { count, instantOut } from '../http/fields.js';
import { Problem } from '../http/problem.js';

const commandParams = closedObject({ command: z.string().regex(/^[0-9a-f-]{36,40}$/) });

const commandView = z
  .strictObject({
    command: z.string(),
    contract: z.string(),
    owner: z.string(),
    type: z.string(),
    at: instantOut,
    actor: z.string(),
    status: z.enum(['pending', 'applied', 'refused']),
    storedAt: instantOut,
    answer: z
      .union([
        z.strictObject({ kind: z.literal('applied'), sequence: count }),
        z.strictObject({
          kind: z.literal('refused'),
          code: z.string(),
          member: z.string(),
          problem: z.string(),
          allowed: z.string(),
        }),
      ])
      .nullable(),
  })
  .meta({ id: 'Command' });

/** What became of a command: for those that were answered with 202. */
@ApiTags('commands')
@Controller('api/v1/commands')
export class CommandsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get(':command')
  @ApiOperation({ summary: 'A stored command: pending, applied or refused' })
  @ApiOkResponse({ standardSchema: commandView })
  async read(
    @WhoCalls() caller: Caller,
    @Param({ schema: commandParams }) { command: id }: z.infer<typeof commandParams>,
  ): Promise<z.infer<typeof commandView>> {
    const em = this.contracts.fork();
    const row = await findCommand(em, id);
    if (!row || !(await reachesContract(em, caller, row.contractId)))
      throw new Problem('unknownCommand', `There is no command ${id}`);
    const { body } = commandOf(row);
    return {
      command: row.id,
      contract: row.contractId,
      owner: row.owner,
      type: body.type,
      at: body.at,
      actor: row.actor,
      status: row.status,
      storedAt: row.createdAt,
      answer: (row.answer ?? null) as Answer | null,
    };
  }
}
