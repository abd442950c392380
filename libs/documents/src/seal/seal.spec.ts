import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Signer, SignPdf } from '@signpdf/signpdf';
import fc from 'fast-check';
import forge from 'node-forge';
import { plainDate } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { type Paper } from '../paper.js';
import { setPdf } from '../pdf/set-pdf.js';
import { parseFingerprint } from './certificate.js';
import { checkSeal, type SealCheck } from './check-seal.js';
import { cmsLength, signCms } from './cms.js';
import { demoSealKey, findDemoSealKey } from './demo-key.js';
import { operatorSealKey, readSealKey } from './keys.js';
import { addPlaceholder, type SealWish } from './placeholder.js';
import { sealPdf, type SealKey } from './seal-pdf.js';

const wish: SealWish = {
  signedAt: instant('2025-01-06T01:15:00Z'),
  reason: '合同 C-1 签署完毕 << (signed by both) /ByteRange [0 1 2 3]',
  location: '上海',
  contact: 'contracts@provider.example',
};

const paper: Paper = {
  kind: 'contract',
  language: 'zh-CN',
  key: null,
  title: '技术支持服务合同 /ByteRange [0 1 2 3]',
  subtitle: null,
  number: 'C-1',
  date: plainDate('2025-01-06'),
  at: instant('2025-01-06T01:15:00Z'),
  watermark: null,
  tableOfContents: true,
  body: [
    { type: 'heading', level: 1, number: '1', text: '服务' },
    { type: 'paragraph', style: 'body', text: '服务商按本合同提供技术支持服务。' },
  ],
};

let folder: string;
let key: SealKey;
let original: Uint8Array;
let sealed: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pacta-seal-'));
  key = await demoSealKey(folder);
  original = await setPdf(paper);
  sealed = Buffer.from(await sealPdf(original, key, wish));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('sealPdf', () => {
  it('gives a seal that stands its check', () => {
    expect(checkSeal(sealed)).toEqual({
      kind: 'intact',
      certificate: key.certificate,
      signedAt: wish.signedAt,
      coversWholeFile: true,
    });
  });

  it('gives the same bytes for the same document, key and wish, and leaves those of the document as they are', async () => {
    expect(Buffer.from(await sealPdf(original, key, wish)).equals(sealed)).toBe(true);
    expect(sealed.subarray(0, original.length).equals(original)).toBe(true);
    const later = { ...wish, signedAt: instant('2025-01-06T01:15:01Z') };
    expect(Buffer.from(await sealPdf(original, key, later)).equals(sealed)).toBe(false);
  });

  it('writes a PAdES signature dictionary with the texts as they are', () => {
    const dictionary = sealed.toString('latin1', original.length);
    expect(dictionary).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(dictionary).toContain('/M (D:20250106011500Z)');
    for (const [entry, text] of [
      ['Reason', wish.reason],
      ['Location', wish.location],
      ['Name', 'Pacta demo, not for legal use'],
    ] as const) {
      const hex = new RegExp(`/${entry} <feff([0-9a-f]*)>`).exec(dictionary)?.[1] ?? '';
      expect(Buffer.from(hex, 'hex').swap16().toString('utf16le')).toBe(text);
    }
  });

  it('keeps the cross-reference table right: each object begins where it says', () => {
    const text = sealed.toString('latin1');
    const table = text.slice(text.lastIndexOf('\nxref\n') + 6, text.lastIndexOf('trailer'));
    const entries = [...table.matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)];
    expect(entries).toHaveLength(5);
    for (const [, number = '', offset] of entries) {
      expect(text.startsWith(`${number} 0 obj\n`, Number(offset))).toBe(true);
    }
    expect(text.slice(Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1])).startsWith('xref\n')).toBe(true);
    const previous = /\/Prev (\d+)/.exec(text)?.[1];
    expect(text.slice(0, original.length)).toContain(`startxref\n${previous}\n`);
  });

  it.each([
    ['sealed already', () => sealed],
    ['no PDF', () => Buffer.from('hello')],
    ['without its end', () => original.subarray(0, original.length - 40)],
  ])('refuses a file that is %s', async (_, file) => {
    await expect(sealPdf(file(), key, wish)).rejects.toMatchObject({ code: 'cannotBeSealed' });
  });

  it('refuses a key outside the days of its certificate', async () => {
    const tooLate = { ...wish, signedAt: instant('2050-01-01T00:00:00Z') };
    await expect(sealPdf(original, key, tooLate)).rejects.toMatchObject({
      code: 'sealKeyExpired',
      message:
        'the certificate of CN=Pacta demo, not for legal use is valid from 2020-01-01T00:00:00Z to 2049-12-31T23:59:59Z, so nothing can be sealed by it at 2050-01-01T00:00:00Z',
    });
  });
});

