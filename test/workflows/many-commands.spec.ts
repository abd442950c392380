import { type Command, type Standpoint } from '#domain/command';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { verifyContract } from '#execution/verify';
import { Command as StoredCommand } from '#persistence/entities/command';
import { readLedger } from '#persistence/ledger';
import { type Addressee, sendAdvance, sendCommand } from '#temporal/dispatch';
import { carryOut, contractWorkflowId, incidentWorkflowId } from '#workflows/messages';
import { command, draftOf, freshName, SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { historiesOf } from '../support/histories.js';

const PAYMENTS_AT_A_CLOSE = 40;

/** Real workflows on a real Temporal over a real PostgreSQL, under a manual clock; many callers at once. */
describe('many commands at once', () => {
  let engine: Engine;
  let terms: Terms;

  beforeAll(async () => {
    engine = await Engine.start();
    terms = await termsOf({ termMonths: 3 });
  });

  afterAll(() => engine.stop());

  const contractOf = (contract: string): Addressee => {
    return { contract, owner: { kind: 'contract' }, clock: 'manual', clientId: 'C-SAMPLE' };
  };
  const requestOf = (contract: string, request: string): Addressee => {
    return { ...contractOf(contract), owner: { kind: 'incident', request } };
  };
  const send = (to: Addressee, body: Command['body'], id?: string): Promise<Standpoint> =>
    sendCommand(engine.client, to, command(body, id === undefined ? {} : { id }));

  async function active(): Promise<string> {
    const contract = freshName('C');
    const to = contractOf(contract);
    const at = terms.startsAt;
    await send(to, draftOf(terms, 'manual', at));
    await send(to, { type: 'contract.sent', at, dueAt: at });
    await send(to, { type: 'contract.signed', at, by: 'client', signer: 'a' });
    await send(to, { type: 'contract.signed', at, by: 'provider', signer: 'b' });
    await sendAdvance(engine.client, to, { until: at, stage: 'all' });
    return contract;
  }

  const record = (contract: string, request: string, at: Instant): Promise<Standpoint> => {
    const severity = SEVERITY.high;
    return send(requestOf(contract, request), { type: 'request.recorded', at, severity, receivedAt: null });
  };

  async function linesOf(contract: string, kind: string): Promise<number> {
    const lines = await readLedger(engine.orm.em.fork(), contract);
    return lines.filter((line) => line.kind === kind).length;
  }

  async function expectSound(contract: string): Promise<void> {
    expect((await verifyContract(engine.orm.em.fork(), contract)).faults).toEqual([]);
    const waiting = await engine.orm.em
      .fork()
      .count(StoredCommand, { contractId: contract, status: 'pending' });
    expect(waiting).toBe(0);
  }

  it('around a month close lose none and are carried out once each, though each was sent twice', async () => {
    const contract = await active();
    const to = contractOf(contract);
    const answers: Promise<Standpoint>[] = [];
    for (const month of terms.schedule.slice(0, 2)) {
      const at = addSeconds(month.to, 60);
      const pay = (id: string): Promise<Standpoint> =>
        send(to, { type: 'payment.received', at, amount: fen(100), reference: null }, id);
      const ids = Array.from(
        { length: PAYMENTS_AT_A_CLOSE },
        (_, index) => `${contract}/${month.period}/${index}`,
      );
      const first = ids.slice(0, PAYMENTS_AT_A_CLOSE / 2).map(pay);
      const moved = sendAdvance(engine.client, to, { until: month.to, stage: 'all' });
      const all = [...first, ...ids.map(pay), ...ids.slice(PAYMENTS_AT_A_CLOSE / 2).map(pay)];
      answers.push(...all);
      await Promise.all([moved, ...all]);
    }
    const taken = await Promise.all(answers);
    expect(taken.filter((standpoint) => standpoint.answer?.kind !== 'applied')).toEqual([]);
    expect(await linesOf(contract, 'payment.received')).toBe(2 * PAYMENTS_AT_A_CLOSE);
    expect(await historiesOf(engine.client, contractWorkflowId(contract))).toHaveLength(3);
    await expectSound(contract);
  });

  it('are answered also while others send more than the server takes of one workflow', async () => {
    const contract = await active();
    const to = contractOf(contract);
    const handle = engine.client.workflow.getHandle(contractWorkflowId(contract));
    const payment: Command['body'] = {
      type: 'payment.received',
      at: terms.startsAt,
      amount: fen(100),
      reference: null,
    };
    // Without a gate: the server drops tasks when there are more than ten, and loses some of the updates in them.
    const unruly = Array.from({ length: 40 }, () =>
      handle.executeUpdate(carryOut, { args: [command(payment)] }).then(
        (standpoint) => standpoint.answer?.kind,
        () => 'lost',
      ),
    );
    const taken = await Promise.all(Array.from({ length: 20 }, () => send(to, payment)));
    expect(taken.map((standpoint) => standpoint.answer?.kind)).toEqual(taken.map(() => 'applied'));
    const applied = (await Promise.all(unruly)).filter((kind) => kind === 'applied').length;
    // A caller whose answer was lost cannot know whether it was carried out; never is it more than once.
    const lines = await linesOf(contract, 'payment.received');
    expect(lines).toBeGreaterThanOrEqual(taken.length + applied);
    expect(lines).toBeLessThanOrEqual(taken.length + unruly.length);
    expect((await verifyContract(engine.orm.em.fork(), contract)).faults).toEqual([]);
  });

  it('around the end of a workflow lose none: it is started again', async () => {
    const contract = await active();
    const requests = Array.from({ length: 20 }, (_, index) => `R${index}`);
    const recordedAt = shanghai('2025-01-06 09:00');
    await Promise.all(requests.map((request) => record(contract, request, recordedAt)));
    const at = addSeconds(recordedAt, 600);
    await Promise.all(
      requests.map((request) => send(requestOf(contract, request), { type: 'request.resolved', at })),
    );
    // Closing ends the workflow of a request; rating it is allowed before and after.
    const told = await Promise.all(
      requests.flatMap((request) => {
        const to = requestOf(contract, request);
        const rate = (score: number): Promise<Standpoint> => send(to, { type: 'request.rated', at, score });
        return [rate(5), send(to, { type: 'request.closed', at }), rate(4), rate(3)];
      }),
    );
    expect(told.filter((standpoint) => standpoint.answer?.kind !== 'applied')).toEqual([]);
    expect(await linesOf(contract, 'request.rated')).toBe(3 * requests.length);
    await expectSound(contract);
  });

  it('end with the workflows of all requests when the contract ends', async () => {
    const contract = await active();
    const requests = Array.from({ length: 8 }, (_, index) => `R${index}`);
    const endsAt = shanghai('2025-01-20 12:00');
    await send(contractOf(contract), {
      type: 'termination.agreed',
      at: shanghai('2025-01-10 12:00'),
      effectiveAt: endsAt,
    });
    await Promise.all(requests.map((request) => record(contract, request, addSeconds(endsAt, -60))));
    const end = await sendAdvance(engine.client, contractOf(contract), { until: endsAt, stage: 'all' });
    expect(end.endedRequests.toSorted()).toEqual(requests.toSorted());
    const results = await Promise.all(
      requests.map((request) =>
        engine.client.workflow.getHandle(incidentWorkflowId(contract, request)).result(),
      ),
    );
    expect(results.every((standpoint) => (standpoint as Standpoint).over)).toBe(true);
    await expectSound(contract);
  });
});
