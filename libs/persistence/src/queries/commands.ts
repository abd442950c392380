import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { type Command as CommandData } from '#domain/command';
import { addSeconds, type Instant } from '#domain/time/instant';
import { Command, type CommandRow } from '../entities/command.js';
import { commandRow } from '../store.js';

/** What is stored before a workflow is asked. */
export interface Intent {
  readonly contract: string;
  /** `contract`, or `request/NAME`. */
  readonly owner: string;
  readonly command: CommandData;
}

export function findCommand(em: EntityManager, id: string): Promise<CommandRow | null> {
  return em.findOne(Command, { id });
}

/** The commands of a contract and its requests by their ids. */
export async function commandsOf(
  em: EntityManager,
  contractId: string,
): Promise<ReadonlyMap<string, CommandRow>> {
  const rows = await em.find(Command, { contractId }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Stores a command as pending. */
export async function storeIntent(em: EntityManager, intent: Intent, now: Instant): Promise<CommandRow> {
  const row = em.create(Command, {
    ...commandRow(intent.contract, intent.owner, intent.command, now),
    sentAt: now,
  });
  await em.flush();
  return row;
}

/** The command of a stored row, as it is to be sent. */
export function commandOf(row: CommandRow): CommandData {
  const stored = row.body as unknown as Pick<CommandData, 'body' | 'lateReason' | 'ifVersion'>;
  return { id: row.id, actor: row.actor, ...stored };
}

/**
 * Takes commands that have had no answer for a while, the oldest first, and marks them as sent now, so that no other
 * sweeper takes them as well.
 */
export async function takeUnanswered(
  em: EntityManager,
  now: Instant,
  afterSeconds: number,
  limit: number,
): Promise<CommandRow[]> {
  const rows = await em.find(
    Command,
    { status: 'pending', sentAt: { $lt: addSeconds(now, -afterSeconds) } },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
  for (const row of rows) row.sentAt = now;
  return rows;
}
