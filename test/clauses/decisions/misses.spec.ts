import { on, rehearsed, scenario, utc } from '../../support/builders.js';
import { type RehearsalDocument } from '#rehearsal/document';

/** The other values of the decisions about misses, penalties and months (clauses 2.5, 2.6). Simulator, real rules. */

type Builder = ReturnType<typeof on>;
type Event = ReturnType<Builder['recorded']>;

/** A critical request whose response alone is missed, 15 minutes after its record; it is resolved two minutes later. */
function missedResponse(request: string, date: string, time = '09:00'): Event[] {
  const [hours = '09', minutes = '00'] = time.split(':');
  const resolved = `${hours}:${String(Number(minutes) + 2).padStart(2, '0')}`;
  return [on(`${date} ${time}`).recorded(request, 'critical'), on(`${date} ${resolved}`).resolved(request)];
}

/** A critical request that is answered and resolved in time. */
function inTime(request: string, date: string): Event[] {
  const at = on(`${date} 09:01`);
  return [on(`${date} 09:00`).recorded(request, 'critical'), at.responded(request), at.resolved(request)];
}

const penaltiesOf = (document: RehearsalDocument) =>
  document.misses.map(({ request, penalty, capped }) => `${request} ${penalty}${capped ? ' capped' : ''}`);

const monthsOf = (document: RehearsalDocument) =>
  document.months.map(({ misses, failed, streak }) => `${misses} ${failed ? 'failed' : 'met'} ${streak}`);

describe('which month owns a miss (missOwnedBy)', () => {
  const overTheEnd = missedResponse('A', '2025-01-31', '23:50');

  it.each([
    ['deadline', '2025-02', ['0 met 0', '1 failed 1']],
    ['record', '2025-01', ['1 failed 1', '0 met 0']],
  ])('%s', async (missOwnedBy, period, months) => {
    const document = await rehearsed(scenario('2025-03-01', overTheEnd, { missOwnedBy }));
    expect(document.misses[0]).toMatchObject({ at: utc('2025-02-01 00:05'), period, penalty: '1200.00' });
    expect(monthsOf(document)).toEqual(months);
  });

  it('record: a month that has closed is assessed again, and the right arises when that is known', async () => {
    const events = [
      ...missedResponse('A', '2025-01-10'),
      ...missedResponse('B', '2025-02-10'),
      ...missedResponse('C', '2025-03-31', '23:50'),
    ];
    const before = await rehearsed(scenario('2025-04-15', events, { missOwnedBy: 'record' }));
    expect(monthsOf(before)).toEqual(['1 failed 1', '1 failed 2', '0 met 0']);
    const after = await rehearsed(scenario('2025-05-01', events, { missOwnedBy: 'record' }));
    expect(monthsOf(after)).toEqual(['1 failed 1', '1 failed 2', '1 failed 3', '0 met 0']);
    expect(after.terminationRight).toMatchObject({
      arisenAt: utc('2025-05-01'),
      periods: ['2025-01', '2025-02', '2025-03'],
    });
  });
});

describe('several misses of one request (missesPerRequest)', () => {
  const neglected = [on('2025-01-06 09:00').recorded('C', 'critical')];

  it.each([
    ['each', ['C 1200.00', 'C 1200.00'], ['2 failed 1']],
    ['first', ['C 1200.00', 'C 0.00'], ['1 failed 1']],
  ])('%s', async (missesPerRequest, penalties, months) => {
    const document = await rehearsed(scenario('2025-02-01', neglected, { missesPerRequest }));
    expect(penaltiesOf(document)).toEqual(penalties);
    expect(monthsOf(document)).toEqual(months);
  });

  it('first: where the first is waived in time, the second counts', async () => {
    const waived = [...neglected, on('2025-01-20 09:00').waived('C', 'response')];
    const document = await rehearsed(scenario('2025-02-01', waived, { missesPerRequest: 'first' }));
    expect(penaltiesOf(document)).toEqual(['C 0.00', 'C 1200.00']);
    expect(document.months[0]).toMatchObject({ misses: 2, waived: 1, failed: true });
  });
});

