import { type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { AccessLog, type AccessLogRow } from '../entities/access-log.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** A read that is to be put on record. */
export interface AccessRead {
  readonly caller: string;
  readonly role: string;
  readonly route: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Puts a read on record, before it is answered. */
export async function recordAccess(em: EntityManager, read: AccessRead, now: Instant): Promise<void> {
  const { caller, role, route, ids } = read;
  await em.execute('insert into access_log (at, caller, role, route, ids) values (?, ?, ?, ?, ?::jsonb)', [
    now,
    caller,
    role,
    route,
    JSON.stringify(ids),
  ]);
}

const READINGS: Listing<AccessLogRow, { readonly id: string }> = {
  entity: AccessLog,
  columns: [['id', 'asc']],
  usual: 'desc',
};

/** What has been read, the latest first unless the earliest is wished. */
export function listAccess(
  em: EntityManager,
  { caller, contract }: { readonly caller?: string; readonly contract?: string },
  wish: PageWish<{ readonly id: string }>,
): Promise<Page<AccessLogRow>> {
  const where: FilterQuery<AccessLogRow> = {
    ...(caller !== undefined && { caller }),
    ...(contract !== undefined && { ids: { contract } }),
  };
  return keysetPage(em, READINGS, where, wish);
}
