import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';

/**
 * Reads by several statements what was there at one moment: what is written meanwhile does not show in half of them, and
 * the database itself refuses any writing. Within a transaction its moment is kept.
 */
export function inSnapshot<Result>(
  em: EntityManager,
  read: (within: EntityManager) => Promise<Result>,
): Promise<Result> {
  if (em.isInTransaction()) return read(em);
  const snapshot = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
  return em.fork().transactional(read, snapshot);
}
