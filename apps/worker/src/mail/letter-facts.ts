import { type Envelope } from '#domain/signing/envelope';
import { type FactsAt } from '#execution/facts-at';
import { clockText } from '#narration/words';
import { type DocumentLanguage } from '#persistence/entities/document';

const NONE = '—';

/** What a letter says of a line and of the contract as it stood then, as text of its language. */
export class LetterFacts {
  constructor(
    readonly at: FactsAt,
    private readonly language: DocumentLanguage,
  ) {}

  get sequence(): number {
    return this.at.line.sequence;
  }

  /** A value of the line's payload; a dash where it says none. */
  text(name: string): string {
    const value = (this.at.line.payload as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value : NONE;
  }

  /** Whether the payload says that it is so. */
  is(name: string): boolean {
    return (this.at.line.payload as Readonly<Record<string, unknown>>)[name] === true;
  }

  /** An instant of the payload, in the contract's zone: `2025-03-10 09:00`. */
  moment(name: string): string {
    const text = this.text(name);
    return text === NONE ? NONE : clockText(text, this.at.terms.zone);
  }

  /** A deadline of the payload: `2025-03-10 24:00`. */
  deadline(name: string): string {
    const text = this.text(name);
    return text === NONE ? NONE : this.clock(text);
  }

  clock(at: string): string {
    return clockText(at, this.at.terms.zone, 'deadline');
  }

  /** What is being signed: `contract`, `A-1`, `T-1`. */
  get subject(): string {
    const named = this.text('envelope');
    return named === NONE ? 'contract' : named;
  }

  get envelope(): Envelope | null {
    return this.at.state.envelopes.find(({ id }) => id === this.subject) ?? null;
  }

  /** The document that is being signed, by its name. */
  get document(): string {
    const { envelope, language } = this;
    switch (envelope?.subject ?? 'contract') {
      case 'contract':
        return this.at.text[language].title;
      case 'amendment':
        return this.say(`补充协议 ${this.subject}`, `Amendment ${this.subject}`);
      case 'termination':
        return this.say(`终止协议 ${this.subject}`, `Termination agreement ${this.subject}`);
    }
  }

  /** The signer, where the signing has named ones, else the party. */
  get declinedBy(): string {
    const name = this.text('name');
    if (name !== NONE) return name;
    const role = this.text('by') === 'client' ? 'client' : 'provider';
    return this.at.parties[role]['fullName'] ?? role;
  }

  get renewalOutcome(): string {
    return this.at.line.kind === 'renewal.arisen'
      ? this.say('按合同约定自动续签', 'renewed by its own clause')
      : this.say('不自动续签，期满终止', 'not renewed by itself: it ends with its term');
  }

  private say(chinese: string, english: string): string {
    return this.language === 'zh-CN' ? chinese : english;
  }
}
