import { Injectable } from '@nestjs/common';
import { Clerk } from '#decisions/clerk';
import { type Command } from '#domain/command';
import { type ContractRow } from '#persistence/entities/contract';
import { countByStatus, incidentsAhead } from '#persistence/queries/incidents';
import { type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { Reply } from '../http/reply.js';
import { upcoming } from '../timeline/upcoming.js';
import { accountOf } from './account-view.js';
import { ContractReader, type KnownContract } from './contract-reader.js';
import { type ContractDetail } from './contract-schemas.js';
import { contractDetailView } from './contract-view.js';
import { currentMonthView } from './current-month.js';

/** Shows contracts, and has commands carried out that concern the contract itself. */
@Injectable()
export class ContractsService {
  private readonly clerk = new Clerk();

  constructor(
    private readonly reader: ContractReader,
    private readonly writes: WritePath,
  ) {}

  async show(id: string): Promise<ContractDetail> {
    return (await this.read(id)).view;
  }

  /** A contract as it is shown, and the version that this is. */
  async read(id: string): Promise<{ readonly view: ContractDetail; readonly version: number }> {
    const known = await this.reader.get(id);
    const { row, terms, em } = known;
    const account = await accountOf(known, em, this.clerk);
    const ahead = (await incidentsAhead(em, id, 1)).map(({ state }) => state);
    const view = contractDetailView({
      known,
      account,
      requests: await countByStatus(em, id),
      next: upcoming(terms, row.state, ahead, 1)[0] ?? null,
      currentMonth: await currentMonthView(known, account, em),
    });
    return { view, version: row.version };
  }

  /** Has a command carried out and answers with what `view` makes of it; left out, with the contract as it stands then. */
  command(
    call: WriteCall,
    contract: string,
    body: (known: KnownContract) => Command['body'],
    options: {
      readonly lateReason?: string | undefined;
      readonly view?: (row: ContractRow) => Promise<Reply>;
    } = {},
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.reader.get(contract, em);
        return { contract, owner: { kind: 'contract' }, body: body(known), lateReason: options.lateReason };
      },
      async () => {
        if (!options.view) return new Reply(200, await this.show(contract));
        return options.view((await this.reader.get(contract)).row);
      },
    );
  }
}
