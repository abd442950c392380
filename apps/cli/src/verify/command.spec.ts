import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { setPdf } from '#documents/pdf/set-pdf';
import { demoSealKey } from '#documents/seal/demo-key';
import { sealPdf, type SealKey } from '#documents/seal/seal-pdf';
import { plainDate } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { configure } from './command.js';

const signedAt = instant('2025-01-06T01:15:00Z');

let folder: string;
let key: SealKey;
let other: SealKey;
let original: Uint8Array;
let sealed: Uint8Array;
let files: Record<'original' | 'sealed' | 'changed' | 'longer' | 'others' | 'text' | 'beheaded', string>;
let api: Server;
let url: string;
/** What the API knows, by the hash of the file. */
const known = new Map<string, unknown>();
const calls: { path: string; authorization: string | undefined }[] = [];
const environment = { ...process.env };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pacta-verify-'));
  key = await demoSealKey(folder);
  other = await demoSealKey(join(folder, 'other'));
  original = await setPdf({
    kind: 'invoice',
    language: 'en',
    key: '2025-01',
    title: 'Invoice',
    subtitle: null,
    number: 'INV-1',
    date: plainDate('2025-01-06'),
    at: signedAt,
    watermark: null,
    tableOfContents: false,
    body: [{ type: 'paragraph', style: 'body', text: 'Support in January' }],
  });
  const wish = { signedAt, reason: 'Issued', location: 'Shanghai', contact: 'a@provider.example' };
  sealed = await sealPdf(original, key, wish);
  const changed = Buffer.from(sealed);
  changed[700] = (changed[700] ?? 0) ^ 1;
  const beheaded = Buffer.from(sealed);
  beheaded[0] = 0x20;
  files = {
    original: await write('original.pdf', original),
    sealed: await write('sealed.pdf', sealed),
    changed: await write('changed.pdf', changed),
    longer: await write('longer.pdf', Buffer.concat([sealed, Buffer.from('\n')])),
    others: await write('others.pdf', await sealPdf(original, other, wish)),
    text: await write('text.pdf', Buffer.from('hello')),
    beheaded: await write('beheaded.pdf', beheaded),
  };
  api = createServer((request, response) => {
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization });
    const document = known.get((request.url ?? '').replace('/api/v1/documents/by-hash/', ''));
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? { type: 'notFound' }));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => api.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('PACTA_')) delete process.env[name];
  process.env['PACTA_DATA'] = folder;
  known.clear();
  calls.length = 0;
});

afterAll(() => {
  process.env = environment;
});

