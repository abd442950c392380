import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { IntakeMessage, type IntakeMessageRow } from '../entities/attachment.js';
import { Command, type CommandRow } from '../entities/command.js';
import { Contract } from '../entities/contract.js';

/**
 * Claims a mail for a contract in the caller's transaction; false where a mail of its id is there already. Another call
 * with the same mail waits here until the first one's transaction has ended.
 */
export async function claimMessage(
  em: EntityManager,
  message: Omit<IntakeMessageRow, 'request'>,
): Promise<boolean> {
  const { contractId, messageId, sha256, sender, receivedAt, takenAt } = message;
  const made = await em.execute<{ message_id: string }[]>(
    `insert into intake_message (contract_id, message_id, sha256, sender, received_at, taken_at, request)
     values (?, ?, ?, ?, ?, ?, '') on conflict do nothing returning message_id`,
    [contractId, messageId, sha256, sender, receivedAt, takenAt],
  );
  return made.length > 0;
}

/** Writes down which request a claimed mail became. */
export async function nameRequest(
  em: EntityManager,
  { contractId, messageId, request }: Pick<IntakeMessageRow, 'contractId' | 'messageId' | 'request'>,
): Promise<void> {
  await em.execute('update intake_message set request = ? where contract_id = ? and message_id = ?', [
    request,
    contractId,
    messageId,
  ]);
}

/** The mail of that id that became a request of a contract; null where there is none. */
export function findMessage(
  em: EntityManager,
  contractId: string,
  messageId: string,
): Promise<IntakeMessageRow | null> {
  return em.findOne(IntakeMessage, { contractId, messageId }, { disableIdentityMap: true });
}

/** Takes back a mail whose request the contract has refused, with its files: it may be sent again. */
export async function dropMessage(em: EntityManager, contractId: string, messageId: string): Promise<void> {
  await em.transactional(async (within) => {
    const rows = await within.execute<{ request: string }[]>(
      `delete from intake_message m where m.contract_id = ? and m.message_id = ?
         and exists (select from command c where c.contract_id = m.contract_id
                       and c.owner = 'request/' || m.request and c.status = 'refused')
       returning m.request`,
      [contractId, messageId],
    );
    for (const { request } of rows) {
      await within.execute('delete from attachment where contract_id = ? and request = ?', [
        contractId,
        request,
      ]);
    }
  });
}

/** The command that puts a request on record; null where there is none. */
export function recordingOf(
  em: EntityManager,
  contractId: string,
  request: string,
): Promise<CommandRow | null> {
  return em.findOne(
    Command,
    { contractId, owner: `request/${request}` },
    { orderBy: { createdAt: 'asc' }, disableIdentityMap: true },
  );
}

/** Contracts on the time of day that run and whose client has this e-mail address, by their ids; two at most. */
export async function contractsOfSender(
  em: EntityManager,
  sender: string,
  clients: readonly string[] | null,
): Promise<string[]> {
  const isSender = raw(`(lower(parties -> 'client' ->> 'email') = ?)`, [sender]);
  const rows = await em.find(
    Contract,
    {
      status: 'active',
      clock: 'real',
      [isSender]: true,
      ...(clients !== null && { clientId: { $in: [...clients] } }),
    },
    { fields: ['id'], orderBy: { id: 'asc' }, limit: 2, disableIdentityMap: true },
  );
  return rows.map(({ id }) => id);
}
