import { type Fen } from '#domain/money/fen';
import { type PlainDate } from '#domain/time/dates';
import { type StatementLine } from './statement.js';
import { accountOrNull, identifierOrNull, textOrNull } from './values.js';
import { type XmlElement } from './xml.js';

/** What all lines of an entry share. */
export interface Entry {
  readonly element: XmlElement;
  readonly account: string;
  readonly bookedOn: PlainDate;
  readonly currency: string;
  /** With its sign: of each line, its own part. */
  readonly amount: Fen;
  readonly isReversal: boolean;
  readonly bankReference: string | null;
}

/**
 * The line of an entry, or of one of its payments: `place` is the payment's place in it, null where the line is the
 * whole entry. Who is on the other side: of a credit the debtor, of a debit the creditor; the ultimate one where named.
 */
export function lineOf(entry: Entry, details: readonly XmlElement[], place: number | null): StatementLine {
  const { element, account, bookedOn, amount, currency, isReversal } = entry;
  const other = amount > 0 !== isReversal ? 'Dbtr' : 'Cdtr';
  const [only] = details.length === 1 ? details : [];
  const parties = only?.at('RltdPties') ?? null;
  const remittance = details.flatMap(remittanceOf);
  const further = textOrNull(only?.textAt('AddtlTxInf') || element.textAt('AddtlNtryInf'));
  return {
    account,
    bookedOn,
    amount,
    currency,
    payerName: nameOf(parties, `Ultmt${other}`) ?? nameOf(parties, other),
    payerAccount: accountOf(parties, `${other}Acct`),
    reference: textOrNull([...new Set(remittance)].join(' ')) ?? further,
    endToEndId: identifierOrNull(only?.textAt('Refs', 'EndToEndId') ?? ''),
    bankReference: bankReferenceOf(entry, only, place),
    isReversal,
  };
}

/** A bank that names the entry only names its payments by their place in it. */
function bankReferenceOf(entry: Entry, detail: XmlElement | undefined, place: number | null): string | null {
  const own = identifierOrNull(detail?.textAt('Refs', 'AcctSvcrRef') ?? '');
  const { bankReference } = entry;
  if (place === null) return bankReference ?? own;
  if (own !== null && own !== bankReference) return own;
  return bankReference === null ? null : `${bankReference}/${place + 1}`;
}

/** What the payer wrote: free text, then references of documents, 发票号 and the like. */
function remittanceOf(detail: XmlElement): string[] {
  const information = detail.all('RmtInf');
  const free = information.flatMap((part) => part.all('Ustrd')).map(({ text }) => text);
  const structured = information
    .flatMap((part) => part.all('Strd'))
    .flatMap((part) => [
      part.textAt('CdtrRefInf', 'Ref'),
      ...part.all('RfrdDocInf').map((document) => document.textAt('Nb')),
      ...part.all('AddtlRmtInf').map(({ text }) => text),
    ]);
  return [...free, ...structured].filter((text) => textOrNull(text) !== null);
}

/** `Dbtr.Nm`, from version 8 on `Dbtr.Pty.Nm`. */
function nameOf(parties: XmlElement | null, role: string): string | null {
  const party = parties?.at(role);
  return textOrNull(party?.textAt('Nm') || party?.textAt('Pty', 'Nm') || '');
}

function accountOf(parties: XmlElement | null, role: string): string | null {
  const id = parties?.at(role, 'Id');
  return accountOrNull(id?.textAt('IBAN') || id?.textAt('Othr', 'Id') || '');
}
