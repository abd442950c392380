import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { periodOf } from '#domain/time/dates';
import { dateIn } from '#domain/time/zone';
import { nextContractNumber, reserveContractId } from '#persistence/queries/numbers';
import { type WriteCall } from '../access/call.js';
import { checkReach } from '../access/reach.js';
import { WritePath } from '../commands/write-path.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { type newContract } from './contract-schemas.js';
import { ContractsService } from './contracts.service.js';
import { NewContracts } from './new-contract.js';

/** Drafts contracts, one by one or many. */
@Injectable()
export class ContractDrafts {
  constructor(
    private readonly contracts: ContractsService,
    private readonly drafts: NewContracts,
    private readonly writes: WritePath,
  ) {}

  /** Drafts what the schema has let through. Throws a Problem where the client is not the caller's. */
  async draft(call: WriteCall, wanted: z.infer<typeof newContract>): Promise<Reply> {
    checkReach(call.caller, wanted.clientId);
    const draft = await this.drafts.draftOf(wanted);
    return this.writes.write(
      call,
      async (em) => {
        const { id } = wanted;
        if (id !== undefined && !(await reserveContractId(em, id))) throw duplicate(id);
        // Taken last: its row is locked until the intent is stored.
        const year = Number(periodOf(dateIn(draft.at, draft.terms.zone)).slice(0, 4));
        return {
          contract: id ?? (await nextContractNumber(em, year)),
          owner: { kind: 'contract' },
          body: draft,
        };
      },
      async ({ contract }) =>
        new Reply(201, await this.contracts.show(contract), `/api/v1/contracts/${contract}`),
    );
  }
}

function duplicate(id: string): Problem {
  const fault = {
    path: 'id',
    problem: `${id} is taken`,
    allowed: 'allowed is an id not used yet, or none for the next number',
  };
  return new Problem('duplicateContract', `id: ${id} is taken, ${fault.allowed}`, [fault]);
}
