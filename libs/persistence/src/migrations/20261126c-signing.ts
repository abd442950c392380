import { Migration } from '@mikro-orm/migrations';

/** Links to sign by: hashes of tokens, whose they are, and whether they can still be used. */
export class Migration20261126cSigning extends Migration {
  override up(): void {
    this.addSql(`
      create table signing_link (
        token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
        contract_id text not null references contract (id),
        envelope text not null,
        signer text not null,
        created_at timestamptz(0) not null,
        expires_at timestamptz(0) not null,
        used_at timestamptz(0),
        used_for text,
        revoked_at timestamptz(0),
        views int not null check (views >= 0),
        constraint signing_link_used check ((used_at is null) = (used_for is null))
      )`);
    this.addSql(`
      create unique index signing_link_live on signing_link (contract_id, envelope, signer) where revoked_at is null`);
  }
}
