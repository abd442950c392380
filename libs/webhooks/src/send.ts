import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type AddressGuard, ForbiddenAddress } from './addresses.js';
import { CLOUD_EVENT_TYPE } from './cloud-event.js';
import { signedHeaders } from './signature.js';

/** How long an attempt may take, from the lookup of the name to the answer's headers. */
export const ATTEMPT_SECONDS = 15;

/** One attempt. */
export interface Attempt {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly timeoutMilliseconds?: number;
}

/** What the receiver answered; `status` is null where it did not, and `problem` says why. */
export type Answered =
  { readonly status: number; readonly problem: null } | { readonly status: null; readonly problem: string };

/** Sends an event once. Redirects are answers like others; whatever goes wrong comes back as a problem. */
export async function send(attempt: Attempt, guard: AddressGuard): Promise<Answered> {
  const { timeoutMilliseconds = ATTEMPT_SECONDS * 1_000 } = attempt;
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  try {
    return { status: await posted(attempt, guard, signal), problem: null };
  } catch (error) {
    return { status: null, problem: signal.aborted ? 'no answer in time' : problemOf(error) };
  }
}

async function posted(
  { url: text, id, body, secrets }: Attempt,
  guard: AddressGuard,
  signal: AbortSignal,
): Promise<number> {
  const url = new URL(text);
  guard.checkLiteral(url);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const timestamp = Math.floor(Date.now() / 1_000);
  const bytes = Buffer.from(body, 'utf8');
  const answered = Promise.withResolvers<IncomingMessage>();
  const sent = request(
    url,
    {
      method: 'POST',
      // A connection of its own: a kept one would go to an address that was looked at long ago.
      agent: false,
      signal,
      lookup: guard.lookupFor(url),
      headers: {
        'content-type': CLOUD_EVENT_TYPE,
        'content-length': bytes.length,
        'user-agent': 'Pacta-Webhooks/1',
        ...signedHeaders({ id, timestamp, body }, secrets),
      },
    },
    answered.resolve,
  );
  sent.on('error', answered.reject);
  sent.end(bytes);
  const answer = await answered.promise;
  // Whatever it has to say is not read.
  answer.on('error', () => undefined).destroy();
  return answer.statusCode ?? 0;
}

const LONGEST_PROBLEM = 200;

/** Short, and without what a receiver might have put into it. */
function problemOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return 'its address is not sent to';
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const words = typeof code === 'string' ? (WORDS[code] ?? code) : String(message);
  return words.slice(0, LONGEST_PROBLEM);
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was dropped',
  EPIPE: 'the connection was dropped',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
};
