import { Clerk } from '#decisions/clerk';
import { openingOf } from '#domain/contract/renewal';
import { draftContract } from '#domain/contract/draft';
import { assessMonths } from '#domain/contract/months';
import { type Terms } from '#domain/terms';
import { instant } from '#domain/time/instant';
import { signedContract } from '#rehearsal/rehearse';
import { rehearsalDocument } from '#rehearsal/document';
import { routeEvent } from '#rehearsal/events';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { Simulator } from '#rehearsal/simulate';
import { faultLines, on, rehearsed, scenario, shanghai, utc, YEAR_2025 } from '../../support/builders.js';
import { type ScenarioFile } from '../../support/scenarios-frame.js';

/** The other values of the decisions about termination, renewal and amendment (clause 2.6). Simulator, real rules. */

/** A critical request whose response alone is missed. */
function missedResponse(request: string, date: string) {
  return [on(`${date} 09:00`).recorded(request, 'critical'), on(`${date} 09:17`).resolved(request)];
}

const threeFailed = ['2025-01-10', '2025-02-10', '2025-03-10'].flatMap((date, index) =>
  missedResponse(`R${index}`, date),
);

describe('how long the right lives (terminationRightLapseUnit)', () => {
  const inDays = { terminationRightLapseUnit: 'days', terminationRightLapsesAfterDays: 30 };

  it.each([
    [{}, '2026-04-01', '2026-04-01 00:00:01'],
    [inDays, '2025-05-01', '2025-05-01 00:00:01'],
  ])('%o: up to and including %s', async (parameters, last, tooLate) => {
    const terms = { termMonths: 24, ...parameters };
    const exercised = await rehearsed(scenario(last, [...threeFailed, on(last).exercised()], terms));
    expect(exercised.status).toBe('terminated');
    const lines = await faultLines(scenario(tooLate, [...threeFailed, on(tooLate).exercised()], terms));
    expect(lines).toEqual([expect.stringContaining('there is no termination right that could be exercised')]);
  });

  it('takes its days only where the lapse is in days', async () => {
    expect(await faultLines(scenario('2025-02-01', [], { terminationRightLapsesAfterDays: 30 }))).toEqual([
      'parameters.terminationRightLapsesAfterDays: does not apply to this contract, allowed only where terminationRightLapseUnit is days',
    ]);
  });
});

describe('when a termination takes effect (terminationNoticeDays)', () => {
  const events = [...threeFailed, on('2025-04-05 09:00').exercised()];

  it('0 days: when the notice arrives', async () => {
    const document = await rehearsed(scenario('2025-04-06', events));
    expect(document.settlement?.at).toBe(utc('2025-04-05 09:00'));
  });

  it('10 days: at 24:00 of the tenth day after it, and until then all goes on', async () => {
    const parameters = { terminationNoticeDays: 10 };
    const before = await rehearsed(scenario('2025-04-15 23:59', events, parameters));
    expect(before).toMatchObject({ status: 'active', settlement: null });
    expect(before.terminationRight?.exercisedAt).toBe(utc('2025-04-05 09:00'));
    const late = [...events, on('2025-04-10 09:00').recorded('L', 'critical')];
    const after = await rehearsed(scenario('2025-04-20', late, parameters));
    expect(after.status).toBe('terminated');
    expect(after.settlement?.at).toBe(utc('2025-04-16'));
    expect(after.misses.filter(({ request }) => request === 'L')).toHaveLength(2);
  });

  it('never after the end of the term', async () => {
    const parameters = { termMonths: 4, terminationNoticeDays: 60 };
    const document = await rehearsed(scenario('2025-06-01', events, parameters));
    expect(document.status).toBe('expired');
  });

  it('a second notice is refused', async () => {
    const twice = [...events, on('2025-04-06 09:00').exercised()];
    expect(await faultLines(scenario('2025-04-10', twice, { terminationNoticeDays: 10 }))).toEqual([
      expect.stringContaining('there is no termination right'),
    ]);
  });
});

/** A simulator that has played a scenario, with its terms. */
async function played(file: ScenarioFile, change: (terms: Terms) => Terms = (terms) => terms) {
  const { scenario: read } = readScenarioDocument(file);
  const made = read && (await scenarioTerms(read));
  if (!made || 'faults' in made) throw new Error('the scenario has faults');
  const terms = change(made.terms);
  const clerk = new Clerk();
  const simulator = new Simulator(terms, clerk, signedContract(terms));
  for (const placed of read.events) {
    await simulator.advanceTo(placed.at);
    await simulator.apply(await routeEvent(terms, clerk, placed));
  }
  await simulator.advanceThrough(instant(shanghai('2026-01-01')));
  return { terms, standing: simulator.standing(), clerk };
}

