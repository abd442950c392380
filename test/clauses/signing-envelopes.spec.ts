import fc from 'fast-check';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractEvent, type EventOf } from '#domain/contract/events';
import { signingDueAt } from '#domain/contract/schedule';
import { type ContractState } from '#domain/contract/state';
import { draftContract } from '#domain/contract/draft';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type Entry } from '#domain/entry';
import { NO_ANSWERS } from '#domain/question';
import { Refusal } from '#domain/refusal';
import { type Envelope, type Provenance, type Signer, type SignerWish } from '#domain/signing/envelope';
import {
  declineEnvelope,
  delegateEnvelope,
  expireEnvelope,
  nextReminder,
  partySignedAt,
  remindEnvelope,
  sendEnvelope,
  signEnvelope,
  viewEnvelope,
  withdrawEnvelope,
} from '#domain/signing/signing';
import { SIGNER_TRANSITIONS, type SignerAct } from '#domain/signing/transitions';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { assertNoEmptyField } from '#documents/evidence/complete';
import { shanghai, termsOf } from '../support/contracts.js';

const NOTHING = { requests: [], answers: NO_ANSWERS };
const HASH = `sha256:${'ab'.repeat(32)}`;
const SENT = shanghai('2024-12-01 09:00');
const DUE = shanghai('2024-12-11');
const DAY = 86_400;

const provenance: Provenance = {
  channel: 'page',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0',
  identity: 'link 0123456789ab',
};

const LI: SignerWish = {
  party: 'provider',
  name: '李样本',
  title: '总监',
  email: 'li@provider.example',
  turn: 1,
};
const WANG: SignerWish = {
  party: 'client',
  name: '王示例',
  title: '经理',
  email: 'wang@client.example',
  turn: 1,
};
const ZHAO: SignerWish = { ...LI, name: '赵样本', email: 'zhao@provider.example' };
const SUN = { name: '孙代理', title: '副经理', email: 'sun@client.example' };

interface Sending {
  readonly signers?: readonly SignerWish[];
  readonly remindEveryDays?: number;
  readonly mostReminders?: number;
  readonly dueAt?: Instant;
}

function sent({
  signers = [LI, WANG],
  remindEveryDays = 3,
  mostReminders = 2,
  dueAt = DUE,
}: Sending = {}): Envelope {
  const wish = { signers, remindEveryDays, mostReminders };
  const what = { id: 'contract', subject: 'contract', documentHash: HASH } as const;
  return sendEnvelope({ ...what, at: SENT, dueAt, by: 'administrator', wish });
}

const deed = (signer: string, at: Instant = addSeconds(SENT, 60)) => ({ signer, at, provenance });
const sign = (envelope: Envelope, signer: string, at?: Instant) =>
  signEnvelope(envelope, deed(signer, at), HASH);
const withdraw = (envelope: Envelope) =>
  withdrawEnvelope(envelope, {
    at: addSeconds(SENT, 60),
    by: 'administrator',
    reason: 'a mistake',
    provenance,
  });
