import { type PartyRole } from '#domain/contract/state';
import { type Envelope, type Provenance, type Signer, type SigningStep } from '#domain/signing/envelope';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { clockText, type Sentence } from '#narration/words';
import { hasGlyph } from '../glyphs.js';
import { type Block, type FactsBlock, type Paper, type PaperLanguage, type PartyPanel } from '../paper.js';
import { assertNoEmptyField } from './complete.js';
import { CHANNELS, EVIDENCE_WORDS, STATUSES, STEPS, SUBJECTS } from './words.js';

type Word = keyof typeof EVIDENCE_WORDS;
type Row = FactsBlock['rows'][number];

/** A signing that is over, and what it was about. Texts are in the language of the paper. */
export interface EvidenceFacts {
  /** The contract's number. */
  readonly contract: string;
  /** The title of the document that was to be signed. */
  readonly title: string;
  /** What the contract calls its parties (客户, Client), and their names. */
  readonly parties: Readonly<Record<PartyRole, { readonly role: string; readonly name: string }>>;
  readonly envelope: Envelope;
  /** IANA zone of the local times. */
  readonly zone: string;
  /** What the evidence goes with: each document's name and `sha256:…`. */
  readonly documents: readonly { readonly name: string; readonly hash: string }[];
}

/**
 * The evidence certificate of a signing that was completed, declined, withdrawn or has expired: who, when, from where, which
 * document, each step in order. Throws a PaperError for a signing that is still open or has an empty field
 * ({@link assertNoEmptyField}). Characters that the fonts lack (a browser may call itself anything) are printed by their
 * numbers, so that nobody can keep evidence from being issued.
 */
export function evidencePaper(facts: EvidenceFacts, language: PaperLanguage): Paper {
  assertNoEmptyField(facts.envelope);
  return new EvidenceWriter(facts, language).paper();
}

class EvidenceWriter {
  private readonly envelope: Envelope;

  constructor(
    private readonly facts: EvidenceFacts,
    private readonly language: PaperLanguage,
  ) {
    this.envelope = facts.envelope;
  }

  paper(): Paper {
    const { contract, title, zone } = this.facts;
    const { id, subject, signers, steps } = this.envelope;
    const at = this.end().at;
    return {
      kind: 'evidence',
      language: this.language,
      key: id,
      title: this.word('title'),
      subtitle: printable(title),
      number: subject === 'contract' ? contract : `${contract} ${id}`,
      date: dateIn(at, zone),
      at,
      watermark: null,
      tableOfContents: false,
      body: [
        { type: 'paragraph', style: 'body', text: this.word('intro') },
        this.heading('outcome'),
        { type: 'paragraph', style: 'lead', text: this.outcome() },
        this.heading('document'),
        this.document(),
        this.documents(),
        this.heading('parties'),
        { type: 'parties', client: this.panel('client'), provider: this.panel('provider') },
        this.heading('signers'),
        ...signers.flatMap((signer) => this.signer(signer)),
        this.heading('steps'),
        { type: 'paragraph', style: 'note', text: this.word('stepsNote') },
        this.steps(steps),
      ],
    };
  }

  private document(): Block {
    const { contract, title, zone } = this.facts;
    const {
      id,
      subject,
      documentHash,
      sentAt,
      dueAt,
      remindEveryDays: days,
      mostReminders: most,
    } = this.envelope;
    const reminders =
      days === 0 || most === 0
        ? this.word('noReminders')
        : this.say({
            'zh-CN': `每 ${days} 天一次，每人至多 ${most} 次`,
            en: `every ${days} ${days === 1 ? 'day' : 'days'}, at most ${most} for each signer`,
          });
    return this.labelled([
      ['name', printable(title)],
      ['contract', contract],
      ['subject', this.say(SUBJECTS[subject])],
      ['envelope', id],
      ['hash', documentHash.slice('sha256:'.length)],
      ['sentAt', this.moment(sentAt)],
      ['sentBy', printable(this.envelope.steps[0]?.by ?? '')],
      ['dueAt', this.moment(dueAt, 'deadline')],
      ['endedAt', this.moment(this.end().at)],
      ['reminders', reminders],
      ['zone', zone],
    ]);
  }

  private documents(): Block {
    return {
      type: 'table',
      caption: this.word('documents'),
      columns: [
        { title: this.word('name'), align: 'left', share: 24 },
        { title: 'SHA-256', align: 'left', share: 76 },
      ],
      rows: this.facts.documents.map(({ name, hash }) => [printable(name), hash.replace(/^sha256:/, '')]),
      total: null,
      empty: this.word('noDocuments'),
    };
  }

  private panel(role: PartyRole): PartyPanel {
    const { role: word, name } = this.facts.parties[role];
    const names = this.envelope.signers.filter(({ party }) => party === role).map((signer) => signer.name);
    const list = names.join(this.say({ 'zh-CN': '、', en: ', ' }));
    return { role: word, name: printable(name), rows: [[this.word('signers'), printable(list)]] };
  }