describe('what a renewal takes over (renewalCarriesOver)', () => {
  // October to December fail; 20 permille are 4,800.00 each, the cap is 24,000.00.
  const events = ['2025-10-10', '2025-11-10', '2025-12-10'].flatMap((date, index) =>
    missedResponse(`R${index}`, date),
  );
  const lastTwo = events.slice(2);

  it.each([
    ['nothing', null, null],
    ['streakAndCap', ['2025-11', '2025-12'], [480_000, 480_000]],
  ])('%s', async (renewalCarriesOver, failedPeriods, used) => {
    const parameters = { penaltyPermille: '20', renewalCarriesOver };
    const { terms, standing } = await played(scenario('2026-01-01', lastTwo, parameters));
    const opening = openingOf(terms, { terms, state: standing.contract });
    expect(opening?.failedPeriods ?? null).toEqual(failedPeriods);
    expect(opening?.used.map(({ amount }) => amount) ?? null).toEqual(used);
  });

  it('streakAndCap: the renewal’s first failed month is the third in a row, and the cap goes on', async () => {
    const parameters = { penaltyPermille: '45', renewalCarriesOver: 'streakAndCap' };
    const { terms, standing, clerk } = await played(scenario('2026-01-01', lastTwo, parameters));
    const opening = openingOf(terms, { terms, state: standing.contract });
    const renewed = readScenarioDocument(
      scenario('2026-03-01', missedResponse('N', '2026-01-10'), { ...parameters, termStart: '2026-01-01' }),
    ).scenario;
    const made = renewed && (await scenarioTerms(renewed));
    if (!renewed || !made || 'faults' in made) throw new Error('the renewal has faults');
    const simulator = new Simulator(made.terms, clerk, { ...signedContract(made.terms), opening });
    for (const placed of renewed.events) {
      await simulator.advanceTo(placed.at);
      await simulator.apply(await routeEvent(made.terms, clerk, placed));
    }
    const until = instant(shanghai('2026-02-01'));
    await simulator.advanceThrough(until);
    const document = await rehearsalDocument(simulator.standing(), until, clerk);
    expect(document.terminationRight).toMatchObject({
      arisenAt: utc('2026-02-01'),
      periods: ['2025-11', '2025-12', '2026-01'],
    });
    // 10,800.00 each: two of them leave 2,400.00 of 24,000.00.
    expect(document.misses).toMatchObject([{ penalty: '2400.00', capped: true }]);
  });

  const parameters = { renewalCarriesOver: 'streakAndCap' };

  it('streakAndCap: three failed months that were taken over give the right with the first that follows', async () => {
    const { terms, standing, clerk } = await played(scenario('2026-01-01', events, parameters));
    const opening = openingOf(terms, { terms, state: standing.contract });
    const renewed = await scenarioTerms({
      template: 'it-support-2025',
      parameters: { ...YEAR_2025, ...parameters, termStart: '2026-01-01' },
    });
    if ('faults' in renewed) throw new Error('the renewal has faults');
    const simulator = new Simulator(renewed.terms, clerk, { ...signedContract(renewed.terms), opening });
    const { scenario: read } = readScenarioDocument(
      scenario('2026-03-01', missedResponse('N', '2026-01-10')),
    );
    for (const placed of read?.events ?? []) {
      await simulator.advanceTo(placed.at);
      await simulator.apply(await routeEvent(renewed.terms, clerk, placed));
    }
    await simulator.advanceThrough(instant(shanghai('2026-02-01')));
    const { contract } = simulator.standing();
    expect(contract.rights.map(({ periods }) => periods)).toEqual([['2025-11', '2025-12', '2026-01']]);
    // A second renewal takes over the whole streak, and all that was used of the cap.
    const second = openingOf(renewed.terms, { terms: renewed.terms, state: contract });
    expect(second?.failedPeriods).toEqual(['2025-10', '2025-11', '2025-12', '2026-01']);
    expect(second?.used.map(({ amount }) => amount)).toEqual(Array<number>(4).fill(120_000));
  });

  it('streakAndCap: months whose right was given up are not taken over', async () => {
    const forgiven = on('2025-12-05 09:00').exercised();
    const months = ['2025-09-10', '2025-10-10', '2025-11-10', '2025-12-10'].flatMap((date, index) =>
      missedResponse(`R${index}`, date),
    );
    const waived = { ...forgiven, type: 'terminationRight.waived', reason: 'forgiven' } as const;
    const all = [...months, { ...waived, by: 'client' } as const].sort((a, b) => (a.at < b.at ? -1 : 1));
    const { terms, standing } = await played(scenario('2026-01-01', all, parameters));
    expect(openingOf(terms, { terms, state: standing.contract })?.failedPeriods).toEqual([]);
  });

  it('a draft holds what it took over', async () => {
    const { terms, standing } = await played(
      scenario('2026-01-01', events, { renewalCarriesOver: 'streakAndCap' }),
    );
    const opening = openingOf(terms, { terms, state: standing.contract });
    const { state } = draftContract(terms, 'C-2', terms.startsAt, { opening });
    expect(state.opening?.failedPeriods).toEqual(['2025-10', '2025-11', '2025-12']);
    expect(assessMonths(terms, state)).toEqual([]);
  });
});

describe('the base of the permille (penaltyBase)', () => {
  // An amendment raised the total to 480,000.00; 240,000.00 were signed.
  it.each([
    ['totalAmount', 240_000],
    ['amountAtSigning', 120_000],
  ])('%s', async (penaltyBase, penalty) => {
    const file = scenario('2026-01-01', missedResponse('A', '2025-01-10'), { penaltyBase });
    const { standing } = await played(file, (terms) => ({
      ...terms,
      totalAmount: 48_000_000 as Terms['totalAmount'],
    }));
    expect(standing.contract.misses.map((miss) => miss.penalty)).toEqual([penalty]);
  });
});
