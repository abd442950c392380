import { type z } from 'zod';
import { type SignerWish } from '#domain/signing/envelope';
import { type SigningWish } from '#domain/signing/signing';
import { type KnownContract } from '../contracts/contract-reader.js';
import { type sendBody } from '../contracts/contract-schemas.js';

/** What is asked for of a signing: who signs, and how often they are reminded. */
export type SendingWanted = Pick<z.infer<typeof sendBody>, 'signers' | 'remindEveryDays' | 'mostReminders'>;

/** A hash that no document has: it stands in while the document is made, which does not print its own. */
export const UNKNOWN_HASH = `sha256:${'0'.repeat(64)}`;

/** Who signs and how often they are reminded: as asked for, else the contact persons and what the terms say. */
export function signingWish({ row, terms }: KnownContract, wanted: SendingWanted): SigningWish {
  const signers = wanted.signers?.map(({ turn = 1, ...signer }): SignerWish => ({ ...signer, turn }));
  return {
    signers: signers ?? (['provider', 'client'] as const).map((role) => contactOf(row.parties, role)),
    remindEveryDays: wanted.remindEveryDays ?? terms.signing.remindEveryDays,
    mostReminders: wanted.mostReminders ?? terms.signing.mostReminders,
  };
}

function contactOf(parties: KnownContract['row']['parties'], party: SignerWish['party']): SignerWish {
  const { contactPerson = '', contactTitle = '', email = '' } = parties[party];
  return { party, name: contactPerson, title: contactTitle, email, turn: 1 };
}
