import fc from 'fast-check';
import { type Envelope, type Provenance, type SignerWish } from '#domain/signing/envelope';
import {
  declineEnvelope,
  delegateEnvelope,
  expireEnvelope,
  nextReminder,
  remindEnvelope,
  sendEnvelope,
  signEnvelope,
  viewEnvelope,
  withdrawEnvelope,
} from '#domain/signing/signing';
import { addSeconds, instant, type Instant } from '#domain/time/instant';
import { PaperError } from '../paper-error.js';
import { type Block, type Paper, type PaperLanguage } from '../paper.js';
import { setPdf } from '../pdf/set-pdf.js';
import { assertNoEmptyField } from './complete.js';
import { evidencePaper, type EvidenceFacts } from './evidence-paper.js';

const HASH = `sha256:${'ab'.repeat(32)}`;
const SENT = instant('2025-01-06T01:15:00Z');
const DAY = 86_400;

const provenance: Provenance = {
  channel: 'page',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) 😀\u0007',
  identity: 'link 4f2a91',
};

const wishes: SignerWish[] = [
  { party: 'client', name: '王示例', title: '信息技术部经理', email: 'wang@client.example', turn: 1 },
  { party: 'provider', name: 'Li Qiang', title: 'Delivery Director', email: 'li@provider.example', turn: 2 },
  { party: 'provider', name: '赵样本', title: '总经理', email: 'zhao@provider.example', turn: 2 },
];

function sent(signers: readonly SignerWish[] = wishes): Envelope {
  return sendEnvelope({
    id: 'contract',
    subject: 'contract',
    documentHash: HASH,
    at: SENT,
    dueAt: addSeconds(SENT, 14 * DAY),
    by: 'integration',
    wish: { signers, remindEveryDays: 3, mostReminders: 2 },
  });
}

function facts(envelope: Envelope): EvidenceFacts {
  return {
    contract: 'C-1',
    title: '信息技术支持服务合同',
    parties: {
      client: { role: '客户', name: '上海示例制造股份有限公司' },
      provider: { role: '服务商', name: '上海示例信息技术服务有限公司' },
    },
    envelope,
    zone: 'Asia/Shanghai',
    documents: [{ name: 'contract.pdf', hash: HASH }],
  };
}

/** One signing of each way to end, with a delegation, a reminder, looks and reasons. */
const endings: Readonly<Record<'completed' | 'declined' | 'withdrawn' | 'expired', () => Envelope>> = {
  completed: () => {
    const later = (hours: number): Instant => addSeconds(SENT, hours * 3600);
    const deed = (signer: string, hours: number) => ({ signer, at: later(hours), provenance });
    let envelope = viewEnvelope(sent(), deed('S1', 1));
    const deputy = { name: '孙代理', title: '副经理', email: 'sun@client.example' };
    envelope = delegateEnvelope(envelope, deed('S1', 2), deputy, '出差');
    envelope = remindEnvelope(envelope, 'S1.1', later(80));
    envelope = signEnvelope(envelope, deed('S1.1', 81), HASH);
    envelope = signEnvelope(envelope, deed('S3', 90), HASH);
    return signEnvelope(envelope, { ...deed('S2', 91), provenance: { ...provenance, channel: 'api' } }, HASH);
  },
  declined: () =>
    declineEnvelope(sent(), { signer: 'S1', at: addSeconds(SENT, DAY), provenance }, '价格 不对 😡'),
  withdrawn: () => {
    const at = addSeconds(SENT, DAY);
    return withdrawEnvelope(sent(), { at, by: 'administrator', reason: 'a newer text follows', provenance });
  },
  expired: () => {
    const signed = signEnvelope(sent(), { signer: 'S1', at: addSeconds(SENT, 60), provenance }, HASH);
    return expireEnvelope(signed, addSeconds(SENT, 14 * DAY + 1));
  },
};

/** All that a paper says, each cell and value by itself. */
function textsOf({ body, title, subtitle, number }: Paper): string[] {
  return [title, subtitle ?? '', number, ...body.flatMap(textsIn)];
}

function textsIn(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.rows.flat();
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
    case 'parties':
      return [block.client, block.provider].flatMap(({ role, name, rows }) => [role, name, ...rows.flat()]);
    default:
      throw new Error(`no ${block.type} is expected here`);
  }
}

function stepRows(paper: Paper): readonly (readonly string[])[] {
  const table = paper.body.at(-1);
  return table?.type === 'table' ? table.rows : [];
}

