import { type LetterLanguage } from './letters.js';

/** A mail, whole: whatever way it goes, the same mail is the same bytes. */
export interface OutgoingMail {
  /** Names it in a folder, and its parts within it. */
  readonly id: string;
  readonly key: string;
  readonly messageId: string;
  readonly to: string;
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Its `Date`: when it was queued, not when it got through. */
  readonly date: Date;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

/** A way out of the house. */
export interface Transport {
  /** Where mails go, as a log may show it: no password. */
  readonly name: string;
  /** Returns once somebody else has taken the mail over. Throws a {@link DeliveryProblem}. */
  deliver(mail: OutgoingMail): Promise<void>;
}

/** A mail was not taken. `message` may name an address; `code` says as much as a log should. */
export class DeliveryProblem extends Error {
  override readonly name = 'DeliveryProblem';

  constructor(
    message: string,
    readonly code: string,
    /** Whether trying again is hopeless: the server refused this mail for good. */
    readonly isPermanent: boolean,
  ) {
    super(message);
  }
}

/** A setting of the mail is missing or wrong. The message names the variable, never its value. */
export class MailSettingProblem extends Error {
  override readonly name = 'MailSettingProblem';
  readonly code = 'mailSetting';

  constructor(
    readonly variable: string,
    problem: string,
  ) {
    super(`${variable}: ${problem}`);
  }
}
