import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type OperationRow } from '#persistence/entities/operation';
import { findOperation, type OperationsOf } from '#persistence/queries/operations';
import { type Caller } from '../access/caller.js';
import { Problem } from '../http/problem.js';

/** Which operations are there for a caller: its own, and all for whoever reaches all clients. */
@Injectable()
export class OperationDesk {
  constructor(private readonly orm: MikroORM) {}

  fork(): EntityManager {
    return this.orm.em.fork();
  }

  /** Throws a Problem for an operation of somebody else, in the words of one that is not there. */
  async get(em: EntityManager, id: string, caller: Caller): Promise<OperationRow> {
    const row = await findOperation(em, id, whose(caller));
    if (!row) throw new Problem('unknownOperation', `There is no operation ${id}`);
    return row;
  }
}

export function whose({ name, clients }: Caller): OperationsOf {
  return clients === null ? null : name;
}
