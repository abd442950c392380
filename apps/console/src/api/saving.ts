import { pactaClient, type PactaClient } from '#client/client';

/** Nobody has answered a write: whether it was carried out is not known. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** What was only stored: it is carried out when the workflow service answers again. */
interface Stored {
  readonly command: string;
  readonly status: 'pending';
  readonly address: string;
}

/** An answer without those that say that a command is only stored: these are waited for. */
export type CarriedOut<Output> = Exclude<Output, Stored>;

interface Telling {
  /** A command is stored and not carried out yet: it is waited for. */
  readonly onStored: (command: string) => void;
  /** It was carried out; or refused, by a problem of the API. */
  readonly onOver: (command: string, refusal: unknown) => void;
}

const LOOK_MILLISECONDS = 2_000;

/**
 * A client for one draft. Sending the same again, since nobody answered or the service failed, is the same command: it
 * keeps its `Idempotency-Key`, so that what did get through is not done twice. What the API has refused is over, and what
 * is typed anew is another command. An answer 202 is no answer: the command is waited for, and then asked for its own.
 */
export function savingClient({ onStored, onOver }: Telling): PactaClient {
  const keys = new Map<string, string>();
  const send = async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return fetch(request);
    const same = `${request.method} ${request.url} ${await request.clone().text()}`;
    const key = keys.get(same) ?? request.headers.get('idempotency-key') ?? '';
    keys.set(same, key);
    request.headers.set('idempotency-key', key);
    const again = request.clone();
    const response = await reached(request);
    const stored = await storedOf(response);
    if (stored !== null) {
      onStored(stored.command);
      await over(stored.address);
      const answer = await send(again);
      onOver(stored.command, answer.ok ? null : await answer.clone().json());
      return answer;
    }
    if (response.status >= 400 && response.status < 500) keys.delete(same);
    return response;
  };
  return pactaClient({ url: window.location.origin, key: null, fetch: send });
}

async function reached(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    throw new Unanswered('nobody answers', { cause: error });
  }
}

async function storedOf(response: Response): Promise<Stored | null> {
  if (response.status !== 202) return null;
  const body: unknown = await response.clone().json();
  return isStored(body) ? body : null;
}

function isStored(body: unknown): body is Stored {
  return (
    typeof body === 'object' &&
    body !== null &&
    'command' in body &&
    'status' in body &&
    body.status === 'pending'
  );
}

/** Looks until the command was carried out or refused. While nobody answers it is looked for all the same. */
async function over(address: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MILLISECONDS);
    });
    const response = await fetch(address).catch(() => null);
    if (response === null || response.status >= 500) continue;
    // Whoever is signed out, or may not look: the call itself says so.
    if (!response.ok) return;
    const { status } = (await response.json()) as { readonly status: string };
    if (status !== 'pending') return;
  }
}
