import { outstanding } from '#domain/contract/billing';
import { type PartyRole } from '#domain/contract/state';
import { formatYuan } from '#domain/money/fen';
import { type Signer } from '#domain/signing/envelope';
import { type FactsAt } from '#execution/facts-at';
import { type LetterTemplate } from '#mail/letters';
import { type DocumentLanguage } from '#persistence/entities/document';
import { type StoredDocument } from '#persistence/queries/documents';
import { type NewMail } from '#persistence/queries/mail';
import { LetterFacts } from './letter-facts.js';

interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** A letter for a line: what it is, whom it is for, what it says, and the kinds of documents it carries. */
interface Draft {
  readonly template: LetterTemplate;
  /** Tells it from the contract's other letters to the same address. */
  readonly key: string;
  readonly to: readonly Addressee[];
  readonly data: Readonly<Record<string, string>>;
  readonly carries?: Carried;
}

/** Documents of these kinds that the line brought about, or of this key whichever line did. */
interface Carried {
  readonly kinds: readonly string[];
  readonly key?: string;
}

type Writer = (facts: LetterFacts) => readonly Draft[];

const PDF = 'application/pdf';

/** Which lines of a ledger bring letters about, and which ones. */
const WRITERS: Readonly<Record<string, Writer>> = {
  'signing.invited': (facts) => toSigner(facts, 'signingInvitation', 'invited'),
  'signing.reminded': (facts) => toSigner(facts, 'signingReminder', `reminded-${facts.text('number')}`),
  'contract.signed': signedByAll,
  'amendment.signed': signedByAll,
  'termination.signed': signedByAll,
  'contract.declined': declined,
  'amendment.declined': declined,
  'termination.declined': declined,
  'contract.withdrawn': withdrawn,
  'amendment.withdrawn': withdrawn,
  'termination.withdrawn': withdrawn,
  'contract.lapsed': expired,
  'amendment.lapsed': expired,
  'termination.lapsed': expired,
  'amendment.sent': (facts) => [
    {
      template: 'amendmentProposed',
      key: `amendment/${facts.text('amendment')}`,
      to: parties(facts, 'client', 'provider'),
      data: {
        amendment: facts.text('amendment'),
        effectiveOn: facts.moment('effectiveAt').slice(0, 10),
        reason: facts.text('reason'),
      },
      carries: { kinds: ['amendment'] },
    },
  ],
  'invoice.issued': (facts) => [
    {
      template: 'invoice',
      key: `invoice/${facts.text('period')}`,
      to: parties(facts, 'client'),
      data: { period: facts.text('period'), payable: facts.text('payable'), dueBy: facts.deadline('dueAt') },
      carries: { kinds: ['invoice', 'creditNote'] },
    },
  ],
  'payment.reminded': (facts) => aboutPayment(facts, 'paymentReminder', 'reminded'),
  'invoice.overdue': (facts) => aboutPayment(facts, 'paymentOverdue', 'overdue'),
  'report.drawnUp': monthly,
  'report.submitted': handedIn,
  'terminationRight.arisen': (facts) => [
    {
      template: 'terminationRight',
      key: `termination-right/${facts.sequence}`,
      to: parties(facts, 'client'),
      data: { lapsesBy: facts.deadline('lapsesAt') },
      carries: { kinds: ['terminationNotice'] },
    },
  ],
  'termination.exercised': notice,
  'termination.noticed': notice,
  'settlement.drawnUp': settlement,
  'settlement.revised': settlement,
  'renewal.arisen': renewal,
  'renewal.noticePassed': renewal,
};

/**
 * The letters that a line of the ledger brings about, in one language, with the PDFs of that language among the
 * contract's stored documents. Their keys are the same whenever they are asked for.
 */
export function lettersOf(
  at: FactsAt,
  documents: readonly StoredDocument[],
  language: DocumentLanguage,
): NewMail[] {
  const facts = new LetterFacts(at, language);
  const drafts = WRITERS[at.line.kind]?.(facts) ?? [];
  return drafts.flatMap(({ template, key, to, data, carries }) =>
    to.map(({ name, email }) => ({
      contractId: at.contract,
      key: `${at.contract}/${key}/${email}`,
      recipient: email,
      language,
      template,
      data: { contract: at.contract, name, ...data },
      attachments: attached(at.line.sequence, documents, language, carries),
    })),
  );
}

function attached(
  sequence: number,
  documents: readonly StoredDocument[],
  language: DocumentLanguage,
  carried: Carried | undefined,
): string[] {
  if (!carried) return [];
  const fits = documents.filter(
    (each) =>
      each.mediaType === PDF &&
      each.language === language &&
      carried.kinds.includes(each.kind) &&
      (carried.key === undefined ? each.ledgerSequence === sequence : each.key === carried.key),
  );
  return [...new Set(fits.map(({ sha256 }) => sha256))];
}

/** The parties' own addresses; one that has none gets no letters. */
function parties({ at }: LetterFacts, ...roles: readonly PartyRole[]): Addressee[] {
  return roles.flatMap((role) => {
    const { contactPerson = '', fullName = '', email = '' } = at.parties[role];
    return email.trim() === '' ? [] : [{ name: contactPerson || fullName, email: email.trim() }];
  });
}

