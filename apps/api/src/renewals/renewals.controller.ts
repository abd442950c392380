import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { renewalNoticeAt } from '#domain/contract/renewal';
import { type ContractState } from '#domain/contract/state';
import { dateIn } from '#domain/time/zone';
import { renewalsOf } from '#persistence/queries/renewals';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { contractDetail } from '../contracts/contract-schemas.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { Tells } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { nextRenewalId, RenewalDrafts } from './renewal-drafts.js';
import { objectionBody, renewalBody, renewalsOut } from './renewal-schemas.js';

type Params = z.infer<typeof contractParams>;
type Renewals = z.infer<typeof renewalsOut>;

/** What comes after the term: a contract of its own, by a new agreement or by the clause of this one. */
@ApiTags('renewals')
@Controller('api/v1/contracts/:contract/renewals')
export class RenewalsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly drafts: RenewalDrafts,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Whether and how the contract goes on: notice day, objection, and what came of it',
  })
  @ApiOkResponse({ standardSchema: renewalsOut })
  async read(@Param({ schema: contractParams }) { contract }: Params): Promise<Renewals> {
    return this.shown(await this.reader.get(contract));
  }

  @Post()
  @Tells('duplicateContract')
  @ApiOperation({
    summary: 'Drafts the contract that follows this one, to be sent and signed like any other',
  })
  @ApiCreatedResponse({ standardSchema: contractDetail })
  draft(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract: parent }: Params,
    @Body({ schema: renewalBody }) body: z.infer<typeof renewalBody>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.reader.get(parent, em);
        checkRenewable(known);
        const { termMonths = known.terms.renewal.months, parameters, templateVersion = null } = body;
        const wish = { termMonths, parameters, templateVersion };
        const made = await this.drafts.draftOf(known, wish, commandAt(known, body.at));
        if ('faults' in made) throw Problem.ofFaults(made.faults);
        const contract = await nextRenewalId(em, known);
        return { contract, owner: { kind: 'contract' }, body: made.draft };
      },
      async ({ contract }) =>
        new Reply(201, await this.contracts.show(contract), `/api/v1/contracts/${contract}`),
    );
  }

  @Post('objection')
  @Tells()
  @ApiOperation({ summary: 'A party says in time that it does not want the contract to go on' })
  @ApiOkResponse({ standardSchema: renewalsOut })
  object(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: objectionBody }) { party, reason, at }: z.infer<typeof objectionBody>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.reader.get(contract, em);
        const body = { type: 'renewal.objected', at: commandAt(known, at), by: party, reason } as const;
        return { contract, owner: { kind: 'contract' }, body };
      },
      async () => new Reply(200, await this.shown(await this.reader.get(contract))),
    );
  }

  private async shown({ row, terms, em }: KnownContract): Promise<Renewals> {
    const { mode, months, carriesOver, noticeDays } = terms.renewal;
    const { objection, contract: renewedBy } = row.state.renewal;
    const termStart = dateIn(terms.endsAt, terms.zone);
    return {
      contract: row.id,
      mode,
      termMonths: months,
      carriesOver,
      endsAt: terms.endsAt,
      noticeDays,
      noticeAt: renewalNoticeAt(terms),
      objection: objection && { ...objection },
      outcome: outcomeOf(row.state, mode),
      renews: row.state.renews,
      renewedBy,
      items: (await renewalsOf(em, row.id)).map((line) => ({ ...line, termStart })),
    };
  }
}

function outcomeOf({ renewal, end }: ContractState, mode: Renewals['mode']): Renewals['outcome'] {
  if (renewal.contract !== null) return 'renewed';
  if (renewal.arisen) return 'arisen';
  return renewal.noticePassedAt !== null || end !== null || mode === 'none' ? 'noRenewal' : 'open';
}

/** Throws a Problem where there is nothing that could be renewed, or it is renewed already. */
function checkRenewable({ row: { id, status, state } }: KnownContract): void {
  const refuse = (problem: string, allowed: string): never => {
    throw new Problem('wrongState', `contract: ${id} ${problem}, ${allowed}`, [
      { path: 'contract', problem: `${id} ${problem}`, allowed },
    ]);
  };
  if (state.renewal.contract !== null)
    refuse(`is renewed by ${state.renewal.contract}`, 'allowed: one renewal');
  if (state.renewal.arisen)
    refuse('is renewed by its clause', 'allowed: an amendment of the contract that follows');
  const isRunning = status === 'active' && state.earlyEndAt === null;
  if (isRunning || state.end?.kind === 'expired') return;
  const how = status === 'active' || state.end ? 'ends before its term' : `is ${status}`;
  refuse(how, 'allowed: a contract that runs, or has come to the end of its term');
}