describe('the cap (penaltyCapWindow)', () => {
  // 50 permille of 240,000.00 are 12,000.00, the cap is 24,000.00; the term begins in July.
  const events = [
    ...missedResponse('A', '2025-08-01'),
    ...missedResponse('B', '2025-08-02'),
    ...missedResponse('C', '2025-09-01'),
    ...missedResponse('D', '2026-01-05'),
  ];
  const parameters = { termStart: '2025-07-01', penaltyPermille: '50' };

  it.each([
    ['term', ['A 12000.00', 'B 12000.00', 'C 0.00 capped', 'D 0.00 capped']],
    ['calendarYear', ['A 12000.00', 'B 12000.00', 'C 0.00 capped', 'D 12000.00']],
    ['rolling12Months', ['A 12000.00', 'B 12000.00', 'C 0.00 capped', 'D 0.00 capped']],
    ['month', ['A 12000.00', 'B 12000.00', 'C 12000.00', 'D 12000.00']],
  ])('%s', async (penaltyCapWindow, penalties) => {
    const document = await rehearsed(scenario('2026-02-01', events, { ...parameters, penaltyCapWindow }));
    expect(penaltiesOf(document)).toEqual(penalties);
  });

  it('rolling12Months: after twelve months the first misses no longer use it', async () => {
    const long = [...missedResponse('A', '2025-08-01'), ...missedResponse('B', '2025-12-01')];
    const later = [...missedResponse('C', '2026-07-01'), ...missedResponse('D', '2026-08-03')];
    // 50 permille of 480,000.00 are 24,000.00, the cap is 48,000.00.
    const terms = { ...parameters, termMonths: 24, penaltyCapWindow: 'rolling12Months' };
    const document = await rehearsed(scenario('2026-09-01', [...long, ...later], terms));
    expect(penaltiesOf(document)).toEqual(['A 24000.00', 'B 24000.00', 'C 0.00 capped', 'D 24000.00']);
  });
});

describe('what makes a month fail (monthFails)', () => {
  const elevenLow = Array.from({ length: 11 }, (_, index) => {
    const request = `L${String(index).padStart(2, '0')}`;
    const recorded = on('2025-01-06 09:00').recorded(request, 'low');
    const answered = index === 0 ? [] : [on('2025-01-06 09:30').responded(request)];
    return [recorded, ...answered, on('2025-01-06 20:00').resolved(request)];
  }).flat();

  it.each([
    // 21 of 22 targets were met: 95.4 %.
    ['anyMiss', {}, '1 failed 1'],
    ['attainmentBelow', {}, '1 met 0'],
    ['attainmentBelow', { attainmentLowPercent: '95.4' }, '1 met 0'],
    ['attainmentBelow', { attainmentLowPercent: '95.5' }, '1 failed 1'],
  ])('%s %o', async (monthFails, thresholds, month) => {
    const document = await rehearsed(scenario('2025-02-01', elevenLow, { monthFails, ...thresholds }));
    expect(monthsOf(document)).toEqual([month]);
  });

  it('exactly the agreed attainment is enough', async () => {
    const events = [...inTime('A', '2025-01-06'), ...missedResponse('B', '2025-01-07')];
    // Three of four targets of priority critical were met.
    const at = (attainmentCriticalPercent: string) =>
      rehearsed(scenario('2025-02-01', events, { monthFails: 'attainmentBelow', attainmentCriticalPercent }));
    expect(monthsOf(await at('75'))).toEqual(['1 met 0']);
    expect(monthsOf(await at('75.000001'))).toEqual(['1 failed 1']);
  });

  it('a waived miss counts neither as met nor as missed', async () => {
    const events = [
      ...inTime('A', '2025-01-06'),
      ...missedResponse('B', '2025-01-07'),
      on('2025-02-10 09:00').waived('B', 'response'),
    ];
    const parameters = { monthFails: 'attainmentBelow' };
    expect(monthsOf(await rehearsed(scenario('2025-02-05', events.slice(0, -1), parameters)))).toEqual([
      '1 failed 1',
    ]);
    expect(monthsOf(await rehearsed(scenario('2025-02-11', events, parameters)))).toEqual(['1 met 0']);
  });

  it('a month in which nothing was concluded does not fail', async () => {
    expect(monthsOf(await rehearsed(scenario('2025-02-01', [], { monthFails: 'attainmentBelow' })))).toEqual([
      '0 met 0',
    ]);
  });
});

