import { z } from 'zod';
import { count, instant, kind, party, text, yes } from './members.js';

const PLACE = text.nullable().meta({ description: 'The place of the signer, S1: who it is, the API tells' });

const SIGNED = {
  by: party,
  complete: yes,
  envelope: text.optional(),
  place: PLACE.optional(),
  documentHash: text.optional(),
};

const OVER = { envelope: text.optional() };

const DECLINED = { ...OVER, by: party };

const changes = z.array(z.object({ parameter: text }));

/** What is sent to be signed, and what becomes of it. Names, addresses and reasons are not told. */
export const OF_SIGNING = {
  'contract.sent': kind('The contract was sent for signing', {
    dueAt: instant,
    documentHash: text.optional(),
  }),
  'contract.signed': kind('A party signed', SIGNED),
  'contract.declined': kind('A party declined to sign', DECLINED),
  'contract.withdrawn': kind('The signing was withdrawn', OVER),
  'contract.lapsed': kind('The time to sign is over', OVER),
  'amendment.sent': kind('An amendment was sent for signing', {
    amendment: text,
    effectiveAt: instant,
    changes,
    documentHash: text,
    dueAt: instant,
  }),
  'amendment.agreed': kind('An amendment is agreed on', { amendment: text, effectiveAt: instant, changes }),
  'amendment.signed': kind('An amendment was signed by a party', SIGNED),
  'amendment.declined': kind('A party declined an amendment', DECLINED),
  'amendment.withdrawn': kind('An amendment was withdrawn', OVER),
  'amendment.lapsed': kind('The time to sign an amendment is over', OVER),
  'termination.sent': kind('An agreement to end the contract was sent', {
    agreement: text,
    effectiveAt: instant,
    documentHash: text,
    dueAt: instant,
  }),
  'termination.signed': kind('An agreement to end was signed by a party', SIGNED),
  'termination.declined': kind('A party declined an agreement to end', DECLINED),
  'termination.withdrawn': kind('An agreement to end was withdrawn', OVER),
  'termination.lapsed': kind('The time to sign an agreement to end is over', OVER),
  'signing.invited': kind('A signer was invited', { envelope: text, signer: PLACE, dueAt: instant }),
  'signing.reminded': kind('A signer was reminded', { envelope: text, signer: PLACE, number: count }),
  'signature.viewed': kind('A signer looked at the document', { envelope: text, signer: PLACE }),
  'signature.delegated': kind('A signer passed the signing on', { envelope: text, signer: PLACE }),
};
