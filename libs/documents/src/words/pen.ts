import { type PartyRole } from '#domain/contract/state';
import { formatYuan, type Fen } from '#domain/money/fen';
import { type PlainDate } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { clockText } from '#narration/words';
import { formatDate } from '#templates/format-value';
import { type PaperLanguage } from '../paper.js';

/** What the contract calls its parties, without an article: 客户, Client; 卖方, Seller. */
export type RoleWords = Readonly<Record<PartyRole, string>>;

/** Writes words, days, instants and amounts of one contract in one language. */
export class Pen {
  constructor(
    readonly language: PaperLanguage,
    readonly zone: string,
    private readonly roles: RoleWords,
  ) {}

  /** One of two wordings that say the same. */
  say(chinese: string, english: string): string {
    return this.language === 'en' ? english : chinese;
  }

  /** A party as the head of its block: 客户, Client. */
  role(role: PartyRole): string {
    return this.roles[role];
  }

  /** A party within a sentence: 客户, the Client. */
  party(role: PartyRole): string {
    return this.say(this.roles[role], `the ${this.roles[role]}`);
  }

  /** A party that begins an English sentence: The Client. */
  partyFirst(role: PartyRole): string {
    return this.say(this.roles[role], `The ${this.roles[role]}`);
  }

  /** `20,000.00`, for columns whose title names the unit. */
  figures(amount: Fen): string {
    return formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',');
  }

  /** `20,000.00 元`, `RMB 20,000.00`. */
  money(amount: Fen): string {
    return this.say(`${this.figures(amount)} 元`, `RMB ${this.figures(amount)}`);
  }

  /** `2025年1月1日`, `1 January 2025`. */
  day(date: PlainDate): string {
    return formatDate(date, this.language);
  }

  /** `2025-01-06 09:15` in the contract's zone. */
  moment(at: Instant): string {
    return clockText(at, this.zone);
  }

  /** The same for what runs to an instant: midnight is the 24:00 of the day before. */
  deadline(at: Instant): string {
    return clockText(at, this.zone, 'deadline');
  }

  /** The day of an instant in the contract's zone. */
  dateOf(at: Instant): PlainDate {
    return dateIn(at, this.zone);
  }

  /** Several names in a row: `A、B`, `A, B`. */
  list(names: readonly string[]): string {
    return names.join(this.say('、', ', '));
  }

  /** A text of the contract that may give both languages, `中文 || English`. */
  either(text: string): string {
    const [chinese = text, english = chinese] = text.split(' || ');
    return this.say(chinese, english);
  }
}