/** Everyone who was asked to sign what the line is about; without an envelope the parties. */
function signers(facts: LetterFacts): Addressee[] {
  const asked = facts.envelope?.signers.filter(({ invitedAt }) => invitedAt !== null);
  if (!asked) return parties(facts, 'client', 'provider');
  const byEmail = new Map<string, Signer>(asked.map((signer) => [signer.email, signer]));
  return [...byEmail.values()].map(({ name, email }) => ({ name, email }));
}

/** The link is made when the letter is delivered: here it is only said whose it is. */
function toSigner(facts: LetterFacts, template: LetterTemplate, what: string): Draft[] {
  const { envelope } = facts;
  const signer = envelope?.signers.find(({ id }) => id === facts.text('signer'));
  if (!envelope || !signer) return [];
  return [
    {
      template,
      key: `signing/${envelope.id}/${signer.id}/${what}`,
      to: [{ name: signer.name, email: signer.email }],
      data: {
        document: facts.document,
        dueBy: facts.deadline('dueAt'),
        envelope: envelope.id,
        signer: signer.id,
      },
    },
  ];
}

function signedByAll(facts: LetterFacts): Draft[] {
  return [
    {
      template: 'signedByAll',
      key: `signing/${facts.subject}/signed`,
      to: signers(facts),
      data: { document: facts.document },
      carries: { kinds: ['contract', 'amendment', 'terminationNotice'] },
    },
  ];
}

function declined(facts: LetterFacts): Draft[] {
  const data = { document: facts.document, by: facts.declinedBy, reason: facts.text('reason') };
  return [{ template: 'declined', key: `signing/${facts.subject}/declined`, to: signers(facts), data }];
}

function withdrawn(facts: LetterFacts): Draft[] {
  const data = { document: facts.document, reason: facts.text('reason') };
  return [{ template: 'withdrawn', key: `signing/${facts.subject}/withdrawn`, to: signers(facts), data }];
}

function expired(facts: LetterFacts): Draft[] {
  const data = { document: facts.document };
  return [{ template: 'expired', key: `signing/${facts.subject}/expired`, to: signers(facts), data }];
}

function aboutPayment(facts: LetterFacts, template: LetterTemplate, what: string): Draft[] {
  const period = facts.text('period');
  const invoice = facts.at.state.invoices.find((each) => each.period === period);
  if (!invoice) return [];
  return [
    {
      template,
      key: `invoice/${period}/${what}`,
      to: parties(facts, 'client'),
      data: { period, payable: formatYuan(outstanding(invoice)), dueBy: facts.clock(invoice.dueAt) },
      carries: { kinds: ['invoice'], key: period },
    },
  ];
}

/** The client gets the report when the provider hands it in (clause 2.5); to do it twice counts once. */
function handedIn(facts: LetterFacts): Draft[] {
  if (facts.is('repeated')) return [];
  return report(facts, `report/${facts.text('period')}/submitted`, parties(facts, 'client'));
}

function report(facts: LetterFacts, key: string, to: readonly Addressee[]): Draft[] {
  const period = facts.text('period');
  const figures = facts.at.state.reports.find((each) => each.period === period)?.figures;
  if (!figures) return [];
  const { received, resolved, unresolved } = figures;
  const data = {
    period,
    received: String(received),
    resolved: String(resolved),
    unresolved: String(unresolved),
  };
  return [{ template: 'report', key, to, data, carries: { kinds: ['report'] } }];
}

/** The provider gets the figures to hand in, both parties the statement. */
function monthly(facts: LetterFacts): Draft[] {
  const period = facts.text('period');
  return [
    ...report(facts, `report/${period}`, parties(facts, 'provider')),
    {
      template: 'statementReady',
      key: `statement/${period}`,
      to: parties(facts, 'client', 'provider'),
      data: { period },
      carries: { kinds: ['statement'] },
    },
  ];
}

function notice(facts: LetterFacts): Draft[] {
  return [
    {
      template: 'terminationNotice',
      key: `termination/${facts.sequence}`,
      to: parties(facts, 'client', 'provider'),
      data: { endsAt: facts.moment('endsAt') },
      carries: { kinds: ['terminationNotice'] },
    },
  ];
}

function settlement(facts: LetterFacts): Draft[] {
  return [
    {
      template: 'settlement',
      key: `settlement/${facts.sequence}`,
      to: parties(facts, 'client', 'provider'),
      data: {
        outstanding: facts.text('outstanding'),
        penaltiesPaidOut: facts.text('penaltiesPaidOut'),
        refund: facts.text('refund'),
      },
      carries: { kinds: ['settlement', 'evidence'] },
    },
  ];
}

function renewal(facts: LetterFacts): Draft[] {
  return [
    {
      template: 'renewalNotice',
      key: 'renewal',
      to: parties(facts, 'client', 'provider'),
      data: { endsOn: facts.clock(facts.at.terms.endsAt), outcome: facts.renewalOutcome },
    },
  ];
}
