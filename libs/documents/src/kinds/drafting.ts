import { inForce } from '#domain/contract/amendments';
import { type Instant } from '#domain/time/instant';
import { type Block, type Paper, type PaperKind, type PaperLanguage } from '../paper.js';
import { Pen } from '../words/pen.js';
import { roleWords } from './clause-blocks.js';
import { member, rehearsalNumbers, type Numbering, type PaperFacts } from './facts.js';

/** What every builder works from: the facts, a pen for the language, and the numbers of invoices. */
export interface Drafting {
  readonly facts: PaperFacts;
  readonly pen: Pen;
  readonly numbers: Numbering;
}

const ROLES = {
  'zh-CN': { client: '客户', provider: '服务商' },
  en: { client: 'Client', provider: 'Provider' },
} as const;

/**
 * Makes ready to write papers of a contract, by the terms in force. Without numbers, invoices are numbered as in a
 * rehearsal.
 */
export function drafting(given: PaperFacts, language: PaperLanguage, numbers?: Numbering): Drafting {
  const terms = given.terms.earlier ? given.terms : inForce(given.terms, given.state);
  const facts = { ...given, terms };
  const pen = new Pen(language, facts.terms.zone, roleWords(facts.text[language], ROLES[language]));
  return { facts, pen, numbers: numbers ?? rehearsalNumbers(facts) };
}

interface PaperParts {
  readonly kind: PaperKind;
  readonly key?: string;
  readonly title: string;
  /** The document's own number; the contract's where it has none. */
  readonly number?: string;
  /** When what it says became known. */
  readonly at: Instant;
  readonly tableOfContents?: boolean;
  readonly body: readonly Block[];
}

/** A paper of the contract: dated by the day, in the contract's zone, on which what it says became known. */
export function paperOf({ facts, pen }: Drafting, parts: PaperParts): Paper {
  const { kind, key, title, number, at, tableOfContents, body } = parts;
  const contractTitle = facts.text[pen.language].title;
  const [client, provider] = [
    member(facts.parties.client, 'fullName'),
    member(facts.parties.provider, 'fullName'),
  ];
  return {
    kind,
    language: pen.language,
    key: key ?? null,
    title,
    subtitle:
      kind === 'contract'
        ? pen.say(`${client} 与 ${provider}`, `${client} and ${provider}`)
        : pen.say(
            `《${contractTitle}》 合同编号：${facts.contract}`,
            `${contractTitle}, No. ${facts.contract}`,
          ),
    number: number ?? facts.contract,
    date: pen.dateOf(at),
    at,
    watermark: null,
    tableOfContents: tableOfContents ?? false,
    body,
  };
}