describe('pacta verify document', () => {
  it('knows the signed original by the demo key, without asking anybody', async () => {
    expect(await run(files.sealed, '--api', url)).toEqual({
      out: [
        'signed original: sealed by the demo certificate (not for legal use)',
        '  sealed by    CN=Pacta demo, not for legal use',
        '  sealed at    2025-01-06T01:15:00Z',
        `  certificate  ${key.certificate.fingerprint}, valid from 2020-01-01T00:00:00Z to 2049-12-31T23:59:59Z`,
        `  SHA-256      ${sha256(sealed)}`,
      ],
      errors: [],
      exitCode: 0,
    });
    expect(calls).toEqual([]);
  });

  it.each([
    ['a byte of the document', 'changed', 'its content is not what was signed'],
    ['one more byte', 'longer', '1 byte was added after it was signed'],
    ['its very first byte', 'beheaded', 'its content is not what was signed'],
  ] as const)('finds a change of %s', async (_, file, why) => {
    const { out, exitCode } = await run(files[file]);
    expect(out[0]).toBe(`changed: ${why}`);
    expect(exitCode).toBe(1);
  });

  it('compares with the certificate that is named, by file, fingerprint or PKCS#12', async () => {
    const pem = join(folder, 'other.pem');
    const der = other.certificates[0]?.toString('base64') ?? '';
    await writeFile(
      pem,
      `-----BEGIN CERTIFICATE-----\n${der.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    );
    for (const certificate of [pem, other.certificate.fingerprint]) {
      expect(await run(files.others, '--certificate', certificate)).toMatchObject({ exitCode: 0 });
      expect(await run(files.sealed, '--certificate', certificate)).toMatchObject({ exitCode: 3 });
    }
    process.env['PACTA_SEAL_P12'] = join(folder, 'other', 'seal-demo.p12');
    process.env['PACTA_SEAL_PASSPHRASE'] = 'pacta-demo';
    expect((await run(files.others)).out[0]).toBe(
      'signed original: sealed by the certificate in PACTA_SEAL_P12',
    );
    process.env['PACTA_SEAL_PASSPHRASE'] = 'wrong';
    expect(await run(files.others)).toMatchObject({
      errors: [
        expect.stringMatching(/^wrongPassphrase: the passphrase does not open the seal key .*seal-demo.p12/),
      ],
      exitCode: 2,
    });
  });

  it('says unknown of what it cannot tell, and why', async () => {
    const noApi = 'no API runs here to be asked (--api names one)';
    const lineOf = async (...args: string[]) => {
      const { out, exitCode } = await run(...args);
      return `${exitCode} ${out[0]}`;
    };
    expect(await lineOf(files.original)).toBe(`3 unknown: it has no seal, and ${noApi}`);
    expect(await lineOf(files.others)).toBe(
      `3 unknown: its seal is intact, but not by the demo certificate (not for legal use), and ${noApi}`,
    );
    expect(await lineOf(files.original, '--api', url)).toBe(
      `3 unknown: it has no seal, and ${url} does not know it`,
    );
    expect(await lineOf(files.original, '--api', 'http://127.0.0.1:9')).toBe(
      '3 unknown: it has no seal, and http://127.0.0.1:9 could not be asked: nobody answers at http://127.0.0.1:9',
    );
    process.env['PACTA_DATA'] = join(folder, 'empty');
    expect(await lineOf(files.sealed)).toBe(
      `3 unknown: its seal is intact, but no certificate is known to compare it with, and ${noApi}`,
    );
  });

  it('takes the word of the API for a file that it issued, and gives it no key that is not its own', async () => {
    const issue = { contract: 'C-1', kind: 'invoice', key: '2025-01', issuedAt: '2025-02-01T00:00:00Z' };
    known.set(sha256(original), issue);
    await writeFile(
      join(folder, 'env'),
      'export PACTA_URL=http://127.0.0.1:9\nexport PACTA_KEY_AUDITOR=local\n',
    );
    expect(await run(files.original, '--api', `${url}/`)).toMatchObject({
      out: [
        `original, not sealed: ${url} issued it as invoice 2025-01 of C-1 on 2025-02-01T00:00:00Z`,
        `  SHA-256      ${sha256(original)}`,
      ],
      exitCode: 0,
    });
    expect(calls).toEqual([
      { path: `/api/v1/documents/by-hash/${sha256(original)}`, authorization: 'Bearer' },
    ]);
    await writeFile(join(folder, 'env'), `export PACTA_URL=${url}\nexport PACTA_KEY_AUDITOR=local\n`);
    expect(await run(files.original)).toMatchObject({ exitCode: 0 });
    expect(calls.at(-1)?.authorization).toBe('Bearer local');
    known.set(sha256(original), { contract: 'C-1' });
    expect((await run(files.original)).out[0]).toBe(
      `unknown: it has no seal, and ${url} did not tell: it answered 200`,
    );
    await rm(join(folder, 'env'));
  });

  it('refuses in one line what it cannot check', async () => {
    const missing = join(folder, 'missing.pdf');
    expect(await run(missing)).toEqual({
      out: [],
      errors: [`${missing}: there is no such file to read, allowed is the path of a PDF`],
      exitCode: 2,
    });
    expect(await run(files.text)).toMatchObject({
      errors: [`${files.text}: is no PDF, allowed is the path of a PDF`],
      exitCode: 2,
    });
    expect(await run(files.sealed, '--certificate', 'nothing.pem')).toMatchObject({
      errors: [
        '--certificate: "nothing.pem" is no certificate that can be read, allowed is a certificate file (PEM) or a SHA-256 fingerprint',
      ],
      exitCode: 2,
    });
    expect((await run('--certificate')).exitCode).toBe(2);
  });
});

interface Run {
  readonly out: string[];
  readonly errors: string[];
  readonly exitCode: number;
}

/** Runs `pacta verify document ...` in this process. */
async function run(...args: string[]): Promise<Run> {
  const [out, errors]: [string[], string[]] = [[], []];
  const before = { log: console.log, error: console.error, code: process.exitCode };
  console.log = (line: string) => void out.push(line);
  console.error = (line: string) => void errors.push(line);
  try {
    const command = new Command('verify').exitOverride().configureOutput({ writeErr: () => {} });
    configure(command);
    await command.parseAsync(['document', ...args], { from: 'user' });
    return { out, errors, exitCode: Number(process.exitCode ?? 0) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { out, errors, exitCode: error.exitCode };
  } finally {
    console.log = before.log;
    console.error = before.error;
    process.exitCode = before.code ?? 0;
  }
}

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
