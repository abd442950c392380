import { type MikroORM } from '@mikro-orm/postgresql';
import { Clerk } from '#decisions/clerk';
import { type Standpoint, type Turn } from '#domain/command';
import { takeContractTurn } from './contract-turn.js';
import { takeIncidentTurn } from './incident-turn.js';
import { TermsShelf } from './terms-shelf.js';

/** What a turn needs beside the database: the rules, and the terms at hand. */
export interface Bench {
  readonly clerk: Clerk;
  readonly shelf: TermsShelf;
}

/**
 * The driver of the core over PostgreSQL. One turn is one transaction: deadlines fired, command carried out, state,
 * ledger and answer written, or nothing at all. A command is carried out once however often it is sent.
 */
export class Executor {
  private readonly bench: Bench = { clerk: new Clerk(), shelf: new TermsShelf() };

  constructor(private readonly orm: MikroORM) {}

  /** Takes a turn of a contract or of one of its requests. Refusals are answers; anything thrown may be tried again. */
  take(turn: Turn): Promise<Standpoint> {
    return this.orm.em.fork().transactional((em) => {
      return turn.owner.kind === 'contract'
        ? takeContractTurn(em, this.bench, turn)
        : takeIncidentTurn(em, this.bench, turn, turn.owner.request);
    });
  }
}
