import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { type Payload, ValueError } from '@temporalio/common';
import { z } from 'zod';
import { jsonOrNull } from '#domain/json-text';
import { PayloadCipher } from './payload-cipher.js';
import { type PayloadKeys } from './payload-keys.js';

const LARGEST_BODY_BYTES = 32 * 1024 * 1024;

/** Who may have payloads decrypted. */
export interface CodecServerOptions {
  readonly keys: PayloadKeys;
  /** What Temporal's UI sends as `Authorization: Bearer …`; null on a loopback address, where whoever calls is at home. */
  readonly token: string | null;
  /** Of Temporal's UI, `https://temporal.example.com`: browsers let no other page read the answers. */
  readonly uiOrigin: string;
}

/** Payloads as Temporal's UI and command line send them: protobuf's JSON, bytes in base64. */
const payloadsSchema = z.object({
  payloads: z.array(
    z.object({ metadata: z.record(z.string(), z.string()).default({}), data: z.string().default('') }),
  ),
});

/**
 * A codec server: `POST /decode` and `POST /encode`, by which Temporal's UI and command line show what was encrypted. It
 * answers the pages of one origin, and whoever has the token. It does not listen yet.
 */
export function codecServer(options: CodecServerOptions): Server {
  const cipher = new PayloadCipher(options.keys);
  return createServer((request, response) => {
    answer(request, response, cipher, options).catch((error: unknown) => {
      const status = error instanceof CodecProblem ? error.status : 500;
      // Never the payload, nor anything of it.
      send(response, status, {
        message: error instanceof CodecProblem ? error.message : 'could not be done',
      });
    });
  });
}

class CodecProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  cipher: PayloadCipher,
  { token, uiOrigin }: CodecServerOptions,
): Promise<void> {
  response.setHeader('access-control-allow-origin', uiOrigin);
  response.setHeader('access-control-allow-headers', 'content-type, x-namespace, authorization');
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('vary', 'origin');
  response.setHeader('cache-control', 'no-store');
  if (request.method === 'OPTIONS') return send(response, 204, null);
  const work = WORK[request.url?.split('?')[0] ?? ''];
  if (!work) throw new CodecProblem(404, 'allowed are POST /decode and POST /encode');
  if (request.method !== 'POST') throw new CodecProblem(405, 'allowed is POST');
  checkCaller(request, token, uiOrigin);
  const payloads = await payloadsOf(request);
  try {
    send(response, 200, { payloads: (await work(cipher, payloads)).map(written) });
  } catch (error) {
    if (error instanceof ValueError) throw new CodecProblem(422, error.message);
    throw error;
  }
}

const WORK: Readonly<Record<string, (cipher: PayloadCipher, payloads: Payload[]) => Promise<Payload[]>>> = {
  '/decode': (cipher, payloads) => cipher.decode(payloads),
  '/encode': (cipher, payloads) => cipher.encode(payloads),
};

/** A page of another origin is refused before anything is decrypted, not only kept from reading it. */
function checkCaller({ headers }: IncomingMessage, token: string | null, uiOrigin: string): void {
  if (headers.origin !== undefined && headers.origin !== uiOrigin)
    throw new CodecProblem(403, `allowed is the origin ${uiOrigin}`);
  if (token !== null && !isSame(headers.authorization ?? '', `Bearer ${token}`))
    throw new CodecProblem(401, 'allowed is Authorization: Bearer with the token of this server');
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function payloadsOf(request: IncomingMessage): Promise<Payload[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > LARGEST_BODY_BYTES) throw new CodecProblem(413, `allowed are ${LARGEST_BODY_BYTES} bytes`);
  }
  const parsed = payloadsSchema.safeParse(jsonOrNull(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success)
    throw new CodecProblem(400, 'allowed is {"payloads": [{"metadata", "data"}]}, bytes in base64');
  return parsed.data.payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, bytesOf(value)])),
    data: bytesOf(data),
  }));
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

function written({ metadata, data }: Payload) {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, base64Of(value)]);
  return { metadata: Object.fromEntries(entries) as Record<string, string>, data: base64Of(data) };
}

function base64Of(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('base64');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === null ? '' : JSON.stringify(body));
}