describe('evidencePaper', () => {
  it.each([
    ['completed', 'Signed by all 3 signers; completed on 2025-01-09T20:15:00Z (2025-01-10 04:15).'],
    [
      'declined',
      'Declined by 王示例 on 2025-01-07T01:15:00Z (2025-01-07 09:15), for this reason: 价格 不对 [U+1F621]',
    ],
    [
      'withdrawn',
      'Withdrawn by administrator on 2025-01-07T01:15:00Z (2025-01-07 09:15), for this reason: a newer text follows',
    ],
    ['expired', 'Expired on 2025-01-20T01:15:01Z (2025-01-20 09:15); 1 of 3 signers had signed.'],
  ] as const)('tells a signing that was %s, and can be set in both languages', async (ending, outcome) => {
    const envelope = endings[ending]();
    expect(envelope.status).toBe(ending);
    const english = evidencePaper(facts(envelope), 'en');
    expect(textsOf(english)).toContain(outcome);
    expect(english).toMatchObject({
      kind: 'evidence',
      key: 'contract',
      number: 'C-1',
      at: envelope.steps.at(-1)?.at,
    });
    for (const language of ['zh-CN', 'en'] as const) {
      const paper = evidencePaper(facts(envelope), language);
      const pdf = await setPdf(paper);
      expect(Buffer.from(pdf).equals(await setPdf(evidencePaper(facts(envelope), language)))).toBe(true);
      expect(stepRows(paper)).toHaveLength(envelope.steps.length);
    }
  });

  it('says who, when, from where, which document and why, step by step', () => {
    const paper = evidencePaper(facts(endings.completed()), 'en');
    const hash = 'ab'.repeat(32);
    expect(paper.body).toContainEqual({ type: 'heading', level: 3, number: 'S1', text: '王示例' });
    const [first] = paper.body.filter((block) => block.type === 'facts').slice(1);
    expect(first?.rows).toEqual([
      ['Title', '信息技术部经理'],
      ['E-mail', 'wang@client.example'],
      ['Signs for', '上海示例制造股份有限公司 (客户)'],
      ['Turn', '1'],
      ['Status', 'delegated'],
      ['Delegated to', '孙代理 (S1.1)'],
      ['Invited', '2025-01-06T01:15:00Z (2025-01-06 09:15)'],
      ['First viewed', '2025-01-06T02:15:00Z (2025-01-06 10:15)'],
      ['Decided', '2025-01-06T03:15:00Z (2025-01-06 11:15)'],
      ['Reminders sent', '0'],
      ['Reason', '出差'],
      ['Through', 'the signing page'],
      ['Network address', '203.0.113.7'],
      ['User agent', 'Mozilla/5.0 (X11; Linux x86_64) [U+1F600][U+0007]'],
      ['Identified by', 'link 4f2a91'],
      ['SHA-256 of the document', hash],
    ]);
    expect(stepRows(paper).map(([number, when, what]) => `${number} ${when?.slice(0, 20)} ${what}`)).toEqual([
      '1 2025-01-06T01:15:00Z Sent: integration',
      '2 2025-01-06T01:15:00Z Invited: 王示例 (S1)',
      '3 2025-01-06T02:15:00Z Viewed: 王示例 (S1)',
      '4 2025-01-06T03:15:00Z Delegated: 王示例 (S1)\nReason: 出差',
      '5 2025-01-06T03:15:00Z Invited: 孙代理 (S1.1)',
      '6 2025-01-09T09:15:00Z Reminded: 孙代理 (S1.1)',
      '7 2025-01-09T10:15:00Z Signed: 孙代理 (S1.1)',
      '8 2025-01-09T10:15:00Z Invited: Li Qiang (S2)',
      '9 2025-01-09T10:15:00Z Invited: 赵样本 (S3)',
      '10 2025-01-09T19:15:00Z Signed: 赵样本 (S3)',
      '11 2025-01-09T20:15:00Z Signed: Li Qiang (S2)',
      '12 2025-01-09T20:15:00Z Completed: Li Qiang',
    ]);
    expect(stepRows(paper)[10]?.[3]).toContain('Through: the API\nNetwork address: 203.0.113.7');
    expect(stepRows(paper)[5]?.[3]).toBe('the system');
  });

  it('has no empty field in 200 signings that end in every way', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(signings(), fc.constantFrom<PaperLanguage>('zh-CN', 'en'), (envelope, language) => {
        ends.add(envelope.status);
        const paper = evidencePaper(facts(envelope), language);
        expect(textsOf(paper).filter((text) => text.trim() === '' || /undefined|null/.test(text))).toEqual(
          [],
        );
        expect(stepRows(paper)).toHaveLength(envelope.steps.length);
      }),
      { numRuns: 200 },
    );
    expect([...ends].sort()).toEqual(['completed', 'declined', 'expired', 'withdrawn']);
  });
});