describe('a month without requests (emptyMonth)', () => {
  const events = [
    ...missedResponse('A', '2025-01-10'),
    ...missedResponse('B', '2025-03-10'),
    ...missedResponse('C', '2025-04-10'),
  ];

  it.each([
    ['met', ['1 failed 1', '0 met 0', '1 failed 1', '1 failed 2'], null],
    ['neutral', ['1 failed 1', '0 met 1', '1 failed 2', '1 failed 3'], ['2025-01', '2025-03', '2025-04']],
  ])('%s', async (emptyMonth, months, periods) => {
    const document = await rehearsed(scenario('2025-05-01', events, { emptyMonth }));
    expect(monthsOf(document)).toEqual(months);
    expect(document.terminationRight?.periods ?? null).toEqual(periods);
  });

  it('neutral: a month with requests that were all met still ends the streak', async () => {
    const document = await rehearsed(
      scenario('2025-05-01', [...events, ...inTime('D', '2025-02-10')], { emptyMonth: 'neutral' }),
    );
    expect(monthsOf(document)).toEqual(['1 failed 1', '0 met 0', '1 failed 1', '1 failed 2']);
  });

  it('neutral: empty months after the third failed one give no second right', async () => {
    const document = await rehearsed(
      scenario('2025-08-01', events, { emptyMonth: 'neutral', terminationRightLapsesAfterMonths: 1 }),
    );
    expect(document.terminationRight?.arisenAt).toBe(utc('2025-05-01'));
  });
});

describe('when a penalty is fixed (penaltyFixed)', () => {
  // 100 permille are the whole cap: who comes first takes it.
  const events = [
    ...missedResponse('A', '2025-01-06'),
    ...missedResponse('B', '2025-01-07'),
    on('2025-01-08 09:00').waived('A', 'response'),
    ...missedResponse('C', '2025-01-09'),
  ];

  it.each([
    ['atMonthClose', ['A 0.00', 'B 24000.00', 'C 0.00 capped']],
    ['atOnce', ['A 0.00', 'B 0.00 capped', 'C 24000.00']],
  ])('%s', async (penaltyFixed, penalties) => {
    const document = await rehearsed(
      scenario('2025-02-01', events, { penaltyPermille: '100', penaltyFixed }),
    );
    expect(penaltiesOf(document)).toEqual(penalties);
  });
});

describe('a late report (lateReport)', () => {
  it.each([
    ['breachOnly', [], ['0 met 0', '0 met 0']],
    ['countsAsMiss', ['report 2025-01 1200.00'], ['0 met 0', '1 failed 1']],
  ])('%s', async (lateReport, penalties, months) => {
    const document = await rehearsed(scenario('2025-03-01', [], { lateReport }));
    expect(penaltiesOf(document)).toEqual(penalties);
    expect(monthsOf(document)).toEqual(months);
    expect(document.reports[0]).toMatchObject({ period: '2025-01', late: true });
  });

  it('countsAsMiss: at the report’s due instant, in the month of it, and it can be waived', async () => {
    const events = [on('2025-02-20 09:00').waived('report 2025-01', 'report' as 'response')];
    const document = await rehearsed(scenario('2025-03-01', events, { lateReport: 'countsAsMiss' }));
    expect(document.misses).toMatchObject([
      {
        request: 'report 2025-01',
        target: 'report',
        at: utc('2025-02-06'),
        period: '2025-02',
        waived: true,
        penalty: '0.00',
      },
    ]);
    expect(monthsOf(document)[1]).toBe('1 met 0');
  });

  it('countsAsMiss: a report in time is none', async () => {
    const events = [on('2025-02-05 23:59').reportOf('2025-01')];
    const document = await rehearsed(scenario('2025-03-01', events, { lateReport: 'countsAsMiss' }));
    expect(document.misses).toEqual([]);
  });
});