  /** One signer: what became of it and, where it decided, from where and why. */
  private signer(signer: Signer): Block[] {
    const { id, name, status, delegatedTo } = signer;
    const decision = this.envelope.steps.findLast(
      (step) => step.signer === id && step.kind === status && step.kind !== 'invited',
    );
    const at = (instant: Instant | null): string =>
      instant === null ? this.word('never') : this.moment(instant);
    const delegate = this.envelope.signers.find((each) => each.id === delegatedTo);
    return [
      { type: 'heading', level: 3, number: id, text: printable(name) },
      this.labelled([
        ['jobTitle', printable(signer.title)],
        ['email', printable(signer.email)],
        [
          'party',
          `${printable(this.facts.parties[signer.party].name)} (${this.facts.parties[signer.party].role})`,
        ],
        ['turn', String(signer.turn)],
        ['status', this.say(STATUSES[status])],
        ...(delegate ? [['delegatedTo', printable(`${delegate.name} (${delegate.id})`)] as const] : []),
        ['invitedAt', at(signer.invitedAt)],
        ['viewedAt', at(signer.viewedAt)],
        ['decidedAt', at(signer.decidedAt)],
        ['remindersSent', String(signer.reminders)],
        ...(decision?.reason ? [['reason', printable(decision.reason)] as const] : []),
        ...(decision?.provenance ? this.provenance(decision.provenance) : []),
        ['hash', this.envelope.documentHash.slice('sha256:'.length)],
      ]),
    ];
  }

  private provenance({ channel, address, userAgent, identity }: Provenance): [Word, string][] {
    return [
      ['channel', this.say(CHANNELS[channel])],
      ['address', printable(address)],
      ['userAgent', printable(userAgent)],
      ['identity', printable(identity)],
    ];
  }

  private steps(steps: readonly SigningStep[]): Block {
    const rows = steps.map((step, index) => {
      const colon = this.say({ 'zh-CN': '：', en: ': ' });
      const who = step.signer === null ? this.actor(step.by) : `${step.by} (${step.signer})`;
      const what = `${this.say(STEPS[step.kind])}${colon}${printable(who)}`;
      const reason = step.reason === null ? '' : `\n${this.word('reason')}${colon}${printable(step.reason)}`;
      const from = step.provenance
        ? this.provenance(step.provenance).map(([word, value]) => `${this.word(word)}${colon}${value}`)
        : [this.word('system')];
      return [
        String(index + 1),
        `${step.at}\n${clockText(step.at, this.facts.zone)}`,
        `${what}${reason}`,
        from.join('\n'),
      ];
    });
    return {
      type: 'table',
      caption: null,
      columns: [
        { title: this.word('number'), align: 'right', share: 7 },
        { title: this.word('when'), align: 'left', share: 24 },
        { title: this.word('what'), align: 'left', share: 31 },
        { title: this.word('from'), align: 'left', share: 38 },
      ],
      rows,
      total: null,
      empty: this.word('noDocuments'),
    };
  }

  private outcome(): string {
    const { status, signers } = this.envelope;
    const { at, by, reason } = this.end();
    const when = this.moment(at);
    const [name, why] = [printable(this.actor(by)), printable(reason ?? '')];
    const signed = signers.filter((signer) => signer.status === 'signed').length;
    const all = signers.filter((signer) => signer.status !== 'delegated').length;
    switch (status) {
      case 'completed':
        return this.say({
          'zh-CN': `全部 ${all} 名签署人均已签署，签署于 ${when} 完成。`,
          en: `Signed by ${all === 1 ? 'the one signer' : `all ${all} signers`}; completed on ${when}.`,
        });
      case 'declined':
        return this.say({
          'zh-CN': `${name}于 ${when} 拒绝签署，理由：${why}`,
          en: `Declined by ${name} on ${when}, for this reason: ${why}`,
        });
      case 'withdrawn':
        return this.say({
          'zh-CN': `${name}于 ${when} 撤回，理由：${why}`,
          en: `Withdrawn by ${name} on ${when}, for this reason: ${why}`,
        });
      default:
        return this.say({
          'zh-CN': `截至 ${when}，${all} 名签署人中有 ${signed} 名已签署，签署逾期失效。`,
          en: `Expired on ${when}; ${signed} of ${all} signers had signed.`,
        });
    }
  }

  /** The step that ended it: the last one, as the check has made sure. */
  private end(): SigningStep {
    const last = this.envelope.steps.at(-1);
    if (last === undefined) throw new RangeError('a signing without a step');
    return last;
  }

  private actor(by: string): string {
    return by === 'system' ? this.word('system') : by;
  }

  /** `2025-01-06T01:15:00Z (2025-01-06 09:15)`: in UTC to the second, and as the clocks of the zone show it. */
  private moment(at: Instant, use: 'moment' | 'deadline' = 'moment'): string {
    return `${at} (${clockText(at, this.facts.zone, use)})`;
  }

  private heading(word: Word): Block {
    return { type: 'heading', level: 2, number: null, text: this.word(word) };
  }

  private labelled(rows: readonly (readonly [Word, string])[]): Block {
    return { type: 'facts', rows: rows.map(([word, value]): Row => [this.word(word), value]) };
  }

  private word(word: Word): string {
    return this.say(EVIDENCE_WORDS[word]);
  }

  private say(sentence: Sentence): string {
    return sentence[this.language];
  }
}

const FACES = ['sans', 'sansBold', 'serif'] as const;

/** A text of unknown making as it can be printed: what the fonts lack by its number, `[U+1F4A9]`; lines become one. */
function printable(text: string): string {
  const onOneLine = text.replaceAll(/\s+/gu, ' ').trim();
  return Array.from(onOneLine, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isKnown = FACES.every((face) => hasGlyph(face, codePoint));
    return isKnown ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
