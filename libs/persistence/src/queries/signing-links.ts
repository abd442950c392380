import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Envelope } from '#domain/signing/envelope';
import { type Instant } from '#domain/time/instant';
import { SigningLink, type SigningLinkRow } from '../entities/signing-link.js';
import { findContract } from './contracts.js';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const FINGERPRINT_DIGITS = 12;

/** A signer's place: the contract, `contract` or `A-1`, and `S1`. */
export interface SigningPlace {
  readonly contract: string;
  readonly envelope: string;
  readonly signer: string;
}

/** Nobody is asked to sign at this place now: it is unknown, or not its turn, or decided, or the signing is over. */
export class NobodyToSign extends Error {
  override readonly name = 'NobodyToSign';
}

/** A token that nobody can guess: 256 random bits. */
export function newSigningToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token; null for a text that was never one. */
export function signingTokenHash(token: string): string | null {
  return TOKEN.test(token) ? createHash('sha256').update(token, 'utf8').digest('hex') : null;
}

/** Names a link in evidence and in the ledger, and leads nobody to it. */
export function fingerprintOf({ tokenHash }: Pick<SigningLinkRow, 'tokenHash'>): string {
  return tokenHash.slice(0, FINGERPRINT_DIGITS);
}

/**
 * Makes a link for a signer who is asked to sign, and revokes all earlier ones of theirs. Gives the whole address,
 * `BASE/sign/TOKEN`: it is known here and never again. Throws {@link NobodyToSign}.
 */
export function mintSigningLink(
  em: EntityManager,
  place: SigningPlace,
  { baseUrl, now }: { readonly baseUrl: string; readonly now: Instant },
): Promise<string> {
  return em.transactional(async (within) => {
    const { contract, envelope, signer } = place;
    // Two who make a link for one signer come one after the other: the later one counts.
    await within.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `signing_link ${contract} ${envelope} ${signer}`,
    ]);
    const expiresAt = await openUntil(within, place);
    await revokeSigningLinks(within, place, now);
    const token = newSigningToken();
    await within.execute(
      `insert into signing_link (token_hash, contract_id, envelope, signer, created_at, expires_at, views)
       values (?, ?, ?, ?, ?, ?, 0)`,
      [signingTokenHash(token), contract, envelope, signer, now, expiresAt],
    );
    return `${baseUrl.replace(/\/+$/, '')}/sign/${token}`;
  });
}

/** The link of a token, whatever has become of it; null where there never was one. */
export async function findSigningLink(em: EntityManager, token: string): Promise<SigningLinkRow | null> {
  const tokenHash = signingTokenHash(token);
  return tokenHash === null ? null : em.findOne(SigningLink, { tokenHash }, { disableIdentityMap: true });
}

const USABLE = `revoked_at is null and expires_at >= ?
  and (used_at is null or exists (select from command where id = used_for and status = 'refused'))`;

/** Counts a look at the page. False when the link is used up, revoked or expired at `at`, by the contract's clock. */
export async function lookBySigningLink(em: EntityManager, tokenHash: string, at: Instant): Promise<boolean> {
  const rows = await em.execute<{ views: number }[]>(
    `update signing_link set views = views + 1 where token_hash = ? and ${USABLE} returning views`,
    [tokenHash, at],
  );
  return rows.length > 0;
}

/**
 * Uses a link up for a command, in the transaction that stores the command. True for one caller only: whoever comes at
 * the same time waits until that transaction has ended.
 */
export async function useSigningLink(
  em: EntityManager,
  tokenHash: string,
  { at, now, command }: { readonly at: Instant; readonly now: Instant; readonly command: string },
): Promise<boolean> {
  const rows = await em.execute<{ views: number }[]>(
    `update signing_link set used_at = ?, used_for = ? where token_hash = ? and ${USABLE} returning views`,
    [now, command, tokenHash, at],
  );
  return rows.length > 0;
}

/** Ends the links of an envelope, or of one of its signers. */
export async function revokeSigningLinks(
  em: EntityManager,
  { contract, envelope, signer }: Omit<SigningPlace, 'signer'> & { readonly signer?: string },
  now: Instant,
): Promise<void> {
  await em.execute(
    `update signing_link set revoked_at = ? where contract_id = ? and envelope = ? and revoked_at is null
        and (?::text is null or signer = ?)`,
    [now, contract, envelope, signer ?? null, signer ?? null],
  );
}

/** Until when the signer may sign. Throws {@link NobodyToSign}. */
async function openUntil(em: EntityManager, { contract, envelope, signer }: SigningPlace): Promise<Instant> {
  const row = await findContract(em, contract);
  const found = row?.state.envelopes.find(({ id }) => id === envelope);
  if (!found || !isAsked(found, signer)) {
    throw new NobodyToSign(`${signer} of ${envelope} of ${contract} is not asked to sign now`);
  }
  return found.dueAt;
}

/** Whether a signer is asked to sign now: invited, and neither decided nor the signing over. */
export function isAsked({ status, signers }: Envelope, id: string): boolean {
  const signer = signers.find((each) => each.id === id);
  return status === 'open' && (signer?.status === 'invited' || signer?.status === 'viewed');
}
