import { type EntityManager } from '@mikro-orm/postgresql';

/** How much work waits, over all processes. */
export interface Backlog {
  /** `papers`, `mails`, `webhooks`, `commands`. */
  readonly queue: string;
  readonly state: string;
  readonly jobs: number;
}

/** What still is to be done, and what was given up: documents, letters, webhook deliveries, commands without an answer. */
export async function readBacklogs(em: EntityManager): Promise<Backlog[]> {
  return em.execute<Backlog[]>(
    `select 'papers' as queue, state.status as state,
            (select count(*)::int from paper_job where status = state.status) as jobs
       from (values ('queued'), ('pressed'), ('failed')) as state (status)
     union all
     select 'mails', state.status, (select count(*)::int from mail where status = state.status)
       from (values ('queued'), ('failed')) as state (status)
     union all
     select 'webhooks', state.status, (select count(*)::int from webhook_delivery where status = state.status)
       from (values ('pending'), ('dead')) as state (status)
     union all
     select 'commands', 'pending', (select count(*)::int from command where status = 'pending')`,
  );
}
