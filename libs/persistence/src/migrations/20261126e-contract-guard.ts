import { Migration } from '@mikro-orm/migrations';

/**
 * A contract's row only goes forward. Whoever would write back what it read before somebody else's step is refused,
 * instead of undoing that step without a word; only a rebuild from the ledger may put the row elsewhere.
 */
export class Migration20261126eContractGuard extends Migration {
  override up(): void {
    const fixed = (row: string): string =>
      [
        'id',
        'client_id',
        'template_id',
        'template_version',
        'template_hash',
        'clock',
        'terms_hash',
        'created_at',
      ]
        .map((column) => `${row}.${column}`)
        .join(', ');
    this.addSql(`
      create function contract_goes_forward() returns trigger language plpgsql as $$
      begin
        if current_setting('pacta.rebuilding', true) = 'on' then return new; end if;
        if row(${fixed('old')}) is distinct from row(${fixed('new')}) then
          raise exception 'what contract % was drafted with never changes', old.id using errcode = 'restrict_violation';
        end if;
        if new.version < old.version or (new.version = old.version and new is distinct from old) then
          raise exception 'contract % goes on from version %, not back to %', old.id, old.version, new.version
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger contract_row_goes_forward before update on contract
        for each row execute function contract_goes_forward()`);
  }
}
