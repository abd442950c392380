import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { type CommandRow } from '../entities/command.js';
import { findCommand } from './commands.js';

const OVERDUE = `
  with overdue as (
    select id as contract_id, 'contract' as owner, next_at from contract
     where clock = 'real' and next_at < ?
    union all
    select incident.contract_id, 'request/' || incident.request, incident.next_at
      from incident join contract on contract.id = incident.contract_id
     where contract.clock = 'real' and incident.next_at < ?
    order by next_at limit ?)
  select last.id from overdue cross join lateral (
    select id from command
     where contract_id = overdue.contract_id and owner = overdue.owner and status = 'applied'
     order by (answer->>'sequence')::int desc limit 1) as last`;

/** Of contracts on the time of day and of their requests that have a deadline before an instant: what each was last told. */
export async function lastToldOfOverdue(
  em: EntityManager,
  before: Instant,
  limit: number,
): Promise<CommandRow[]> {
  const rows = await em.execute<{ id: string }[]>(OVERDUE, [before, before, limit]);
  const found = await Promise.all(rows.map(({ id }) => findCommand(em, id)));
  return found.filter((row) => row !== null);
}
