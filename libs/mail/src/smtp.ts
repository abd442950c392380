import { createTransport } from 'nodemailer';
import { composed } from './compose.js';
import { DeliveryProblem, type OutgoingMail, type Transport } from './transport.js';

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;

/** What the server says of this very mail; what it says of the session or the password may pass. */
const OF_THE_MAIL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * Sends by SMTP: `smtp://user:password@host:587`, `smtps://host:465`. A mail is taken over when the server has
 * answered its last dot; if the connection breaks before that answer, nobody can know, and the mail is sent again
 * under its Message-ID.
 */
export function smtpTransport(url: string, from: string): Transport {
  const transporter = createTransport({
    url,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
  });
  const { hostname, port } = new URL(url);
  return {
    name: `smtp ${hostname}${port === '' ? '' : `:${port}`}`,
    deliver: async (mail: OutgoingMail) => {
      try {
        await transporter.sendMail(composed(mail, from));
      } catch (error) {
        throw problemOf(error);
      }
    },
  };
}

function problemOf(error: unknown): DeliveryProblem {
  if (!(error instanceof Error)) return new DeliveryProblem(String(error), 'unknown', false);
  const { code, responseCode } = error as Error & {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  };
  const name = typeof code === 'string' ? code : 'unknown';
  const answer = typeof responseCode === 'number' ? responseCode : null;
  const isRefused = answer === null ? name === 'EENVELOPE' : answer >= 500;
  const isPermanent = isRefused && OF_THE_MAIL.has(name);
  return new DeliveryProblem(error.message, answer === null ? name : `${name} ${answer}`, isPermanent);
}
