import { fen } from '#domain/money/fen';
import { addPeriods, firstDay, nextPeriod, type Period, periodOf } from '#domain/time/dates';
import { addSeconds, instant, toSeconds, type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { conductScenario } from '#rehearsal/conduct';
import { simulateScenario } from '#rehearsal/rehearse';
import { type PlacedEvent, readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contractWorkflowId } from '#workflows/messages';
import { delayOf } from '#workflows/spread';
import { SEVERITY, termsOf } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { historiesOf, standpointsIn } from '../support/histories.js';
import { LiveContract, playTogether } from '../support/live.js';
import { type ScenarioEvent, type ScenarioFile } from '../support/scenarios.js';
import { describeWithSkippedTime, SkippedTime } from '../support/time-skipping.js';

const ZONE = 'Asia/Shanghai';
/** Turns are spread over this long after a contract's deadline, so that many contracts do not fire at once. */
const SPREAD_SECONDS = 25;
/** What a run, one month of a contract without any event, may cost in Temporal's history: five or six wake-ups. */
const MOST_EVENTS_OF_A_QUIET_MONTH = 50;

/** The first day of a month that begins soon after an instant, but not within the next two days. */
function monthAfter(at: Instant): Period {
  return nextPeriod(periodOf(dateIn(addSeconds(at, 2 * 86_400), ZONE)));
}

/** Instants of a term by its month, counted from 0, and the day in it. */
function calendarOf(first: Period): (month: number, day: number, time?: string) => string {
  return (month, day, time = '00:00:00') =>
    `${addPeriods(first, month)}-${String(day).padStart(2, '0')}T${time}+08:00`;
}

/** The requests whose workflows wake up soonest after a deadline. */
function quickestOf(requests: readonly string[]): string[] {
  const delay = (request: string): number => delayOf(JSON.stringify({ kind: 'incident', request }), 2_000);
  return requests.toSorted((a, b) => delay(a) - delay(b)).slice(0, 4);
}

/** A whole term: misses in the first months, payments and reports now and then, most of it by timers alone. */
function wholeTerm(first: Period): ScenarioFile {
  const on = calendarOf(first);
  const events: ScenarioEvent[] = [
    { at: on(0, 7, '09:00:00'), type: 'request.recorded', request: 'A', urgency: 'high', impact: 'high' },
    { at: on(0, 8, '10:00:00'), type: 'request.resolved', request: 'A' },
    { at: on(0, 8, '11:00:00'), type: 'request.closed', request: 'A' },
    { at: on(0, 9, '12:00:00'), type: 'payment.received', amount: '20000.00' },
    { at: on(1, 4, '09:00:00'), type: 'report.submitted', period: first },
    { at: on(1, 12, '09:00:00'), type: 'request.recorded', request: 'B', urgency: 'high', impact: 'medium' },
    { at: on(1, 12, '09:30:00'), type: 'request.responded', request: 'B' },
    { at: on(1, 12, '10:00:00'), type: 'request.paused', request: 'B', reason: 'waitingForClient' },
    { at: on(1, 12, '13:00:00'), type: 'request.resumed', request: 'B' },
    { at: on(1, 12, '19:59:59'), type: 'request.workaround', request: 'B' },
    { at: on(1, 13, '12:00:00'), type: 'request.resolved', request: 'B' },
    { at: on(1, 14, '12:00:00'), type: 'request.rated', request: 'B', score: 4 },
    {
      at: on(1, 20, '12:00:00'),
      type: 'payment.received',
      amount: '10000.00',
      reference: addPeriods(first, 1),
    },
    {
      at: on(2, 3, '08:00:00'),
      type: 'miss.waived',
      request: 'A',
      target: 'response',
      reason: 'no fault',
      by: 'manager',
    },
    {
      at: addSeconds(instant(on(3, 1)), -600),
      type: 'request.recorded',
      request: 'C',
      urgency: 'low',
      impact: 'low',
    },
    { at: on(9, 1, '00:00:00'), type: 'payment.received', amount: '100000.00' },
  ];
  return fileOf(first, 12, events, on(12, 8));
}

/** Three failed months in a row, and the right that they give exercised. */
function terminatedTerm(first: Period): ScenarioFile {
  const on = calendarOf(first);
  const unanswered = [0, 1, 2].map((month): ScenarioEvent => {
    const request = `M${month}`;
    return {
      at: on(month, 15, '20:00:00'),
      type: 'request.recorded',
      request,
      urgency: 'high',
      impact: 'high',
    };
  });
  const events: ScenarioEvent[] = [
    ...unanswered,
    { at: on(3, 10, '09:00:00'), type: 'request.recorded', request: 'last', urgency: 'high', impact: 'high' },
    { at: on(3, 10, '09:15:01'), type: 'termination.exercised', by: 'client' },
  ];
  return fileOf(first, 12, events, on(3, 20));
}

function fileOf(first: Period, termMonths: number, events: ScenarioEvent[], until: string): ScenarioFile {
  const parameters = { termStart: firstDay(first), termMonths, monthlyFee: '20000.00', penaltyPermille: '5' };
  return { template: 'it-support-2025', parameters, events, until };
}

/** Real workflows on a real clock that skips time, over a real PostgreSQL; nobody tells them that time has passed. */
describeWithSkippedTime('a live contract', (path) => {
  let time: SkippedTime;
  let engine: Engine;
  let whole: { file: ScenarioFile; contract: LiveContract };
  let terminated: { file: ScenarioFile; contract: LiveContract };
  let unsigned: LiveContract;
  let declined: LiveContract;
  let signingDueAt: Instant;

  beforeAll(async () => {
    time = await SkippedTime.start(path);
    engine = await Engine.start({ temporal: time.settings });
    const signedAt = await time.now();
    signingDueAt = addSeconds(signedAt, 86_400);
    const first = monthAfter(signedAt);
    const terms = (file: ScenarioFile) => termsOf(file.parameters);
    const made = async (file: ScenarioFile) => ({
      file,
      contract: new LiveContract(engine, await terms(file)),
    });
    whole = await made(wholeTerm(first));
    terminated = await made(terminatedTerm(first));
    for (const { contract } of [whole, terminated]) await contract.sign(signedAt, signingDueAt);
    unsigned = (await made(wholeTerm(first))).contract;
    await unsigned.draftAndSend(signedAt, signingDueAt);
    await unsigned.tell({ type: 'contract.signed', at: signedAt, by: 'client', signer: 'Wang' });
    declined = (await made(wholeTerm(first))).contract;
    await declined.draftAndSend(signedAt, signingDueAt);
    await declined.tell({ type: 'contract.declined', at: signedAt, by: 'provider', reason: 'too dear' });
    await playTogether(
      time,
      [whole, terminated].map(({ contract, file }) => ({ contract, events: eventsOf(file) })),
    );
    await time.skipTo(instant(whole.file.until), SPREAD_SECONDS * 1000);
  }, 120_000);

  afterAll(async () => {
    await engine.stop();
    await time.stop();
  });

  /** A contract that has just begun. */
  async function running(): Promise<{ contract: LiveContract }> {
    const signedAt = await time.now();
    const first = monthAfter(signedAt);
    const contract = new LiveContract(engine, await termsOf({ termStart: firstDay(first) }));
    await contract.sign(signedAt, addSeconds(signedAt, 86_400));
    await time.skipTo(contract.terms.startsAt, SPREAD_SECONDS * 1000);
    expect((await contract.row()).status).toBe('active');
    return { contract };
  }

  function eventsOf(file: ScenarioFile): readonly PlacedEvent[] {
    const { scenario, faults } = readScenarioDocument(file);
    if (!scenario || faults.length > 0) throw new Error(JSON.stringify(faults));
    return scenario.events;
  }

  it('passes its months by timers alone: activated, invoiced on the 1st, assessed, reminded, ended', async () => {
    const lines = await whole.contract.ledger();
    const { terms } = whole.contract;
    const at = (kind: string): string[] => lines.filter((line) => line.kind === kind).map((line) => line.at);
    expect(at('contract.activated')).toEqual([terms.startsAt]);
    expect(at('invoice.issued')).toEqual(terms.schedule.map((month) => month.from));
    expect(at('month.assessed')).toEqual(terms.schedule.map((month) => month.to));
    expect(at('report.drawnUp')).toEqual(terms.schedule.map((month) => month.to));
    expect(at('report.reminded')).toEqual(terms.schedule.map((month) => month.reportRemindAt));
    // The first report was submitted after its reminder, in time.
    expect(at('report.overdue')).toEqual(terms.schedule.slice(1).map((month) => month.reportDueAt));
    // The first was paid in time but after its reminder; from the second on they were late, or were never paid.
    expect(at('payment.reminded')).toHaveLength(12);
    expect(at('invoice.overdue')).toHaveLength(11);
    expect(lines.filter((line) => line.kind === 'contract.ended' && line.owner === 'contract')).toMatchObject(
      [{ at: terms.endsAt, payload: { kind: 'expired' } }],
    );
    expect(at('settlement.drawnUp')).toEqual([terms.endsAt]);
  });

  it('notices what time brings at its exact instant, a few seconds later', async () => {
    const lines = [...(await whole.contract.ledger()), ...(await terminated.contract.ledger())];
    const late = lines
      .filter((line) => line.actor === 'system')
      .map(({ kind, at, recordedAt }) => ({ kind, at, seconds: toSeconds(recordedAt) - toSeconds(at) }))
      .filter(({ seconds }) => seconds < 0 || seconds > SPREAD_SECONDS);
    expect(late).toEqual([]);
  });

  it('takes a missed target at exactly its deadline, and fixes its penalty when the month closes', async () => {
    const lines = await whole.contract.ledger();
    const { schedule } = whole.contract.terms;
    const on = calendarOf(whole.contract.terms.schedule[0]?.period ?? ('' as Period));
    const missed = lines.filter((line) => line.kind === 'target.missed');
    expect(missed.map((line) => [line.request, line.at])).toEqual([
      ['A', instant(on(0, 7, '09:15:00'))],
      ['A', instant(on(0, 7, '13:00:00'))],
      // Recorded ten minutes before the end of the third month.
      ['C', instant(on(3, 1, '07:50:00'))],
      ['C', expect.any(String)],
    ]);
    expect(missed.map((line) => (line.payload as { dueAt: string }).dueAt)).toEqual(
      missed.map((line) => line.at),
    );
    const fixed = lines.filter((line) => line.kind === 'penalty.fixed');
    expect(fixed.map((line) => [line.request, line.at])).toEqual([
      ['A', schedule[0]?.to],
      ['A', schedule[0]?.to],
      ['C', schedule[3]?.to],
      ['C', schedule[3]?.to],
    ]);
  });

  it('gives the right to terminate after three failed months, and ends by it with a settlement', async () => {
    const { contract } = terminated;
    const lines = await contract.ledger();
    const { schedule } = contract.terms;
    const arisen = lines.find((line) => line.kind === 'terminationRight.arisen');
    expect(arisen?.at).toBe(schedule[2]?.to);
    const state = (await contract.row()).state;
    const exercisedAt = addSeconds(schedule[3]?.from ?? contract.terms.startsAt, 9 * 86_400 + 9 * 3600 + 901);
    expect(state.end).toEqual({ kind: 'terminated', at: exercisedAt });
    expect(state.rights).toMatchObject([{ exercisedAt }]);
    // The response was due one second before, the workaround never came due.
    expect(state.misses.filter((miss) => miss.request === 'last').map((miss) => miss.target)).toEqual([
      'response',
    ]);
    expect(lines.filter((line) => line.kind === 'settlement.drawnUp').map((line) => line.at)).toEqual([
      exercisedAt,
    ]);
  });

  it('lapses when it is not signed by both in time, is over when it is declined, and so are their workflows', async () => {
    expect((await unsigned.row()).status).toBe('lapsed');
    const lapsed = (await unsigned.ledger()).at(-1);
    expect([lapsed?.kind, lapsed?.at]).toEqual(['contract.lapsed', addSeconds(signingDueAt, 1)]);
    expect((await declined.row()).status).toBe('declined');
    for (const { id } of [unsigned, declined]) {
      const { status } = await engine.client.workflow.getHandle(contractWorkflowId(id)).describe();
      expect(status.name).toBe('COMPLETED');
    }
  });

  it('begins a new history each month, whose size stays within a bound', async () => {
    const histories = await historiesOf(engine.client, contractWorkflowId(whole.contract.id));
    // One run up to the close of each of the twelve months, and one for what comes after the end.
    expect(histories).toHaveLength(13);
    const quiet = histories.slice(4, 9);
    const sizes = quiet.map((history) => history.events?.length ?? 0);
    process.stderr.write(`tests: events of a quiet month: ${sizes.join(', ')}\n`);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_EVENTS_OF_A_QUIET_MONTH);
    // No wake-up comes for nothing: each turn of a quiet month wrote something down.
    const idle = quiet.flatMap(standpointsIn).filter((standpoint) => standpoint.written.length === 0);
    expect(idle).toEqual([]);
  });

  it('comes to the same document as the same terms and events by the other driver, and in memory', async () => {
    const stage = await Engine.start();
    try {
      for (const { file, contract } of [whole, terminated]) {
        const until = instant(file.until);
        const live = await contract.document(until);
        const read = readScenarioDocument(file);
        const simulated = await simulateScenario(read, scenarioTerms);
        if ('faults' in simulated || !read.scenario) throw new Error(JSON.stringify(simulated));
        expect(live).toEqual(simulated.document);
        const conducted = await conductScenario(stage, { ...read.scenario, until }, simulated.terms);
        expect('document' in conducted && conducted.document).toEqual(live);
        expect(await contract.faults()).toEqual([]);
      }
    } finally {
      await stage.stop();
    }
  });

  it('takes what happens in the very second of a deadline as in time, also when the timer rings before it comes', async () => {
    const { contract } = await running();
    const recordedAt = addSeconds(await time.now(), 60);
    const dueAt = addSeconds(recordedAt, 15 * 60);
    const requests = quickestOf(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']);
    await time.skipTo(recordedAt);
    for (const request of requests) {
      await contract.tellRequest(request, {
        type: 'request.recorded',
        at: recordedAt,
        severity: SEVERITY.critical,
        receivedAt: null,
      });
    }
    await time.skipTo(dueAt, 900);
    for (const request of requests)
      await contract.tellRequest(request, { type: 'request.responded', at: dueAt });
    const missed = (await contract.ledger()).filter((line) => line.kind === 'target.missed');
    expect(missed).toEqual([]);
    expect(await contract.faults()).toEqual([]);
  });

  it('closes, and its workflow ends, once nothing is owed either way', async () => {
    const at = await time.now();
    for (const { contract } of [whole, terminated]) {
      const { end } = (await contract.row()).state;
      expect(end).not.toBeNull();
      const document = await contract.document(at);
      const owed = parseInt((document.settlement?.outstanding ?? '0.00').replace('.', ''), 10);
      await contract.tell({ type: 'payment.received', at, amount: fen(owed), reference: null });
      const { penaltiesPaidOut = '0.00', refund = '0.00' } = (await contract.document(at)).settlement ?? {};
      const amount = [penaltiesPaidOut, refund].reduce(
        (sum, yuan) => sum + parseInt(yuan.replace('.', ''), 10),
        0,
      );
      if (amount > 0) await contract.tell({ type: 'settlement.paidOut', at, amount: fen(amount) });
    }
    await time.skipTo(addSeconds(at, 60 * 86_400));
    for (const { contract } of [whole, terminated]) {
      expect((await contract.row()).status).toBe('closed');
      expect(await contract.faults()).toEqual([]);
      const { status } = await engine.client.workflow.getHandle(contractWorkflowId(contract.id)).describe();
      expect(status.name).toBe('COMPLETED');
    }
  });
});
