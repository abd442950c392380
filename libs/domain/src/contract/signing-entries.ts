import { type Entry } from '../entry.js';
import { type Envelope, type SigningStep, type SigningStepKind } from '../signing/envelope.js';
import { signerOf } from '../signing/signing.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { plain } from './entries.js';

/** One line for each signature: `contract.signed`, `amendment.signed`, `termination.signed`. */
export function signatures(terms: Terms, before: Envelope, after: Envelope, at: Instant): Entry[] {
  return stepsSince(before, after, 'signed').map((step) => {
    const { party, name } = signerOf(after, step.signer ?? '');
    return plain(`${after.subject}.signed`, at, terms.clauses.parties, {
      by: party,
      signer: name,
      complete: after.status === 'completed',
      envelope: after.id,
      place: step.signer,
      documentHash: after.documentHash,
    });
  });
}

/** One line for each invitation: a letter goes out for it. */
export function invitations(terms: Terms, before: Envelope | null, after: Envelope): Entry[] {
  return stepsSince(before, after, 'invited').map((step) =>
    plain('signing.invited', step.at, terms.clauses.parties, {
      envelope: after.id,
      signer: step.signer,
      dueAt: after.dueAt,
    }),
  );
}

/** How a signing ended without all signatures: `…declined`, `…withdrawn`, `…lapsed`. */
export function endings(terms: Terms, after: Envelope, at: Instant, reason: string | null): Entry[] {
  if (after.status === 'open' || after.status === 'completed') return [];
  const kind = after.status === 'expired' ? 'lapsed' : after.status;
  const by = after.steps.at(-1)?.by ?? '';
  const party = after.signers.find(({ status }) => status === 'declined')?.party ?? null;
  return [
    plain(`${after.subject}.${kind}`, at, terms.clauses.parties, {
      envelope: after.id,
      by: party ?? by,
      name: by,
      reason,
    }),
  ];
}

function stepsSince(before: Envelope | null, after: Envelope, kind: SigningStepKind): SigningStep[] {
  return after.steps.slice(before?.steps.length ?? 0).filter((step) => step.kind === kind);
}
