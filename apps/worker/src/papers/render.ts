import { createHash } from 'node:crypto';
import { type Entry } from '#domain/entry';
import { parsePeriod } from '#domain/time/dates';
import { dateIn } from '#domain/time/zone';
import { setDocx } from '#documents/docx/set-docx';
import { type Numbering, type PaperFacts, rehearsalNumbers } from '#documents/kinds/facts';
import { reportSheets } from '#documents/kinds/report-sheets';
import { type Paper, type PaperLanguage } from '#documents/paper';
import { papersOf } from '#documents/papers-of';
import { setPdf } from '#documents/pdf/set-pdf';
import { setWorkbook } from '#documents/xlsx/set-workbook';
import { sealPdf, type SealKey } from '#documents/seal/seal-pdf';
import { type FactsAt } from '#execution/facts-at';
import { type PressedPaper, type PressOrder } from './paper-press.js';
import { endedEnvelope, evidenceOf, signedPaper } from './signed-papers.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ALSO_DOCX: ReadonlySet<string> = new Set(['contract', 'report']);

/**
 * Renders the documents of a line in each language: what the line itself brings about, what all have signed, sealed,
 * and the evidence of a signing that is over. The same order and key give the same bytes. `sealKey` is asked for only
 * where something is to be sealed.
 */
export async function renderPapers(
  order: PressOrder,
  sealKey: () => Promise<SealKey>,
): Promise<PressedPaper[]> {
  const papers: PressedPaper[] = [];
  for (const language of order.languages) papers.push(...(await inLanguage(order, language, sealKey)));
  return papers;
}

async function inLanguage(
  { facts, numbers, labels }: PressOrder,
  language: PaperLanguage,
  sealKey: () => Promise<SealKey>,
): Promise<PressedPaper[]> {
  const given = paperFacts(facts, labels);
  const pressed: PressedPaper[] = [];
  const numbering = facts.clock === 'manual' ? rehearsalNumbers(given) : numberingOf(numbers);
  for (const paper of papersOf(given, entryOf(facts), language, numbering))
    pressed.push(...(await forms(facts, given, paper)));
  const signed = signedPaper(facts, given, language);
  if (signed) {
    const bytes = await sealPdf(await setPdf(signed), await sealKey(), sealWish(facts));
    pressed.push(pressedPaper(facts, signed, PDF, bytes, '-signed'));
  }
  const envelope = endedEnvelope(facts);
  if (envelope) {
    const documents = pressed.map(({ fileName: name, bytes }) => ({ name, hash: hashOf(bytes) }));
    const evidence = evidenceOf(facts, envelope, language, documents);
    pressed.push(pressedPaper(facts, evidence, PDF, await setPdf(evidence)));
  }
  return pressed;
}

function entryOf({ line }: FactsAt): Entry {
  const { kind, at, clause, request, payload } = line;
  return { kind, at, clause, request: request ?? null, payload: payload as Entry['payload'] };
}

/** A paper in each of its forms: PDF; what the parties go on working with as DOCX; a report's figures as XLSX. */
async function forms(facts: FactsAt, given: PaperFacts, paper: Paper): Promise<PressedPaper[]> {
  const made = [pressedPaper(facts, paper, PDF, await setPdf(paper))];
  if (ALSO_DOCX.has(paper.kind)) made.push(pressedPaper(facts, paper, DOCX, await setDocx(paper)));
  const period = paper.kind === 'report' ? parsePeriod(paper.key ?? '') : null;
  const sheets = period && reportSheets(given, period, paper.language);
  if (sheets) made.push(pressedPaper(facts, paper, XLSX, await setWorkbook(sheets, paper.at)));
  return made;
}

const EXTENSIONS: Readonly<Record<string, string>> = { [PDF]: 'pdf', [DOCX]: 'docx', [XLSX]: 'xlsx' };

function pressedPaper(
  { contract }: FactsAt,
  paper: Paper,
  mediaType: string,
  bytes: Uint8Array,
  mark = '',
): PressedPaper {
  const { kind, key, language } = paper;
  const name = [contract, kind, ...(key === null ? [] : [key])].join('-') + mark;
  const isNumbered = kind === 'invoice' || kind === 'creditNote';
  const number = isNumbered ? paper.number : null;
  const fileName = `${name}.${language}.${EXTENSIONS[mediaType] ?? 'bin'}`;
  return { kind, key, language, mediaType, number, fileName, bytes };
}

function numberingOf({ invoice, creditNote }: PressOrder['numbers']): Numbering {
  const known = (numbers: Readonly<Record<string, string>>, period: string): string => {
    const number = numbers[period];
    if (number === undefined) throw new Error(`the paper of ${period} has no number yet`);
    return number;
  };
  return {
    invoice: (period) => known(invoice, period),
    creditNote: (period) => known(creditNote, period),
  };
}

function paperFacts(facts: FactsAt, parameterLabels: PressOrder['labels']): PaperFacts {
  const { contract, terms, text, parties, state, requests, payments, amendment } = facts;
  const given = { contract, terms, text, parties, state, requests, payments };
  if (!amendment) return given;
  const { id: number, effectiveAt, reason, before, after } = amendment;
  const effectiveDate = dateIn(effectiveAt, terms.zone);
  return { ...given, amendment: { number, effectiveDate, reason, before, after, parameterLabels } };
}

function sealWish({ line, terms, parties }: FactsAt) {
  const place: unknown = terms.parameters['signingPlace'];
  return {
    signedAt: line.at,
    reason: 'Signed by all parties',
    location: typeof place === 'string' ? place : '',
    contact: parties.provider['email'] ?? '',
  };
}

function hashOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
