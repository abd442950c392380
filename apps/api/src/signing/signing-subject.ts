import { type ContractText, type TextInLanguage } from '#domain/command';
import { type Envelope } from '#domain/signing/envelope';
import { textOf } from '#persistence/queries/contracts';
import { linesOfKind } from '#persistence/queries/ledger';
import { type KnownContract } from '../contracts/contract-reader.js';

type Language = keyof ContractText;

/** What is signed, in words: the title for people, and the text where it has one. */
export interface SigningSubject {
  readonly title: string;
  readonly text: TextInLanguage | null;
  /** Why it is proposed, and from when it counts; null for the contract itself. */
  readonly reason: string | null;
  readonly effectiveAt: string | null;
}

/** The document of an envelope by its name. */
export function titleOf(title: string, { id, subject }: Envelope, language: Language): string {
  if (subject === 'contract') return title;
  const isChinese = language === 'zh-CN';
  if (subject === 'amendment') return isChinese ? `补充协议 ${id}` : `Amendment ${id}`;
  return isChinese ? `终止协议 ${id}` : `Termination agreement ${id}`;
}

/** What an envelope of a contract holds, in one language. */
export async function subjectOf(
  known: KnownContract,
  envelope: Envelope,
  language: Language,
): Promise<SigningSubject> {
  const { row, em } = known;
  const text = (await textOf(em, row.id))[language];
  const title = titleOf(text.title, envelope, language);
  if (envelope.subject === 'contract') return { title, text, reason: null, effectiveAt: null };
  const { amendments, agreements } = row.state;
  const found = [...amendments, ...agreements].find(({ id }) => id === envelope.id);
  const { reason = null, effectiveAt = null } = found ?? {};
  const amended = envelope.subject === 'amendment' ? await amendedText(known, envelope.id) : null;
  return { title, text: amended?.[language] ?? null, reason, effectiveAt };
}

/** The text as an amendment proposes it: the line that sent it keeps the event. */
async function amendedText({ row, em }: KnownContract, id: string): Promise<ContractText | null> {
  for (const { event } of await linesOfKind(em, row.id, ['amendment.sent'])) {
    const sent = event as { readonly amendment?: unknown; readonly text?: ContractText } | null | undefined;
    if (sent?.amendment === id) return sent.text ?? null;
  }
  return null;
}
