import { type Envelope } from '#domain/signing/envelope';
import { evidencePaper } from '#documents/evidence/evidence-paper';
import { type PaperFacts } from '#documents/kinds/facts';
import { roleWords } from '#documents/kinds/clause-blocks';
import { type Paper, type PaperLanguage } from '#documents/paper';
import { amendmentPaper, contractPaper } from '#documents/papers-of';
import { type FactsAt } from '#execution/facts-at';

const ROLES = {
  'zh-CN': { client: '客户', provider: '服务商' },
  en: { client: 'Client', provider: 'Provider' },
} as const;

const ENDED_SIGNING = /^(?:contract|amendment|termination)\.(?:signed|declined|withdrawn|lapsed)$/;

/** The document that all have signed, at the line that ends its signing; null at any other. */
export function signedPaper(facts: FactsAt, given: PaperFacts, language: PaperLanguage): Paper | null {
  const { kind, at } = facts.line;
  if (kind === 'contract.signed') return contractPaper(given, at, language);
  if (kind === 'amendment.signed' && given.amendment)
    return amendmentPaper(given, given.amendment, language, at);
  return null;
}

/** The envelope whose signing a line ends, whichever way; null for other lines, and where nothing went by envelope. */
export function endedEnvelope({ line, state }: FactsAt): Envelope | null {
  if (!ENDED_SIGNING.test(line.kind)) return null;
  const { envelope } = line.payload as { readonly envelope?: unknown };
  const id = typeof envelope === 'string' ? envelope : 'contract';
  const found = state.envelopes.find((each) => each.id === id) ?? null;
  return found?.status === 'open' ? null : found;
}

/** The evidence of a signing that is over, with the documents it goes with by their hashes. */
export function evidenceOf(
  facts: FactsAt,
  envelope: Envelope,
  language: PaperLanguage,
  documents: readonly { readonly name: string; readonly hash: string }[],
): Paper {
  const { contract, text, terms } = facts;
  const roles = roleWords(text[language], ROLES[language]);
  const { client, provider } = facts.parties;
  return evidencePaper(
    {
      contract,
      title: titleOf(facts, envelope, language),
      parties: {
        client: { role: roles.client, name: client['fullName'] ?? '' },
        provider: { role: roles.provider, name: provider['fullName'] ?? '' },
      },
      envelope,
      zone: terms.zone,
      documents,
    },
    language,
  );
}

function titleOf({ text }: FactsAt, { id, subject }: Envelope, language: PaperLanguage): string {
  if (subject === 'contract') return text[language].title;
  const isChinese = language === 'zh-CN';
  if (subject === 'amendment') return isChinese ? `补充协议 ${id}` : `Amendment ${id}`;
  return isChinese ? `终止协议 ${id}` : `Termination agreement ${id}`;
}