describe('checkSeal', () => {
  const kindOf = (file: Uint8Array): SealCheck['kind'] => checkSeal(file).kind;
  const flipped = (at: number, bits: number): Buffer => {
    const copy = Buffer.from(sealed);
    copy[at] = (copy[at] ?? 0) ^ bits;
    return copy;
  };

  it('finds any one byte that differs, wherever it is', () => {
    const where = fc.integer({ min: 0, max: sealed.length - 1 });
    fc.assert(
      fc.property(where, fc.integer({ min: 1, max: 255 }), (at, bits) => {
        expect(kindOf(flipped(at, bits))).toBe('broken');
      }),
      { numRuns: 1500 },
    );
  });

  it('finds each flip of one bit in the signature, the byte range and all else of the last revision', () => {
    const survivors: string[] = [];
    for (let at = original.length; at < sealed.length; at++) {
      // 0x20 turns a digit of the signature from small to capital, which other checks read as the same.
      for (const bits of [0x01, 0x20])
        if (kindOf(flipped(at, bits)) !== 'broken') survivors.push(`${at}/${bits}`);
    }
    expect(survivors).toEqual([]);
  });

  it('finds what was cut off, and what was added, a whole revision too', async () => {
    fc.assert(
      fc.property(fc.integer({ min: original.length + 1, max: sealed.length - 1 }), (length) => {
        expect(kindOf(sealed.subarray(0, length))).not.toBe('intact');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (more) => {
        expect(kindOf(Buffer.concat([sealed, more]))).toBe('broken');
      }),
    );
    const revision = '\n7 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n';
    expect(checkSeal(Buffer.concat([sealed, Buffer.from(revision)]))).toEqual({
      kind: 'broken',
      why: `${revision.length} bytes were added after it was signed`,
    });
    // A second seal over it all is another's word, not a mend of the first.
    await expect(sealPdf(Buffer.concat([sealed, Buffer.from(revision)]), key, wish)).rejects.toThrow();
  });

  it('finds a piece taken out or put in anywhere', () => {
    const where = fc.integer({ min: 0, max: sealed.length - 2 });
    fc.assert(
      fc.property(
        where,
        fc.uint8Array({ minLength: 0, maxLength: 8 }),
        fc.nat({ max: 8 }),
        (at, put, taken) => {
          const changed = Buffer.concat([sealed.subarray(0, at), put, sealed.subarray(at + taken)]);
          fc.pre(!changed.equals(sealed));
          expect(kindOf(changed)).toBe('broken');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a signature that was moved to another place of the same bytes', () => {
    const text = sealed.toString('latin1');
    const start = text.indexOf('/Contents <', original.length) + '/Contents '.length;
    const end = text.indexOf('>', start) + 1;
    const signature = text.slice(start, end);
    const rest = text.slice(0, start) + text.slice(end);
    const moved = rest.slice(0, start - 200) + signature + rest.slice(start - 200);
    expect(kindOf(Buffer.from(moved, 'latin1'))).toBe('broken');
  });

  it('knows a document without a seal, even one whose text speaks of them', () => {
    expect(Buffer.from(original).includes('/ByteRange')).toBe(true);
    expect(checkSeal(original)).toEqual({ kind: 'none' });
  });

  it('reads signatures of other makers, which may be spelled in several ways', async () => {
    const placeholder = addPlaceholder(original, wish, 'Other', cmsLength(key.certificates, 256) + 10);
    const mark = placeholder.indexOf('/Name /Pacta');
    placeholder.write('/Name /Other', mark, 'latin1');
    class OtherSigner extends Signer {
      override sign = (bytes: Buffer) => Promise.resolve(signCms(bytes, key.privateKey, key.certificates));
    }
    const file = (await new SignPdf().sign(placeholder, new OtherSigner())).toString('latin1');
    const check = (text: string) => checkSeal(Buffer.from(text, 'latin1'));
    expect(check(file)).toMatchObject({ kind: 'intact', certificate: key.certificate });
    const [signature = ''] = /(?<=\/Contents )<[0-9a-f]+>/.exec(file) ?? [];
    expect(signature).toMatch(/0{20}>$/);
    expect(check(file.replace(signature, signature.toUpperCase())).kind).toBe('intact');
    expect(check(file.replace('%PDF-1.7', '%PDF-1.6')).kind).toBe('broken');
    // SHA-224 in place of SHA-256: nothing that is checked here.
    const sha224 = signature.replaceAll('0609608648016503040201', '0609608648016503040204');
    expect(check(file.replace(signature, sha224))).toEqual({
      kind: 'foreign',
      why: 'an algorithm that is not checked here',
    });
    const ours = sealed.toString('latin1');
    const [own = ''] = /(?<=\/Contents )<[0-9a-f]+>/.exec(ours) ?? [];
    expect(check(ours.replace(own, own.toUpperCase())).kind).toBe('broken');
    expect(check(ours.replace(own, sha224)).kind).toBe('broken');
  });

  it('is intact by another certificate where somebody else seals the document', async () => {
    const other = await demoSealKey(await mkdtemp(join(folder, 'other-')));
    const check = checkSeal(await sealPdf(original, other, wish));
    expect(check).toMatchObject({
      kind: 'intact',
      certificate: { fingerprint: other.certificate.fingerprint },
    });
    expect(other.certificate.fingerprint).not.toBe(key.certificate.fingerprint);
  });
});

describe('demoSealKey', () => {
  it('is made once, for its owner alone', async () => {
    const own = await mkdtemp(join(folder, 'demo-'));
    expect(await findDemoSealKey(own)).toBeNull();
    const made = await Promise.all([demoSealKey(own), demoSealKey(own), demoSealKey(own)]);
    const fingerprints = new Set(made.map(({ certificate }) => certificate.fingerprint));
    expect(fingerprints.size).toBe(1);
    expect((await findDemoSealKey(own))?.certificate).toEqual(made[0]?.certificate);
    expect((await stat(join(own, 'seal-demo.p12'))).mode & 0o777).toBe(0o600);
    const certificate = new X509Certificate(made[0]?.certificates[0] ?? '');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(made[0]?.certificate.subject).toBe('CN=Pacta demo, not for legal use');
  });
});

describe('readSealKey', () => {
  it('reads a key with those that vouch for it, and seals by it', async () => {
    const path = await writePkcs12('chain.p12', 'a secret 口令');
    const chained = await readSealKey(path, 'a secret 口令');
    expect(chained.certificates).toHaveLength(2);
    expect(chained.certificate.subject).toBe('CN=示例服务商合同章, O=示例服务商');
    const file = Buffer.from(await sealPdf(original, chained, wish));
    expect(checkSeal(file)).toMatchObject({ kind: 'intact', certificate: chained.certificate });
    // Neither certificate can be exchanged: signing-certificate-v2 has the hash of both.
    const start = file.indexOf('/Contents <', original.length) + '/Contents <'.length;
    const hex = file.toString('latin1', start);
    const issuer = (chained.certificates[1] ?? Buffer.alloc(0)).toString('hex');
    const at = start + hex.indexOf(issuer) + issuer.length - 1;
    file[at] = file[at] === 0x30 ? 0x31 : 0x30;
    expect(checkSeal(file).kind).toBe('broken');
  });

  it('takes the key that the environment names, and none where it names none', async () => {
    const path = await writePkcs12('env.p12', 'x');
    const found = await operatorSealKey({ PACTA_SEAL_P12: path, PACTA_SEAL_PASSPHRASE: 'x' });
    expect(found?.certificate.subject).toContain('示例服务商');
    expect(await operatorSealKey({})).toBeNull();
  });

  it('says in one sentence what is wrong', async () => {
    const path = await writePkcs12('wrong.p12', 'right');
    await expect(readSealKey(path, 'wrong')).rejects.toMatchObject({
      code: 'wrongPassphrase',
      message: `the passphrase does not open the seal key ${path}: set PACTA_SEAL_PASSPHRASE`,
    });
    const missing = join(folder, 'missing.p12');
    await expect(readSealKey(missing, '')).rejects.toMatchObject({
      code: 'noSealKey',
      message: `the seal key ${missing} cannot be read: name a PKCS#12 file in PACTA_SEAL_P12`,
    });
    const text = join(folder, 'text.p12');
    await writeFile(text, 'hello');
    await expect(readSealKey(text, '')).rejects.toMatchObject({ code: 'sealKeyUnfit' });
    await expect(readSealKey(path, 'right', instant('2035-01-01T00:00:00Z'))).rejects.toMatchObject({
      code: 'sealKeyExpired',
    });
    const weak = await writePkcs12('weak.p12', 'x', 1024);
    await expect(readSealKey(weak, 'x')).rejects.toMatchObject({
      code: 'sealKeyUnfit',
      message: `the seal key ${weak} cannot be used: its key is not an RSA key of 2048 bits or more`,
    });
  });

  /** A key and its certificate, vouched for by another one. */
  async function writePkcs12(name: string, passphrase: string, bits = 2048): Promise<string> {
    const pair = () => {
      const made = generateKeyPairSync('rsa', {
        modulusLength: bits,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      return {
        privateKey: forge.pki.privateKeyFromPem(made.privateKey),
        publicKey: forge.pki.publicKeyFromPem(made.publicKey),
      };
    };
    const [authority, own] = [pair(), pair()];
    const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;
    const issuer = [{ name: 'commonName', value: 'An authority' }];
    const subject = [
      { name: 'commonName', value: '示例服务商合同章', valueTagClass: utf8 },
      { name: 'organizationName', value: '示例服务商', valueTagClass: utf8 },
    ];
    const certify = (serial: string, names: typeof issuer, publicKey: forge.pki.PublicKey) => {
      const certificate = forge.pki.createCertificate();
      certificate.publicKey = publicKey;
      certificate.serialNumber = serial;
      certificate.validity.notBefore = new Date('2024-01-01T00:00:00Z');
      certificate.validity.notAfter = new Date('2034-01-01T00:00:00Z');
      certificate.setSubject(names);
      certificate.setIssuer(issuer);
      certificate.sign(authority.privateKey, forge.md.sha256.create());
      return certificate;
    };
    const chain = [certify('02', subject, own.publicKey), certify('01', issuer, authority.publicKey)];
    const file = forge.pkcs12.toPkcs12Asn1(own.privateKey, chain, passphrase, { count: 1 });
    const path = join(folder, name);
    await writeFile(path, Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1'));
    return path;
  }
});

describe('parseFingerprint', () => {
  it('takes the spellings that tools print', async () => {
    const bytes = await readFile(join(folder, 'seal-demo.p12'));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const colons = digest.toUpperCase().match(/../g)?.join(':') ?? '';
    for (const text of [digest, colons, `sha256:${digest}`, `SHA256:${colons}`]) {
      expect(parseFingerprint(text)).toBe(`sha256:${digest}`);
    }
    expect(parseFingerprint(digest.slice(1))).toBeNull();
    expect(parseFingerprint('cert.pem')).toBeNull();
  });
});
