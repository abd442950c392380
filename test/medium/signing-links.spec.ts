import { type MikroORM } from '@mikro-orm/postgresql';
import { type Command } from '#domain/command';
import { type Envelope } from '#domain/signing/envelope';
import { addSeconds, type Instant } from '#domain/time/instant';
import { SigningLink, type SigningLinkRow } from '#persistence/entities/signing-link';
import { storeIntent } from '#persistence/queries/commands';
import {
  findSigningLink,
  fingerprintOf,
  lookBySigningLink,
  mintSigningLink,
  newSigningToken,
  NobodyToSign,
  revokeSigningLinks,
  signingTokenHash,
  useSigningLink,
} from '#persistence/queries/signing-links';
import { command, draftOf, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const HASH = `sha256:${'ab'.repeat(32)}`;
const provenance = { channel: 'page', address: '203.0.113.7', userAgent: 'a', identity: 'link a' } as const;

/** A real PostgreSQL with a database of its own: what two who come at the same time get of a link. */
describe('links to sign by', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let office: Office;
  let at: Instant;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    const terms = await termsOf();
    at = terms.startsAt;
    office = new Office(orm, terms);
    await office.tell(draftOf(terms, 'real', at));
    const signers = (['provider', 'client'] as const).map((party, index) => ({
      party,
      name: party,
      title: 't',
      email: `${party}@x.example`,
      turn: index + 1,
    }));
    const signing = { signers, remindEveryDays: 3, mostReminders: 2, documentHash: HASH, by: 'office' };
    await office.tell({ type: 'contract.sent', at, dueAt: addSeconds(at, 600), signing });
  });

  const place = (signer = 'S1') => ({ contract: office.contract, envelope: 'contract', signer });
  const mint = async (signer = 'S1', now = at): Promise<string> => {
    const url = await mintSigningLink(orm.em.fork(), place(signer), {
      baseUrl: 'https://sign.example/',
      now,
    });
    const [, token] = /^https:\/\/sign\.example\/sign\/([\w-]{43})$/.exec(url) ?? [];
    if (token === undefined) throw new Error(`no address: ${url}`);
    return token;
  };
  const linkOf = async (token: string): Promise<SigningLinkRow> => {
    const link = await findSigningLink(orm.em.fork(), token);
    if (!link) throw new Error('the link is not there');
    return link;
  };
  const hashOf = (token: string): string => signingTokenHash(token) ?? '';
  const look = (token: string, when = at) => lookBySigningLink(orm.em.fork(), hashOf(token), when);
  const envelope = async (): Promise<Envelope | undefined> => (await office.state()).envelopes[0];

  const signed = (signer = 'S1'): Command =>
    command({
      type: 'signature.given',
      at,
      envelope: 'contract',
      signer,
      provenance,
      documentHash: HASH,
    });

  /** As the page does it: the link is used up in the transaction that stores the command. */
  const sign = (token: string, told = signed()): Promise<boolean> =>
    orm.em.fork().transactional(async (em) => {
      const isFirst = await useSigningLink(em, hashOf(token), { at, now: at, command: told.id });
      if (!isFirst) return false;
      await storeIntent(em, { contract: office.contract, owner: 'contract', command: told }, at);
      return true;
    });

  it('tokens are 256 random bits, known by their hash', async () => {
    const tokens = Array.from({ length: 100 }, newSigningToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const token = await mint();
    const link = await linkOf(token);
    expect(link).toMatchObject({ signer: 'S1', expiresAt: addSeconds(at, 600), views: 0 });
    expect(JSON.stringify(link)).not.toContain(token);
    expect(hashOf(token).startsWith(fingerprintOf(link))).toBe(true);
    for (const none of ['', token.slice(1), `${token}A`, `${token.slice(1)}!`, "' or true --"]) {
      expect(signingTokenHash(none)).toBeNull();
      expect(await findSigningLink(orm.em.fork(), none)).toBeNull();
    }
  });

  it('are for those who are asked to sign now', async () => {
    for (const wrong of [
      place('S2'),
      place('S3'),
      { ...place(), envelope: 'A-1' },
      { ...place(), contract: 'none' },
    ]) {
      await expect(
        mintSigningLink(orm.em.fork(), wrong, { baseUrl: 'https://sign.example', now: at }),
      ).rejects.toThrow(NobodyToSign);
    }
    await office.tell(signed().body);
    await mint('S2');
    await expect(mint('S1')).rejects.toThrow(NobodyToSign);
    await office.tell({ type: 'contract.declined', at, by: 'client', reason: 'no' });
    await expect(mint('S2')).rejects.toThrow(NobodyToSign);
  });

  it('end with the next one of their signer, however many are made at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => mint()));
    const usable = await Promise.all(tokens.map((token) => look(token)));
    expect(usable.filter((isUsable) => isUsable)).toHaveLength(1);
    const live = await orm.em.fork().count(SigningLink, { contractId: office.contract, revokedAt: null });
    expect(live).toBe(1);
  });

  it('count looks, up to and including the last instant', async () => {
    const token = await mint();
    await Promise.all([look(token), look(token), look(token)]);
    expect(await look(token, addSeconds(at, 600))).toBe(true);
    expect(await look(token, addSeconds(at, 601))).toBe(false);
    expect((await linkOf(token)).views).toBe(4);
  });

  it('clicked twice at once, or ten times, are used once: one signature', async () => {
    const token = await mint();
    const clicks = Array.from({ length: 10 }, () => signed());
    const used = await Promise.all(clicks.map((told) => sign(token, told)));
    expect(used.filter((isUsed) => isUsed)).toHaveLength(1);
    const first = clicks[used.indexOf(true)];
    expect(await linkOf(token)).toMatchObject({ usedAt: at, usedFor: first?.id });
    for (const [index, told] of clicks.entries()) {
      if (used[index]) await office.tell(told.body, { id: told.id });
    }
    expect((await envelope())?.steps.filter(({ kind }) => kind === 'signed')).toHaveLength(1);
    expect(await look(token)).toBe(false);
    expect(await sign(token)).toBe(false);
  });

  it('are not used when the command is not stored', async () => {
    const token = await mint();
    const failing = orm.em.fork().transactional(async (em) => {
      expect(await useSigningLink(em, hashOf(token), { at, now: at, command: 'x' })).toBe(true);
      throw new Error('the database goes away');
    });
    await expect(failing).rejects.toThrow('goes away');
    expect(await sign(token)).toBe(true);
  });

  it('can be used again when the contract has refused what they were used for', async () => {
    const token = await mint();
    const wrong = command({
      type: 'signature.given',
      at,
      envelope: 'contract',
      signer: 'S1',
      provenance,
      documentHash: `sha256:${'cd'.repeat(32)}`,
    } as const);
    expect(await sign(token, wrong)).toBe(true);
    // Nobody knows yet what becomes of it.
    expect(await sign(token)).toBe(false);
    expect((await office.tell(wrong.body, { id: wrong.id })).answer?.kind).toBe('refused');
    expect(await look(token)).toBe(true);
    expect(await sign(token)).toBe(true);
  });

  it('are revoked, all of an envelope at once, and stay so', async () => {
    const token = await mint();
    await revokeSigningLinks(orm.em.fork(), { contract: office.contract, envelope: 'A-1' }, at);
    expect(await look(token)).toBe(true);
    await revokeSigningLinks(orm.em.fork(), { contract: office.contract, envelope: 'contract' }, at);
    await revokeSigningLinks(
      orm.em.fork(),
      { contract: office.contract, envelope: 'contract' },
      addSeconds(at, 5),
    );
    expect(await look(token)).toBe(false);
    expect((await linkOf(token)).revokedAt).toBe(at);
  });
});
