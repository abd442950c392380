import { type EntityManager } from '@mikro-orm/postgresql';
import { type InboundMail } from '#intake/mail';
import { findContract } from '#persistence/queries/contracts';
import { contractsOfSender } from '#persistence/queries/intake';
import { reaches, type Caller } from '../access/caller.js';
import { Problem } from '../http/problem.js';
import { mayWriteFor, type SenderRule } from './intake-settings.js';

/** `support+C-2026-0001@provider.example` */
const NAMED = /^[^@+]+\+(c-[a-z0-9-]{1,40})@/;

/**
 * The contract that a mail is about: the one that its address names, where its client may have written it; else the only
 * one that runs with its sender as the client's address. Throws a Problem where there is none, or more than one.
 */
export async function contractOf(
  em: EntityManager,
  caller: Caller,
  mail: InboundMail,
  rule: SenderRule,
): Promise<string> {
  const { sender } = mail;
  if (sender === null) throw unroutable('it does not say who wrote it, by one address in From');
  const named = new Set(mail.recipients.flatMap((each) => NAMED.exec(each)?.[1]?.toUpperCase() ?? []));
  if (named.size > 1) throw unroutable('its addresses name more than one contract');
  const [id] = named;
  if (id !== undefined) return namedContract(em, caller, { id, sender }, rule);
  const found = await contractsOfSender(em, sender, caller.clients);
  if (found.length > 1) throw unroutable('its sender has more than one contract, and no address names one');
  const [only] = found;
  if (only === undefined) throw unroutable('its sender is the client of no contract that runs');
  return only;
}

/** In the same words whether it is not there, another client's, a rehearsal, or not the sender's to write about. */
async function namedContract(
  em: EntityManager,
  caller: Caller,
  { id, sender }: { readonly id: string; readonly sender: string },
  rule: SenderRule,
): Promise<string> {
  const row = await findContract(em, id);
  const email = row?.parties.client['email'] ?? '';
  const isTheirs = row?.clock === 'real' && reaches(caller, row.clientId) && mayWriteFor(rule, sender, email);
  if (!isTheirs) throw unroutable(`its sender may not write about ${id}`);
  return id;
}

function unroutable(why: string): Problem {
  const allowed =
    'allowed is a mail of a client, to an address that names the contract where there are several';
  const fault = { path: 'body', problem: why, allowed };
  return new Problem('unroutableMail', `The mail belongs to no contract: ${why}, ${allowed}`, [fault]);
}