describe('assertNoEmptyField', () => {
  it.each(['completed', 'declined', 'withdrawn', 'expired'] as const)(
    'names each field that is missing from a signing that was %s',
    (ending) => {
      const envelope = endings[ending]();
      let blanked = 0;
      for (const path of pathsOf(envelope)) {
        const holed = without(envelope, path);
        const name = path.reduce<string>((text, part) => {
          return /^\d+$/.test(part) ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${part}`;
        }, '');
        expect({ name, faults: faultsOf(holed) }).toEqual({
          name,
          faults: expect.arrayContaining([
            expect.stringMatching(new RegExp(`^${name.replaceAll(/[[\]]/g, '\\$&')}: `)),
          ]),
        });
        blanked++;
      }
      expect(blanked).toBeGreaterThan(20);
    },
  );

  it('refuses a signing that is still open, and steps that do not tell its decisions', () => {
    expect(faultsOf(sent())).toEqual(['status: the signing is still open, allowed is one that is over']);
    const envelope = endings.completed();
    const steps = envelope.steps.filter(({ kind, signer }) => kind !== 'signed' || signer !== 'S3');
    expect(faultsOf({ ...envelope, steps })).toEqual([
      'signers[2].status: S3 has signed, and no step tells it, allowed are decisions with their steps',
    ]);
    const other = envelope.steps.map((step) => ({ ...step, documentHash: `sha256:${'cd'.repeat(32)}` }));
    expect(faultsOf({ ...envelope, steps: other })).toHaveLength(envelope.steps.length);
  });
});

function faultsOf(envelope: Envelope): string[] {
  try {
    assertNoEmptyField(envelope);
    return [];
  } catch (error) {
    if (!(error instanceof PaperError)) throw error;
    return error.message.split('; ');
  }
}

/** Where in a signing texts stand that evidence cannot do without. What may be null where it did not happen is left out. */
function pathsOf(envelope: Envelope): string[][] {
  const optional = new Set(['viewedAt', 'subject', 'status', 'party', 'kind', 'channel']);
  const walk = (value: unknown, path: string[]): string[][] => {
    if (typeof value === 'string') return optional.has(path.at(-1) ?? '') ? [] : [path];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) => walk(member, [...path, name]));
  };
  // Two steps are of the envelope as a whole: they name no signer.
  return walk(envelope, []).filter(([, index, name]) => {
    const kind = envelope.steps[Number(index)]?.kind;
    const isOfWhole = name === 'signer' && (kind === 'sent' || kind === 'completed');
    return !isOfWhole;
  });
}

function without(envelope: Envelope, path: readonly string[]): Envelope {
  const copy = structuredClone(envelope) as unknown as Record<string, unknown>;
  let at = copy;
  for (const part of path.slice(0, -1)) at = at[part] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = ' ';
  return copy as unknown as Envelope;
}

/** Signings of one to four signers who act as chance has it, until something ends them. */
function signings(): fc.Arbitrary<Envelope> {
  const act = fc.record({
    kind: fc.constantFrom(
      'view',
      'sign',
      'sign',
      'sign',
      'sign',
      'decline',
      'delegate',
      'remind',
      'remind',
      'withdraw',
    ),
    who: fc.nat({ max: 7 }),
    wait: fc.integer({ min: 0, max: DAY }),
  });
  const turns = fc.tuple(
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 1, max: 2 }),
  );
  return fc.tuple(turns, fc.array(act, { maxLength: 25 })).map(([given, acts]) => {
    let envelope = sent(wishes.map((wish, index) => ({ ...wish, turn: given[index] ?? 1 })));
    let at: Instant = SENT;
    for (const { kind, who, wait } of acts) {
      if (envelope.status !== 'open') break;
      const asked = envelope.signers.filter(({ status }) => status === 'invited' || status === 'viewed');
      const signer = asked[who % asked.length];
      if (!signer) break;
      const { id, party } = signer;
      at = addSeconds(at, wait);
      if (at > envelope.dueAt) break;
      const deed = { signer: id, at, provenance };
      if (kind === 'view') envelope = viewEnvelope(envelope, deed);
      if (kind === 'sign') envelope = signEnvelope(envelope, deed, HASH);
      if (kind === 'decline') envelope = declineEnvelope(envelope, deed, 'not as agreed');
      if (kind === 'withdraw')
        envelope = withdrawEnvelope(envelope, { at, by: 'administrator', reason: 'a mistake', provenance });
      if (kind === 'remind') {
        const next = nextReminder(envelope);
        if (next) envelope = remindEnvelope(envelope, next.signer, at);
      }
      if (kind === 'delegate' && id.split('.').length < 3) {
        const email = `${id}@${party}.example`;
        envelope = delegateEnvelope(
          envelope,
          deed,
          { name: `Deputy ${id}`, title: 'Deputy', email },
          'on leave',
        );
      }
    }
    return envelope.status === 'open' ? expireEnvelope(envelope, addSeconds(envelope.dueAt, 1)) : envelope;
  });
}
