import { type DocumentLanguage } from '#persistence/entities/document';
import { type Backoff } from '#persistence/queries/paper-jobs';
import { RETRY_SECONDS } from '#webhooks/retries';
import { ATTEMPT_SECONDS } from '#webhooks/send';
import { type OfficeRules } from './webhooks/delivery-office.js';

/** The value of an environment variable that must be there. */
export function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set: it is needed to run, see the README's table of settings`);
  return value;
}

const BOTH: readonly DocumentLanguage[] = ['zh-CN', 'en'];

/** How often something is tried, and how long is waited in between. */
export interface Patience {
  readonly backoff: Backoff;
  readonly mostAttempts: number;
}

/** The last attempt comes some ten minutes after the first. */
const PAPER_PATIENCE: Patience = { backoff: { baseSeconds: 2, mostSeconds: 300 }, mostAttempts: 9 };
/** The last attempt comes about two days after the first, as mail servers have it among themselves (RFC 5321, 4.5.4). */
const MAIL_PATIENCE: Patience = { backoff: { baseSeconds: 5, mostSeconds: 3600 }, mostAttempts: 58 };

/** How webhooks are sent: the published retry table, and room for endpoints that hang beside those that do not. */
export const WEBHOOK_RULES: OfficeRules = {
  retrySeconds: RETRY_SECONDS,
  attemptMilliseconds: ATTEMPT_SECONDS * 1_000,
  atOnce: 100,
  perEndpoint: 4,
  lookEveryMilliseconds: 1_000,
  expireSeconds: 40,
  lookForTheDeadSeconds: 15,
};

/** What the press and the postmen go by. */
export class WorkerSettings {
  constructor(
    /** In which languages documents are made; letters are written in the first. */
    readonly languages: readonly [DocumentLanguage, ...DocumentLanguage[]],
    readonly papers = PAPER_PATIENCE,
    readonly mail = MAIL_PATIENCE,
  ) {}

  /** Reads PACTA_DOCUMENT_LANGUAGES, `zh-CN,en` where it is not set. */
  static read(env: NodeJS.ProcessEnv): WorkerSettings {
    const text = env['PACTA_DOCUMENT_LANGUAGES']?.trim() || BOTH.join(',');
    const named = [...new Set(text.split(',').map((part) => part.trim()))];
    const known = named.flatMap((name) => BOTH.filter((language) => language === name));
    const [first, ...others] = known;
    if (!first || known.length !== named.length) {
      throw new Error(
        `PACTA_DOCUMENT_LANGUAGES: is "${text}", allowed are zh-CN, en, or both with a comma between`,
      );
    }
    return new WorkerSettings([first, ...others]);
  }
}
