import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type Command } from '#domain/command';
import { openingOf } from '#domain/contract/renewal';
import { formatFault } from '#domain/fault';
import { later } from '#domain/time/instant';
import { contractsToLink, contractsToRenew, renewalsOf, renewalsToOpen } from '#persistence/queries/renewals';
import { type WriteCall } from '../access/call.js';
import { termsAtLast } from '../amendments/then.js';
import { type Plan, WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { messageOf } from '../http/message.js';
import { Reply } from '../http/reply.js';
import { RegularJob } from '../regular-job.js';
import { nextRenewalId, RenewalDrafts } from './renewal-drafts.js';

const MOST_AT_ONCE = 50;
/** Who it is in the ledger: nobody asks for what a clause brings about. */
const SYSTEM = { name: 'system', role: 'administrator', clients: null } as const;

/**
 * Sees to what follows from a renewal: drafts and binds the next contract where the clause of one renews it, tells a contract
 * of its renewal once both parties are bound, and has a renewal take over streak and caps once the contract before it has
 * ended. The draft has a key of its own, and the contract refuses everything else the second time: several processes, and
 * one that died half-way, do it once.
 */
@Injectable()
export class Renewer extends RegularJob {
  private readonly logger = new Logger('Renewals');
  /** What was said of a contract that cannot be renewed: it is said once. */
  private readonly said = new Set<string>();

  constructor(
    private readonly orm: MikroORM,
    private readonly contracts: ContractReader,
    private readonly drafts: RenewalDrafts,
    private readonly writes: WritePath,
  ) {
    super();
  }

  async work(): Promise<void> {
    await this.each(
      'renew',
      (after) => contractsToRenew(this.orm.em.fork(), after, MOST_AT_ONCE),
      ({ id }) => this.renew(id),
    );
    await this.each(
      'link',
      (after) => contractsToLink(this.orm.em.fork(), after, MOST_AT_ONCE),
      ({ id, renewal }) => this.link(id, renewal),
    );
    await this.each(
      'open',
      (after) => renewalsToOpen(this.orm.em.fork(), after, MOST_AT_ONCE),
      ({ id, parent }) => this.open(id, parent),
    );
  }

  /** Walks over all that is found, some at a time. */
  private async each<Found extends { readonly id: string }>(
    what: string,
    find: (after: string) => Promise<readonly Found[]>,
    work: (found: Found) => Promise<void>,
  ): Promise<void> {
    let after = '';
    for (;;) {
      let found: readonly Found[] = [];
      try {
        found = await find(after);
      } catch (error) {
        this.logger.warn(`could not look for contracts to ${what}: ${messageOf(error)}`);
      }
      for (const each of found) {
        try {
          await work(each);
        } catch (error) {
          this.sayOnce(`${each.id}: could not ${what}: ${messageOf(error)}`);
        }
      }
      const last = found.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }

  /** The clause of a contract renews it: the next one is drafted by the terms in force, and nobody has to sign it. */
  private async renew(parent: string): Promise<void> {
    const known = await this.contracts.get(parent);
    const children = await renewalsOf(known.em, parent);
    // The parties are about to sign a renewal of their own: it is waited for while there is time.
    if (known.row.state.end === null && children.some(({ status }) => status === 'signing')) return;
    const at = commandAt(known);
    const { months: termMonths } = termsAtLast(known).renewal;
    const wish = { termMonths, parameters: {}, templateVersion: null };
    const made = await this.drafts.draftOf(known, wish, at);
    if ('faults' in made) {
      this.sayOnce(`${parent} cannot be renewed by its clause: ${made.faults.map(formatFault).join('; ')}`);
      return;
    }
    const { body } = await this.writes.write(
      called(`renewal of ${parent} by its clause`),
      async (em): Promise<Plan> => ({
        contract: await nextRenewalId(em, known),
        owner: { kind: 'contract' },
        body: made.draft,
      }),
      ({ contract }) => Promise.resolve(new Reply(201, { contract })),
    );
    const { contract } = body as { readonly contract?: string };
    if (contract === undefined) return;
    const next = await this.contracts.get(contract);
    if (next.row.status === 'draft')
      await this.tell(contract, { type: 'contract.renewedByClause', at: commandAt(next) });
    const { status } = (await this.contracts.get(contract)).row;
    if (status === 'signed' || status === 'active') await this.link(parent, contract);
  }

  private async link(parent: string, contract: string): Promise<void> {
    const known = await this.contracts.get(parent);
    if (known.row.state.renewal.contract !== null) return;
    await this.tell(parent, { type: 'renewal.linked', at: commandAt(known), contract });
  }

  /** What the contract before it ended with. */
  private async open(contract: string, parent: string): Promise<void> {
    const [known, before] = [await this.contracts.get(contract), await this.contracts.get(parent)];
    const { end } = before.row.state;
    const opening = openingOf(known.terms, { terms: before.terms, state: before.row.state });
    if (end === null || opening === null) return;
    const at = later(commandAt(known), end.at);
    await this.tell(contract, { type: 'opening.taken', at, opening });
  }

  /** Told twice it is refused and changes nothing; what was refused for another reason is tried again the next time. */
  private async tell(contract: string, body: Command['body']): Promise<void> {
    const reply = await this.writes.write(
      called(null),
      () => Promise.resolve({ contract, owner: { kind: 'contract' }, body }),
      () => Promise.resolve(new Reply(200, {})),
    );
    if (reply.status >= 400) this.sayOnce(`${contract}, ${body.type}: ${JSON.stringify(reply.body)}`);
  }

  private sayOnce(message: string): void {
    if (this.said.has(message)) return;
    this.said.add(message);
    this.logger.warn(message);
  }
}

/** A call of nobody, under the key that names what is to be done once. */
function called(key: string | null): WriteCall {
  return { caller: SYSTEM, key, ifVersion: null, method: 'POST', path: key ?? '', body: {} };
}
