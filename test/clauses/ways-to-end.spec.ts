import { Clerk } from '#decisions/clerk';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { type ScenarioEvent } from '../support/scenarios.js';
import { faultLines, on, rehearsed, scenario, shanghai, utc } from '../support/builders.js';

const LAPSED = 'terminationRight.lapsed';

/** An end by notice, a right given up, and what comes after the term (clauses 1.1, 2.6). The simulator; no server. */

const noticed = (wall: string, by: 'client' | 'provider'): ScenarioEvent => ({
  at: shanghai(wall),
  type: 'termination.noticed',
  by,
});

describe('an end by notice', () => {
  const allowed = { noticeTermination: 'client', noticeTerminationDays: 30 };

  it('ends the contract at 24:00 of the last day, the day of arrival not counted', async () => {
    const { status, settlement } = await rehearsed(
      scenario('2025-06-01', [noticed('2025-03-10 09:00', 'client')], allowed),
    );
    // 30 days from 11 March: 9 April, 24:00.
    expect([status, settlement?.at]).toEqual(['terminated', utc('2025-04-10 00:00')]);
    // 21 of April's 30 days are not used: 20,000.00 x 21 / 30.
    expect(settlement?.refund).toBe('14000.00');
  });

  it.each([
    ['where nobody may', {}, 'client', '2025-03-10 09:00', 'this contract gives no such right'],
    ['by the other party', allowed, 'provider', '2025-03-10 09:00', 'allowed: by the client'],
    ['too late to end it before the term', allowed, 'client', '2025-12-05 09:00', 'the contract ends at'],
  ] as const)('is refused %s', async (_, parameters, by, wall, words) => {
    const lines = await faultLines(scenario('2025-12-31', [noticed(wall, by)], parameters));
    expect(lines).toEqual([expect.stringContaining(words)]);
  });

  it.each(['client', 'provider'] as const)('may be given by the %s where either may', async (by) => {
    const either = { ...allowed, noticeTermination: 'either' };
    const { status } = await rehearsed(scenario('2025-06-01', [noticed('2025-03-10 09:00', by)], either));
    expect(status).toBe('terminated');
  });
});

describe('the right to terminate', () => {
  const failing = ['01', '02', '03'].map((month) => on(`2025-${month}-10 09:00`).recorded(month, 'medium'));
  const given: ScenarioEvent = {
    at: shanghai('2025-04-05 09:00'),
    type: 'terminationRight.waived',
    by: 'client',
    reason: 'they have apologised',
  };

  it('given up in writing cannot be exercised', async () => {
    const lines = await faultLines(
      scenario('2025-06-01', [...failing, given, on('2025-04-06 09:00').exercised()]),
    );
    expect(lines).toEqual([expect.stringContaining('there is no termination right that could be exercised')]);
  });

  it('arises again from a new streak', async () => {
    const again = ['05', '06', '07'].map((month) => on(`2025-${month}-10 09:00`).recorded(month, 'medium'));
    const exercised = on('2025-08-05 09:00').exercised();
    const { status, terminationRight } = await rehearsed(
      scenario('2025-09-01', [...failing, given, ...again, exercised]),
    );
    expect([status, terminationRight?.periods]).toEqual(['terminated', ['2025-05', '2025-06', '2025-07']]);
  });

  describe('whose first month a waiver takes away', () => {
    const april = on('2025-04-10 09:00').recorded('04', 'medium');
    const waived = (wall: string) =>
      (['response', 'resolution'] as const).map((target) => on(wall).waived('01', target));

    it('is not given back where it was given up', async () => {
      // February, March and April are three in a row too, but the client has forgiven two of them.
      const events = [...failing, given, april, ...waived('2025-05-05 09:00')];
      const exercised = on('2025-05-06 09:00').exercised();
      const lines = await faultLines(scenario('2025-06-01', [...events, exercised]));
      expect(lines).toEqual([
        expect.stringContaining('there is no termination right that could be exercised'),
      ]);
    });

    it('has lapsed where the right of the others would have, and no clock goes back', async () => {
      const days = { terminationRightLapseUnit: 'days', terminationRightLapsesAfterDays: 10 };
      const file = scenario('2025-06-11', [...failing, april, ...waived('2025-06-10 09:00')], days);
      const marks: string[] = [];
      const result = await simulateScenario(
        readScenarioDocument(file),
        scenarioTerms,
        new Clerk(),
        (_, { contract }) => marks.push(contract.through),
      );
      expect(marks).toEqual(marks.toSorted());
      // The right of January to March lapsed in April; that of February to April, of 1 May, is found out in June.
      const lapsed = 'entries' in result ? result.entries.filter(({ kind }) => kind === LAPSED) : [];
      expect(lapsed.map(({ at }) => at)).toEqual([utc('2025-04-11 00:00:01'), utc('2025-06-10 09:00')]);
    });
  });

  it('is given up only where there is one', async () => {
    const lines = await faultLines(scenario('2025-06-01', [given]));
    expect(lines).toEqual([expect.stringContaining('there is no termination right that could be waived')]);
  });
});

describe('after the term', () => {
  const automatic = { renewalMode: 'automatic', renewalNoticeDays: 30 };
  const objected = (wall: string): ScenarioEvent => ({
    at: shanghai(wall),
    type: 'renewal.objected',
    by: 'client',
    reason: 'we build our own desk',
  });

  // The 30 days before the end of 2025 begin with 2 December.
  it.each([
    ['by its clause', automatic, [], { noticePassedAt: utc('2025-12-02 00:00'), arisen: true }],
    [
      'not where a party objects in time',
      automatic,
      [objected('2025-12-01 23:59')],
      { noticePassedAt: utc('2025-12-02 00:00'), arisen: false },
    ],
    [
      'not where it ends early',
      automatic,
      [on('2025-11-01 09:00').agreedToEnd('2025-12-15 00:00')],
      { noticePassedAt: utc('2025-12-02 00:00'), arisen: false },
    ],
    [
      'not by itself where the parties have to agree',
      {},
      [],
      { noticePassedAt: utc('2025-12-02 00:00'), arisen: false },
    ],
    [
      'and no day passes where there is none',
      { renewalMode: 'none' },
      [],
      { noticePassedAt: null, arisen: false },
    ],
  ])('the contract is renewed %s', async (_, parameters, events, expected) => {
    const { renewal } = await rehearsed(scenario('2026-01-01', events, parameters));
    expect(renewal).toEqual(expected);
  });

  it('the renewal by its clause goes with a contract that ends before its term after all', async () => {
    const ended = on('2025-12-10 09:00').agreedToEnd('2025-12-20 00:00');
    const { status, renewal } = await rehearsed(scenario('2026-01-01', [ended], automatic));
    expect([status, renewal.arisen]).toEqual(['terminated', false]);
  });

  it.each([
    ['on the notice day itself', automatic, '2025-12-02 00:00', 'is after the last day for a notice'],
    ['where nothing is renewed by itself', {}, '2025-11-01 00:00', 'this contract is not renewed by itself'],
  ] as const)('an objection is refused %s', async (_, parameters, wall, words) => {
    const lines = await faultLines(scenario('2025-12-31', [objected(wall)], parameters));
    expect(lines).toEqual([expect.stringContaining(words)]);
  });
});
