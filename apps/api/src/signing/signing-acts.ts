import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Envelope, type Provenance, type SignerWish } from '#domain/signing/envelope';
import { type Instant } from '#domain/time/instant';
import { type SigningPlace } from '#persistence/queries/signing-links';
import { type WriteCall } from '../access/call.js';
import { WritePath, type Plan } from '../commands/write-path.js';
import { asOf, commandAt, ContractReader } from '../contracts/contract-reader.js';
import { Reply } from '../http/reply.js';

/** What a signer does with a document. */
export type SignerDeed =
  | { readonly type: 'signature.viewed' }
  | { readonly type: 'signature.given'; readonly documentHash: string }
  | { readonly type: 'signature.declined'; readonly reason: string }
  | {
      readonly type: 'signature.delegated';
      readonly to: Pick<SignerWish, 'name' | 'title' | 'email'>;
      readonly reason: string;
    };

/** How a signing stands after a deed. It names nobody: it is kept under the idempotency key. */
export interface DeedOutcome {
  readonly deed: SignerDeed['type'];
  readonly status: Envelope['status'];
  /** How many have still to sign. */
  readonly waiting: number;
}

/** One deed, by whom and how it reached us. */
export interface ToldDeed {
  readonly call: WriteCall;
  readonly place: SigningPlace;
  readonly deed: SignerDeed;
  readonly provenance: Provenance;
  /** Looks at the contract as it stands, in the transaction that stores the command. May throw. */
  readonly before?: (em: EntityManager, asOf: Instant) => Promise<void>;
}

/** Tells contracts what their signers do: the page's acts, and those that an outside service reports. */
@Injectable()
export class SigningActs {
  constructor(
    private readonly reader: ContractReader,
    private readonly writes: WritePath,
  ) {}

  /** The answer's body is a {@link DeedOutcome}, or the problem of a refusal; 202 while the contract has not answered. */
  tell({ call, place, deed, provenance, before }: ToldDeed): Promise<Reply> {
    const { contract, envelope, signer } = place;
    return this.writes.write(
      call,
      async (em): Promise<Plan> => {
        const known = await this.reader.get(contract, em);
        await before?.(em, asOf(known));
        const at = commandAt(known);
        const body = { ...deed, at, envelope, signer, provenance };
        return { contract, owner: { kind: 'contract' }, body };
      },
      async () => {
        const { row } = await this.reader.get(contract);
        const after = row.state.envelopes.find(({ id }) => id === envelope);
        const open = after?.signers.filter(({ status }) => status !== 'signed' && status !== 'delegated');
        const outcome: DeedOutcome = {
          deed: deed.type,
          status: after?.status ?? 'open',
          waiting: open?.length ?? 0,
        };
        return new Reply(200, outcome);
      },
    );
  }
}