/** Whether the core refuses it; nothing else may be thrown. */
function isRefused(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

const statuses = ({ signers }: Envelope) => signers.map(({ id, status }) => `${id} ${status}`);
const steps = (envelope: Envelope) =>
  envelope.steps.map(({ kind, signer }) => (signer === null ? kind : `${kind} ${signer}`));

describe('who may do what, by the place they are in', () => {
  const ACTS: readonly SignerAct[] = ['view', 'sign', 'decline', 'delegate', 'remind'];
  /** By hand: what is not listed is refused. */
  const MAY: Readonly<Record<Signer['status'], readonly SignerAct[]>> = {
    waiting: [],
    invited: ACTS,
    viewed: ACTS,
    signed: [],
    declined: [],
    delegated: [],
  };
  /** An envelope that is open, with a signer in each status but declined, which ends it. */
  const places: Readonly<Partial<Record<Signer['status'], string>>> = {
    invited: 'S1',
    viewed: 'S2',
    signed: 'S3',
    delegated: 'S4',
    waiting: 'S5',
  };
  const open = (): Envelope => {
    const more = ['a', 'b'].map((name) => ({ ...ZHAO, name, email: `${name}@provider.example` }));
    let envelope = sent({ signers: [LI, WANG, ...more, { ...ZHAO, turn: 2 }] });
    envelope = viewEnvelope(envelope, deed('S2'));
    envelope = sign(envelope, 'S3');
    return delegateEnvelope(envelope, deed('S4'), SUN, 'on leave');
  };
  const act = (envelope: Envelope, signer: string, what: SignerAct): Envelope => {
    const done = deed(signer, addSeconds(SENT, 120));
    switch (what) {
      case 'view':
        return viewEnvelope(envelope, done);
      case 'sign':
        return signEnvelope(envelope, done, HASH);
      case 'decline':
        return declineEnvelope(envelope, done, 'no');
      case 'delegate':
        return delegateEnvelope(envelope, done, { ...SUN, email: 'else@client.example' }, 'on leave');
      default:
        return remindEnvelope(envelope, signer, done.at);
    }
  };

  it('has a row for each status', () => {
    expect(Object.keys(SIGNER_TRANSITIONS).sort()).toEqual(Object.keys(MAY).sort());
    expect(SIGNER_TRANSITIONS.declined).toEqual({});
  });

  it.each(
    Object.entries(places).flatMap(([status, signer]) =>
      ACTS.map((what) => [status as Signer['status'], what, signer] as const),
    ),
  )('%s: %s', (status, what, signer) => {
    const before = open();
    expect(before.signers.find(({ id }) => id === signer)?.status).toBe(status);
    expect(isRefused(() => act(before, signer, what))).toBe(!MAY[status].includes(what));
  });

  it.each(ACTS)('nobody can %s once it is over, whichever way', (what) => {
    const ends = [
      sign(sign(sent(), 'S1'), 'S2'),
      declineEnvelope(sent(), deed('S1'), 'no'),
      withdraw(sent()),
      expireEnvelope(sent(), addSeconds(DUE, 1)),
    ];
    expect(ends.map(({ status }) => status)).toEqual(['completed', 'declined', 'withdrawn', 'expired']);
    for (const ended of ends) {
      expect(() => act(ended, 'S1', what)).toThrow('allowed: while it is open');
      expect(() => withdraw(ended)).toThrow(Refusal);
      expect(() => expireEnvelope(ended, addSeconds(DUE, 2))).toThrow(Refusal);
      expect(nextReminder(ended)).toBeNull();
    }
  });
});

describe('a document is sent', () => {
  it('to all of the lowest turn at once', () => {
    const envelope = sent({ signers: [{ ...LI, turn: 2 }, WANG, { ...ZHAO, turn: 2 }] });
    expect(statuses(envelope)).toEqual(['S1 waiting', 'S2 invited', 'S3 waiting']);
    expect(steps(envelope)).toEqual(['sent', 'invited S2']);
  });

  it.each<[what: string, wish: Sending, refused: string]>([
    ['nobody of the client', { signers: [LI, ZHAO] }, 'has nobody for the client'],
    ['nobody of the provider', { signers: [WANG] }, 'has nobody for the provider'],
    ['nobody at all', { signers: [] }, 'has nobody for the client'],
    [
      'somebody twice',
      { signers: [LI, WANG, { ...WANG, email: WANG.email.toUpperCase() }] },
      'WANG@CLIENT.EXAMPLE twice',
    ],
    [
      'more than twenty',
      {
        signers: [WANG, ...Array.from({ length: 20 }, (_, n) => ({ ...LI, email: `${n}@provider.example` }))],
      },
      'allowed: at most 20',
    ],
    ['a day that is past', { dueAt: addSeconds(SENT, -1) }, 'is before the document is sent'],
  ])('not to %s', (_, wish, refused) => {
    expect(() => sent(wish)).toThrow(refused);
  });

  it('to one person who signs for both parties', () => {
    const envelope = sent({ signers: [LI, { ...LI, party: 'client' }] });
    expect(sign(sign(envelope, 'S1'), 'S2').status).toBe('completed');
  });
});

describe('signatures', () => {
  it('side by side come in any order, and the last one completes', () => {
    const one = sign(sent(), 'S2', addSeconds(SENT, 10));
    expect(one.status).toBe('open');
    expect([partySignedAt(one, 'client'), partySignedAt(one, 'provider')]).toEqual([
      addSeconds(SENT, 10),
      null,
    ]);
    const both = sign(one, 'S1', addSeconds(SENT, 20));
    expect(both.status).toBe('completed');
    expect(steps(both).slice(-2)).toEqual(['signed S1', 'completed']);
    expect(partySignedAt(both, 'provider')).toBe(addSeconds(SENT, 20));
  });

  it('of a turn wait for all of the turns before', () => {
    let envelope = sent({ signers: [LI, { ...ZHAO, turn: 1 }, { ...WANG, turn: 2 }] });
    expect(() => sign(envelope, 'S3')).toThrow('allowed: wait for the turn');
    envelope = sign(envelope, 'S1');
    expect(() => sign(envelope, 'S3')).toThrow(Refusal);
    envelope = sign(envelope, 'S2');
    expect(statuses(envelope)).toEqual(['S1 signed', 'S2 signed', 'S3 invited']);
    expect(sign(envelope, 'S3').status).toBe('completed');
  });

  it.each<[when: string, at: Instant, isIn: boolean]>([
    ['at the last instant', DUE, true],
    ['a second after', addSeconds(DUE, 1), false],
  ])('%s', (_, at, isIn) => {
    expect(isRefused(() => sign(sent(), 'S1', at))).toBe(!isIn);
  });

  it('are of the document that was sent, and of a signer of it', () => {
    expect(() => signEnvelope(sent(), deed('S1'), `sha256:${'cd'.repeat(32)}`)).toThrow(`allowed: ${HASH}`);
    expect(() => sign(sent(), 'S3')).toThrow('allowed: S1, S2');
  });
});

describe('a place is passed on', () => {
  it('within the turn: the delegate signs in its stead', () => {
    const delegated = delegateEnvelope(sent(), deed('S2'), SUN, 'on leave');
    expect(statuses(delegated)).toEqual(['S1 invited', 'S2 delegated', 'S2.1 invited']);
    expect(delegated.signers[1]?.delegatedTo).toBe('S2.1');
    expect(delegated.signers[2]).toMatchObject({ ...SUN, party: 'client', turn: 1, reminders: 0 });
    expect(() => sign(delegated, 'S2')).toThrow(Refusal);
    expect(sign(sign(delegated, 'S1'), 'S2.1').status).toBe('completed');
  });

  it('three times at most, and never to somebody who is there already', () => {
    let envelope = sent();
    for (const [index, from] of ['S2', 'S2.1', 'S2.1.1'].entries()) {
      const to = { ...SUN, email: `${index}@client.example` };
      envelope = delegateEnvelope(envelope, deed(from), to, 'on leave');
    }
    expect(() => delegateEnvelope(envelope, deed('S2.1.1.1'), SUN, 'again')).toThrow('often enough');
    for (const email of [WANG.email.toUpperCase(), '1@client.example']) {
      expect(() => delegateEnvelope(envelope, deed('S2.1.1.1'), { ...SUN, email }, 'back')).toThrow(Refusal);
    }
  });
});

describe('reminders', () => {
  const reminded = (envelope: Envelope): { envelope: Envelope; told: string[] } => {
    const told: string[] = [];
    let now = envelope;
    for (let next = nextReminder(now); next !== null; next = nextReminder(now)) {
      told.push(`${next.signer} ${next.at}`);
      now = remindEnvelope(now, next.signer, next.at);
    }
    return { envelope: now, told };
  };

  it('come after the days agreed, counted from the invitation, as often as agreed', () => {
    const signers = [LI, { ...WANG, turn: 2 }];
    const envelope = sign(
      sent({ signers, remindEveryDays: 2, mostReminders: 2 }),
      'S1',
      addSeconds(SENT, DAY),
    );
    expect(reminded(envelope).told).toEqual([
      `S2 ${addSeconds(SENT, 3 * DAY)}`,
      `S2 ${addSeconds(SENT, 5 * DAY)}`,
    ]);
  });

  it.each<[law: string, wish: Sending, count: number]>([
    ['none where none are agreed', { remindEveryDays: 0 }, 0],
    ['none where none may be sent', { mostReminders: 0 }, 0],
    ['never at or after the deadline', { remindEveryDays: 1, mostReminders: 50 }, 2 * 9],
    ['none at the very deadline', { remindEveryDays: 1, mostReminders: 50, dueAt: addSeconds(SENT, DAY) }, 0],
    [
      'one a second before it',
      { remindEveryDays: 1, mostReminders: 50, dueAt: addSeconds(SENT, DAY + 1) },
      2,
    ],
  ])('%s', (_, wish, count) => {
    expect(reminded(sent(wish)).told).toHaveLength(count);
  });

  it('are refused beyond what was agreed, whoever asks', () => {
    const { envelope } = reminded(sent({ remindEveryDays: 1, mostReminders: 1 }));
    expect(() => remindEnvelope(envelope, 'S1', addSeconds(SENT, 5 * DAY))).toThrow('allowed: at most 1');
    expect(() => remindEnvelope(sent(), 'S1', addSeconds(DUE, 1))).toThrow(Refusal);
  });

  it('begin anew for a delegate, and end for the one who passed it on', () => {
    const at = addSeconds(SENT, 4 * DAY);
    const envelope = delegateEnvelope(reminded(sent()).envelope, deed('S2', at), SUN, 'on leave');
    expect(reminded(envelope).told).toEqual([`S2.1 ${addSeconds(at, 3 * DAY)}`]);
  });
});

/** A contract that lives by its own deadlines, as the workflow has it. */
class Life {
  state: ContractState;
  readonly entries: Entry[] = [];
  /** Acts that were refused; each left everything as it was. */
  refused = 0;

  constructor(
    readonly terms: Terms,
    at: Instant = SENT,
  ) {
    this.state = draftContract(terms, 'C-1', at).state;
  }

  /** Fires all deadlines up to an instant. */
  moveTo(until: Instant): void {
    for (
      let next = nextContractDeadline(this.terms, this.state);
      next && next.at <= until;
      next = nextContractDeadline(this.terms, this.state)
    ) {
      this.take(fireContractDeadline(this.terms, this.state, next, NOTHING));
    }
  }

  /** False when the contract refuses it. */
  tell(event: ContractEvent): boolean {
    this.moveTo(addSeconds(event.at, -1));
    try {
      this.take(stepContract(this.terms, this.state, event, NOTHING));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused++;
      return false;
    }
  }

  envelope(id = 'contract'): Envelope {
    const found = this.state.envelopes.find((each) => each.id === id);
    if (!found) throw new Error(`there is no envelope ${id}`);
    return found;
  }

  private take(step: { readonly state: ContractState; readonly entries: readonly Entry[] }): void {
    this.state = step.state;
    this.entries.push(...step.entries);
  }
}

let terms: Terms;

beforeAll(async () => {
  terms = await termsOf();
});

const signing = {
  signers: [LI, WANG],
  remindEveryDays: 3,
  mostReminders: 2,
  documentHash: HASH,
  by: 'office',
};

describe('a contract and its envelope', () => {
  const send = (life: Life, at: Instant = SENT) =>
    life.tell({ type: 'contract.sent', at, dueAt: signingDueAt(life.terms, at), signing });
  const act = (signer: string, at: Instant) => ({ at, envelope: 'contract', signer, provenance });

  it.each<[how: string, events: (at: Instant) => ContractEvent[], status: string, kinds: string[]]>([
    [
      'all sign by their links',
      (at) => [
        { type: 'signature.given', ...act('S1', at), documentHash: HASH },
        { type: 'signature.given', ...act('S2', at), documentHash: HASH },
      ],
      'signed',
      ['contract.signed', 'contract.signed'],
    ],
    [
      'one by the link, one told by a system',
      (at) => [
        { type: 'signature.given', ...act('S2', at), documentHash: HASH },
        { type: 'contract.signed', at, by: 'provider', signer: 'Li', provenance },
      ],
      'signed',
      ['contract.signed', 'contract.signed'],
    ],
    [
      'one declines by the link',
      (at) => [{ type: 'signature.declined', ...act('S2', at), reason: 'no' }],
      'declined',
      ['contract.declined'],
    ],
    [
      'one declines, told by a system',
      (at) => [{ type: 'contract.declined', at, by: 'client', reason: 'no', provenance }],
      'declined',
      ['contract.declined'],
    ],
    [
      'it is taken back',
      (at) => [
        { type: 'envelope.withdrawn', at, envelope: 'contract', reason: 'no', by: 'office', provenance },
      ],
      'withdrawn',
      ['contract.withdrawn'],
    ],
    ['nobody does anything', () => [], 'lapsed', ['contract.lapsed']],
  ])('%s', (_, events, status, kinds) => {
    const life = new Life(terms);
    expect(send(life)).toBe(true);
    for (const event of events(addSeconds(SENT, DAY))) expect(life.tell(event)).toBe(true);
    life.moveTo(addSeconds(life.envelope().dueAt, 1));
    expect(life.state.status).toBe(status);
    expect(life.entries.map(({ kind }) => kind).slice(-kinds.length)).toEqual(kinds);
    expect(() => assertNoEmptyField(life.envelope())).not.toThrow();
  });

  it('a name told by a system says which of several signs', () => {
    const life = new Life(terms);
    const several = { ...signing, signers: [LI, ZHAO, WANG] };
    life.tell({ type: 'contract.sent', at: SENT, dueAt: DUE, signing: several });
    const told = (signer: string) =>
      life.tell({ type: 'contract.signed', at: SENT, by: 'provider', signer, provenance });
    expect(told('nobody')).toBe(false);
    expect(told(ZHAO.name)).toBe(true);
    expect(statuses(life.envelope())).toEqual(['S1 invited', 'S2 signed', 'S3 invited']);
    expect(life.state.signatures.provider).toBeNull();
    expect(told(LI.name)).toBe(true);
    expect(life.state.signatures.provider).toBe(SENT);
  });
});

describe('what is signed while the contract runs', () => {
  const running = (): Life => {
    const life = new Life(terms);
    life.tell({ type: 'contract.sent', at: SENT, dueAt: DUE });
    life.tell({ type: 'contract.signed', at: SENT, by: 'client', signer: 'w' });
    life.tell({ type: 'contract.signed', at: SENT, by: 'provider', signer: 'l' });
    life.moveTo(shanghai('2025-01-10'));
    expect(life.state.status).toBe('active');
    return life;
  };
  const at = shanghai('2025-01-10 09:00');
  const agreement = (effective: string): EventOf<'termination.sent'> => ({
    type: 'termination.sent',
    at,
    agreement: 'T-1',
    effectiveAt: shanghai(effective),
    dueAt: shanghai('2025-01-25'),
    reason: 'by agreement',
    signing,
  });
  const given = (signer: string): ContractEvent => ({
    type: 'signature.given',
    at: addSeconds(at, 60),
    envelope: 'T-1',
    signer,
    provenance,
    documentHash: HASH,
  });

  it('counts when all have signed', () => {
    const life = running();
    expect(life.tell(agreement('2025-03-01'))).toBe(true);
    life.tell(given('S1'));
    expect(life.state.earlyEndAt).toBeNull();
    life.tell(given('S2'));
    expect(life.state.earlyEndAt).toBe(shanghai('2025-03-01'));
    life.moveTo(shanghai('2025-03-01'));
    expect(life.state.status).toBe('terminated');
  });

  it('lapses with its own time, and the contract goes on', () => {
    const life = running();
    life.tell(agreement('2025-03-01'));
    life.tell(given('S1'));
    life.moveTo(shanghai('2025-01-25'));
    expect(life.envelope('T-1').status).toBe('open');
    life.moveTo(addSeconds(shanghai('2025-01-25'), 1));
    expect(life.envelope('T-1').status).toBe('expired');
    expect(life.state).toMatchObject({ status: 'active', agreements: [{ status: 'lapsed' }] });
    expect(life.entries.at(-1)?.kind).toBe('termination.lapsed');
  });

  it('has to be signed before the end that it brings', () => {
    const life = running();
    life.tell(agreement('2025-01-20'));
    expect(life.envelope('T-1').dueAt).toBe(addSeconds(shanghai('2025-01-20'), -1));
  });

  it('is overtaken by the end of the contract: nobody signs or is reminded, and it lapses before the contract is closed', () => {
    const life = running();
    life.tell(agreement('2025-06-01'));
    life.tell({ type: 'termination.agreed', at: addSeconds(at, 60), effectiveAt: shanghai('2025-01-12') });
    life.moveTo(shanghai('2025-01-12'));
    expect(life.state.status).toBe('terminated');
    expect(life.tell({ ...given('S1'), at: shanghai('2025-01-13') } as ContractEvent)).toBe(false);
    life.moveTo(addSeconds(shanghai('2025-01-25'), 1));
    const { status, signers } = life.envelope('T-1');
    expect(status).toBe('expired');
    expect(signers.map(({ reminders }) => reminders)).toEqual([0, 0]);
    expect(life.entries.map(({ kind }) => kind)).toContain('termination.lapsed');
    expect(() => assertNoEmptyField(life.envelope('T-1'))).not.toThrow();
  });
});

describe('laws', () => {
  type Doing = 'view' | 'sign' | 'decline' | 'delegate' | 'withdraw' | 'told';
  interface Act {
    readonly doing: Doing;
    readonly who: number;
    readonly wait: number;
  }
  const act = fc.record<Act>({
    doing: fc.oneof(
      { weight: 8, arbitrary: fc.constant<Doing>('sign') },
      { weight: 3, arbitrary: fc.constantFrom<Doing>('view', 'told') },
      { weight: 2, arbitrary: fc.constant<Doing>('delegate') },
      { weight: 1, arbitrary: fc.constantFrom<Doing>('decline', 'withdraw') },
    ),
    who: fc.nat({ max: 9 }),
    wait: fc.oneof(fc.nat({ max: 600 }), fc.integer({ min: 0, max: 2 * DAY })),
  });
  const plans = fc.record({
    /** The party and the turn of each signer; the first two see to it that both parties sign. */
    places: fc.array(
      fc.record({ party: fc.constantFrom('client', 'provider'), turn: fc.integer({ min: 1, max: 3 }) }),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
    remindEveryDays: fc.integer({ min: 0, max: 4 }),
    mostReminders: fc.integer({ min: 0, max: 4 }),
    days: fc.integer({ min: 1, max: 15 }),
    acts: fc.array(act, { maxLength: 30 }),
  });
  type Plan = typeof plans extends fc.Arbitrary<infer Value> ? Value : never;

  /** A contract that is sent and acted on by chance, in time or not, in turn or not, until its time is over. */
  function lived(plan: Plan): Life {
    const life = new Life(terms);
    const signers = plan.places.map(({ party, turn }, index): SignerWish => {
      const role = index === 0 ? 'client' : index === 1 ? 'provider' : party;
      return { party: role, turn, name: `N${index}`, title: `T${index}`, email: `${index}@x.example` };
    });
    const { remindEveryDays, mostReminders } = plan;
    const wish = { signers, remindEveryDays, mostReminders, documentHash: HASH, by: 'office' };
    const dueAt = addSeconds(SENT, plan.days * DAY);
    life.tell({ type: 'contract.sent', at: SENT, dueAt, signing: wish });
    let at: Instant = SENT;
    for (const { doing, who, wait } of plan.acts) {
      at = addSeconds(at, wait);
      life.moveTo(addSeconds(at, -1));
      const before = life.state;
      const signer = before.envelopes[0]?.signers[who % (before.envelopes[0]?.signers.length ?? 1)];
      if (!signer) throw new Error('a signing without signers');
      const taken = life.tell(eventOf(doing, signer, at, life));
      // What is refused changes nothing.
      expect(taken || life.state === before).toBe(true);
    }
    life.moveTo(addSeconds(dueAt, 1));
    return life;
  }

  function eventOf(doing: Doing, { id, party, name }: Signer, at: Instant, life: Life): ContractEvent {
    const place = { at, envelope: 'contract', signer: id, provenance };
    switch (doing) {
      case 'view':
        return { type: 'signature.viewed', ...place };
      case 'sign':
        return { type: 'signature.given', ...place, documentHash: HASH };
      case 'decline':
        return { type: 'signature.declined', ...place, reason: 'not as agreed' };
      case 'told':
        return { type: 'contract.signed', at, by: party, signer: name, provenance };
      case 'withdraw':
        return {
          type: 'envelope.withdrawn',
          at,
          envelope: 'contract',
          reason: 'a mistake',
          by: 'office',
          provenance,
        };
      case 'delegate': {
        const to = {
          name: `D${life.entries.length}`,
          title: 'Deputy',
          email: `${life.entries.length}@d.example`,
        };
        return { type: 'signature.delegated', ...place, to, reason: 'on leave' };
      }
    }
  }

  const ENDS = ['completed', 'declined', 'withdrawn', 'expired'];
  const AFTERWARDS: Readonly<Record<string, string>> = {
    completed: 'signed',
    declined: 'declined',
    withdrawn: 'withdrawn',
    expired: 'lapsed',
  };
  const hasDecided = ({ status }: Signer): boolean => status === 'signed' || status === 'delegated';

  /** How each law can be broken, in words; nothing where all hold. */
  function broken(life: Life): string[] {
    const envelope = life.envelope();
    const { signers, steps: told, dueAt, mostReminders, remindEveryDays } = envelope;
    const faults: string[] = [];
    const check = (holds: boolean, law: string): void => {
      if (!holds) faults.push(law);
    };
    const placesOf = (kind: string) => told.flatMap((step, index) => (step.kind === kind ? [index] : []));
    const indexOf = (kind: string, id: string) =>
      told.findIndex((step) => step.kind === kind && step.signer === id);
    for (const signer of signers) {
      const invitedAt = indexOf('invited', signer.id);
      check(invitedAt < 0 === (signer.status === 'waiting'), `${signer.id} acts uninvited`);
      const earlier = signers.filter(({ turn }) => turn < signer.turn);
      for (const other of invitedAt < 0 ? [] : earlier) {
        const decided = Math.max(indexOf('signed', other.id), indexOf('delegated', other.id));
        check(decided >= 0 && decided < invitedAt, `${signer.id} is invited before ${other.id} has decided`);
      }
      const own = told.filter((step) => step.signer === signer.id);
      const decisions = own.filter(({ kind }) => ['signed', 'declined', 'delegated'].includes(kind));
      const isDecided = hasDecided(signer) || signer.status === 'declined';
      check(decisions.length === (isDecided ? 1 : 0), `${signer.id} decides ${decisions.length} times`);
      if (isDecided) check(own.at(-1) === decisions[0], `${signer.id} acts after the decision`);
      const reminders = own.filter(({ kind }) => kind === 'reminded');
      check(reminders.length === signer.reminders, `${signer.id}: reminders are miscounted`);
      check(reminders.length <= mostReminders, `${signer.id} is reminded too often`);
      for (const [index, { at }] of reminders.entries()) {
        check(at < dueAt, `${signer.id} is reminded after the deadline`);
        const wanted = addSeconds(signer.invitedAt ?? SENT, (index + 1) * remindEveryDays * DAY);
        check(remindEveryDays > 0 && at === wanted, `${signer.id} is reminded at ${at}, not ${wanted}`);
      }
      // Whoever has not decided had every reminder that there was time for.
      const isAsked = signer.status === 'invited' || signer.status === 'viewed';
      const left = nextReminder({ ...envelope, status: 'open' });
      if (isAsked && envelope.status === 'expired') check(left === null, `${signer.id} was not reminded`);
    }
    check(
      told.every(({ at }, index) => at >= (told[index - 1]?.at ?? SENT)),
      'steps are out of order',
    );
    check(told[0]?.kind === 'sent' && placesOf('sent').length === 1, 'it is not sent once');
    const ends = ENDS.flatMap(placesOf);
    // Who declines is a step of the signer; the others are steps of the whole.
    check(ends.length === 1, `it has ${ends.length} outcomes`);
    check(ends[0] === told.length - 1, 'something happens after the end');
    check(told.at(-1)?.kind === envelope.status, `it is ${envelope.status} after ${told.at(-1)?.kind}`);
    check(signers.every(hasDecided) === (envelope.status === 'completed'), 'it is complete without all');
    check(life.state.status === AFTERWARDS[envelope.status], `the contract is ${life.state.status}`);
    const lines = (kind: string) => life.entries.filter((entry) => entry.kind === kind).length;
    check(lines('signing.invited') === placesOf('invited').length, 'invitations are not all in the ledger');
    check(lines('signing.reminded') === placesOf('reminded').length, 'reminders are not all in the ledger');
    check(lines('contract.signed') === placesOf('signed').length, 'signatures are not all in the ledger');
    return faults;
  }

  it('hold for 200 signings with declines, delegations, withdrawals, reminders and expiries, and their evidence has no empty field', () => {
    const seen = new Map<string, number>();
    const count = (what: string, times = 1): void => void seen.set(what, (seen.get(what) ?? 0) + times);
    fc.assert(
      fc.property(plans, (plan) => {
        const life = lived(plan);
        expect(broken(life)).toEqual([]);
        expect(() => assertNoEmptyField(life.envelope())).not.toThrow();
        count(life.envelope().status);
        count('refused', life.refused);
        for (const { kind } of life.envelope().steps) count(kind === 'declined' ? 'decline' : kind);
      }),
      { numRuns: 200, seed: 20_261_126 },
    );
    for (const what of [...ENDS, 'refused', 'delegated', 'reminded', 'viewed']) {
      expect({ what, often: (seen.get(what) ?? 0) >= 5 }).toEqual({ what, often: true });
    }
  });

  it('hold for other signings each time', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const life = lived(plan);
        expect(broken(life)).toEqual([]);
        expect(() => assertNoEmptyField(life.envelope())).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('the same acts give the same signing', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(lived(plan).state).toEqual(lived(plan).state);
      }),
      { numRuns: 30 },
    );
  });
});
